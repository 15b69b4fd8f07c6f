import type { DatabaseSync } from 'node:sqlite'
import { prepare } from '../archive/prepare.ts'
import { facetNames, type FacetName } from '../article.ts'

/** The values of all facets by the numbers that the index gives them, from 1. */
export class ValueNumbers {
  /** Index into facetNames. */
  facetOf = new Uint8Array(1)
  readonly idOf: string[] = ['']
  #db: DatabaseSync | undefined

  /** Reads the values that were added since the last call. */
  refresh(db: DatabaseSync): void {
    this.#db = db
    const rows = prepare(
      db,
      'select number, facet, id from value where number >= ? order by number',
    ).all(this.idOf.length)
    const facets = new Uint8Array(this.facetOf.length + rows.length)
    facets.set(this.facetOf)
    for (const row of rows) {
      facets[this.idOf.length] = facetNames.findIndex((name) => name === row['facet'])
      this.idOf.push(String(row['id']))
    }
    this.facetOf = facets
  }

  /** Undefined when no article that was ever indexed has it. */
  numberOf(facet: FacetName, id: string): number | undefined {
    if (!this.#db) return undefined
    const row = prepare(this.#db, 'select number from value where facet = ? and id = ?').get(
      facet,
      id,
    )
    return row && Number(row['number'])
  }
}
