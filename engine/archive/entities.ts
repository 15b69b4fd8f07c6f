import type { DatabaseSync } from 'node:sqlite'
import { facetNames, type Article, type FacetName } from '../article.ts'
import { prepare } from './prepare.ts'

/** A facet value that a name stands for. */
export interface EntityMatch {
  readonly id: string
  /** The name as written in the articles or lists that matched. */
  readonly name: string
}

/** Names compare without accents and case: `Erdoğan` and `erdogan` are one. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** Adds (`by` 1) or takes away (`by` -1) one article's names from the counts that choose the display names. */
export function countNames(db: DatabaseSync, article: Article, by: 1 | -1): void {
  const count = prepare(
    db,
    'insert into entity_name values(?, ?, ?, ?, ?, 1) on conflict do update set articles = articles + ?',
  )
  for (const facet of facetNames) {
    for (const value of article.facets[facet]) {
      count.run(facet, value.id, value.name, foldName(value.name), 1, by)
      const surfaces = new Set(
        value.evidence.map((at) => article[at.field].slice(at.start, at.end)),
      )
      for (const surface of surfaces) count.run(facet, value.id, surface, foldName(surface), 0, by)
    }
  }
}

/** The name to show for a value: the one that most articles give, ties in alphabetical order; undefined for an unknown id. */
export function displayName(db: DatabaseSync, facet: FacetName, id: string): string | undefined {
  const row = prepare(
    db,
    'select name from entity_name where facet = ? and id = ? and full = 1 order by articles desc, name limit 1',
  ).get(facet, id)
  return row && String(row['name'])
}

/**
 * The values that a name typed by a reader stands for: those with this id (its hyphens may be spaces), name or spelling, or else
 * those whose name contains its words. Most frequent first, at most `limit`.
 */
export function findEntities(
  db: DatabaseSync,
  facet: FacetName,
  name: string,
  limit: number,
): EntityMatch[] {
  const folded = foldName(name)
  if (folded === '') return []
  const exact = prepare(
    db,
    `select id, name, sum(articles) as n from entity_name
       where articles > 0 and ((facet = ?1 and id = ?2) or (facet = ?1 and folded = ?3))
       group by id order by n desc, id limit ?4`,
  ).all(facet, folded.replaceAll(' ', '-'), folded, limit)
  const rows = exact.length > 0 ? exact : findContaining(db, facet, folded, limit)
  return rows.map((row) => ({ id: String(row['id']), name: String(row['name']) }))
}

function findContaining(db: DatabaseSync, facet: FacetName, folded: string, limit: number) {
  // Whole words only: "ran" is not Iran. instr needs no escaping, unlike like.
  return prepare(
    db,
    `select id, name, sum(articles) as n from entity_name
       where facet = ? and articles > 0 and full = 1 and instr(' ' || replace(folded, '-', ' ') || ' ', ?) > 0
       group by id order by n desc, id limit ?`,
  ).all(facet, ` ${folded.replaceAll('-', ' ')} `, limit)
}
