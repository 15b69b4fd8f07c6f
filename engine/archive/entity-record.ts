import type { DatabaseSync } from 'node:sqlite'
import type { FacetName } from '../article.ts'
import { prepare } from './prepare.ts'

/** A way in which texts write the name of a value. */
export interface EntitySpelling {
  readonly spelling: string
  /** Articles that write it so. */
  readonly articles: number
}

/** How articles write a value itself, not what stands below it: the most frequent spelling first, ties in alphabetical order. */
export function spellingsOf(db: DatabaseSync, facet: FacetName, id: string): EntitySpelling[] {
  const rows = prepare(
    db,
    `select name, articles from entity_name
       where facet = ? and id = ? and full = 0 and articles > 0 order by articles desc, name`,
  ).all(facet, id)
  return rows.map((row) => ({ spelling: String(row['name']), articles: Number(row['articles']) }))
}

/** The values that are no more because they were joined with this one, in alphabetical order. */
export function formerIdsOf(db: DatabaseSync, facet: FacetName, id: string): string[] {
  return prepare(db, 'select id from redirect where facet = ? and "into" = ? order by id')
    .all(facet, id)
    .map((row) => String(row['id']))
}
