import type { DatabaseSync } from 'node:sqlite'
import { facetNames, type Facets } from '../article.ts'
import { countNames, noCounts, writeCounts, type NameCounts } from './count-names.ts'
import type { Resolve } from './extracted.ts'
import { logChange, newMark } from './marks.ts'
import { prepare } from './prepare.ts'
import { deflate, inflate, readArticleRow, readFacets, type ArticleRow } from './stored-row.ts'

/** The facets of a row as extraction found them. */
export function extractedFacets(row: ArticleRow): Facets {
  const stored = row['extracted'] ?? row['facets']
  return readFacets(inflate(stored).toString())
}

/** The columns that hold an article's facets: what extraction found is kept only where something else was made of it. */
export function facetColumns(extracted: Facets, resolved: Facets) {
  const made = JSON.stringify(resolved)
  if (hasSameValues(extracted, resolved)) return { facets: deflate(made), extracted: null }
  const found = JSON.stringify(extracted)
  return { facets: deflate(made), extracted: made === found ? null : deflate(found) }
}

/** Whether a resolution left the values alone, which most do: sooner told than by what they say. */
function hasSameValues(a: Facets, b: Facets): boolean {
  return facetNames.every(
    (facet) =>
      a[facet].length === b[facet].length &&
      a[facet].every((value, nth) => value === b[facet][nth]),
  )
}

/**
 * Decides the facets of articles anew, inside the caller's transaction, and logs those that changed; unknown numbers are ignored.
 * Returns how many changed.
 */
export function resolveArticles(
  db: DatabaseSync,
  sequences: readonly number[],
  resolve: Resolve,
): number {
  const batch = { mark: newMark(), counts: noCounts() }
  let changed = 0
  for (const sequence of sequences) {
    const row = prepare(db, 'select * from article where sequence = ?').get(sequence)
    if (row && resolveRow(db, row, resolve, batch)) changed++
  }
  writeCounts(db, batch.counts)
  return changed
}

function resolveRow(
  db: DatabaseSync,
  row: ArticleRow,
  resolve: Resolve,
  { mark, counts }: { readonly mark: number; readonly counts: NameCounts },
): boolean {
  const stored = readArticleRow(row)
  const extracted = extractedFacets(row)
  const facets = resolve({ ...stored, facets: extracted })
  if (JSON.stringify(facets) === JSON.stringify(stored.facets)) return false
  const { sequence, id } = stored
  countNames(counts, stored, -1)
  countNames(counts, { ...stored, facets }, 1)
  prepare(
    db,
    'update article set facets = :facets, extracted = :extracted where sequence = :sequence',
  ).run({ sequence, ...facetColumns(extracted, facets) })
  logChange(db, { sequence, id, mark })
  return true
}
