import type { DatabaseSync } from 'node:sqlite'
import { facetNames, type FacetName, type Facets, type StoredArticle } from '../article.ts'
import { prepare } from './prepare.ts'
import { inflate } from './stored-row.ts'

/** A value of a facet. */
export interface ValueKey {
  readonly facet: FacetName
  readonly id: string
}

/**
 * Decides the facets of an article from those that extraction found, e.g. by the reader's corrections. Pure: the same article gives
 * the same facets.
 */
export type Resolve = (article: Resolvable) => Facets

/** What of an article its resolution may look at. */
export type Resolvable = Pick<StoredArticle, 'id' | 'title' | 'text' | 'facets'>

/** The values of an article as one text, each between line ends, so that one is found by its facet and id. */
export function extractedIds(facets: Facets): string {
  const keys = facetNames.flatMap((facet) => facets[facet].map(({ id }) => keyOf({ facet, id })))
  return `\n${keys.join('\n')}\n`
}

function keyOf({ facet, id }: ValueKey): string {
  return `${facet} ${id}`
}

/**
 * Sequence numbers of the articles in which extraction found one of these values, whatever was made of them since, in order. Reads
 * the values of the whole archive from end to end, about 50 ms for 100,000 articles.
 */
export function withExtracted(db: DatabaseSync, values: readonly ValueKey[]): number[] {
  if (values.length === 0) return []
  const wanted = new Set(values.map(keyOf))
  const [only] = wanted
  if (wanted.size === 1) {
    return prepare(
      db,
      'select sequence from extracted_ids where instr(ids, ?) > 0 order by sequence',
    )
      .all(`\n${only ?? ''}\n`)
      .map((row) => Number(row['sequence']))
  }
  const found: number[] = []
  for (const row of prepare(
    db,
    'select sequence, ids from extracted_ids order by sequence',
  ).iterate()) {
    const ids = String(row['ids']).split('\n')
    if (ids.some((id) => wanted.has(id))) found.push(Number(row['sequence']))
  }
  return found
}

/** For each group of values, in how many articles extraction found any of them. Reads the values of the whole archive once. */
export function countExtracted(
  db: DatabaseSync,
  groups: readonly (readonly ValueKey[])[],
): number[] {
  const counts = groups.map(() => 0)
  const groupsOf = new Map<string, number[]>()
  for (const [nth, group] of groups.entries())
    for (const key of new Set(group.map(keyOf)))
      groupsOf.set(key, [...(groupsOf.get(key) ?? []), nth])
  if (groupsOf.size === 0) return counts
  for (const row of prepare(db, 'select ids from extracted_ids').iterate()) {
    const found = new Set(
      String(row['ids'])
        .split('\n')
        .flatMap((key) => groupsOf.get(key) ?? []),
    )
    for (const nth of found) counts[nth] = (counts[nth] ?? 0) + 1
  }
  return counts
}

/** Articles of the archive, by their sequence numbers, the first and the last included. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * Sequence numbers of the articles of a stretch that have one of these spellings, inside longer words too, in order. Reads every text
 * of it, some 10,000 in a second.
 */
export function withSpelling(
  db: DatabaseSync,
  spellings: readonly string[],
  { from, to }: Stretch,
): number[] {
  if (spellings.length === 0) return []
  const found: number[] = []
  const rows = prepare(
    db,
    'select sequence, title, body from article where sequence between ? and ? order by sequence',
  )
  for (const row of rows.iterate(from, to)) {
    const [title, text] = [String(row['title']), inflate(row['body']).toString()]
    if (spellings.some((spelling) => title.includes(spelling) || text.includes(spelling)))
      found.push(Number(row['sequence']))
  }
  return found
}

/** Keeps the ids of an article's values, by which `withExtracted` finds it. */
export function keepExtractedIds(db: DatabaseSync, sequence: number, facets: Facets): void {
  prepare(db, 'insert or replace into extracted_ids values(?, ?)').run(
    sequence,
    extractedIds(facets),
  )
}
