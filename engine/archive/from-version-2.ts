import type { DatabaseSync } from 'node:sqlite'
import { facetNames } from '../article.ts'
import { extractedIds } from './extracted.ts'
import { inflate, readFacets } from './stored-row.ts'

/**
 * Adds to an archive of version 2 what version 3 holds besides, inside the caller's transaction and with its tables made: the ids of
 * each article's values. Until then nothing was corrected, so the values are those that extraction found.
 */
export function completeVersion2(db: DatabaseSync): void {
  const insert = db.prepare('insert or replace into extracted_ids values(?, ?)')
  for (const row of db.prepare('select sequence, facets from article').iterate()) {
    const facets = readFacets(inflate(row['facets']).toString())
    if (facetNames.some((facet) => facets[facet].length > 0))
      insert.run(Number(row['sequence']), extractedIds(facets))
  }
}
