import type { DatabaseSync } from 'node:sqlite'
import { facetNames, type FacetName } from '../article.ts'
import { undated, visitFacetRows } from './facet-block.ts'

/**
 * What is counted, as typed arrays in memory: dates by sequence number, and for each article a slice of `values`.
 * Counting from SQL tables is some ninety times slower on broad queries.
 */
export class FacetColumns {
  firstDay = new Int32Array(0)
  lastDay = new Int32Array(0)
  month = new Int32Array(0)
  /** Where an article's values begin in `values`, and how many there are; -1 for no such article. */
  start = new Int32Array(0)
  count = new Int32Array(0)
  values = new Int32Array(0)
  /** Facet (index into facetNames) and id of each value number. */
  facetOf = new Uint8Array(0)
  idOf: string[] = []
  /** One more than the highest sequence number. */
  size = 0

  #used = 0
  #lastBlock = 0
  #lastValue = 0
  readonly #numbers = new Map<string, number>()

  /** Reads what was written since the last call, from the snapshot of the connection's transaction. */
  refresh(db: DatabaseSync): void {
    this.#readValues(db)
    const blocks = db.prepare(
      'select number, rows from facet_block where number > ? order by number',
    )
    for (const block of blocks.iterate(this.#lastBlock)) {
      if (block['rows'] instanceof Uint8Array) this.#readBlock(block['rows'])
      this.#lastBlock = Number(block['number'])
    }
  }

  numberOf(facet: FacetName, id: string): number | undefined {
    return this.#numbers.get(`${facetNames.indexOf(facet)} ${id}`)
  }

  #readValues(db: DatabaseSync): void {
    const rows = db
      .prepare('select number, facet, id from value where number > ? order by number')
      .all(this.#lastValue)
    const last = rows.at(-1)
    if (!last) return
    this.#lastValue = Number(last['number'])
    this.facetOf = grown(this.facetOf, this.#lastValue + 1)
    for (const row of rows) {
      const number = Number(row['number'])
      const facet = facetNames.findIndex((name) => name === row['facet'])
      this.facetOf[number] = facet
      this.idOf[number] = String(row['id'])
      this.#numbers.set(`${facet} ${String(row['id'])}`, number)
    }
  }

  #readBlock(blob: Uint8Array): void {
    visitFacetRows(blob, (sequence, [firstDay, lastDay], month, values) => {
      this.#reserve(sequence + 1, this.#used + (values?.length ?? 0))
      this.firstDay[sequence] = firstDay
      this.lastDay[sequence] = lastDay
      this.month[sequence] = month
      this.start[sequence] = this.#used
      this.count[sequence] = values?.length ?? -1
      if (values) this.values.set(values, this.#used)
      this.#used += values?.length ?? 0
    })
  }

  #reserve(articles: number, values: number): void {
    if (articles > this.start.length) {
      const size = Math.max(articles, this.start.length * 2, 1_024)
      this.firstDay = grown(this.firstDay, size, undated)
      this.lastDay = grown(this.lastDay, size, undated)
      this.month = grown(this.month, size, undated)
      this.start = grown(this.start, size)
      this.count = grown(this.count, size, -1)
    }
    if (values > this.values.length)
      this.values = grown(this.values, Math.max(values, this.values.length * 2, 8_192))
    this.size = Math.max(this.size, articles)
  }
}

/** A longer copy of an array; what is new holds `filler`. */
function grown<T extends Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(
  array: T,
  length: number,
  filler?: number,
): T
function grown(
  array: Int32Array | Uint8Array,
  length: number,
  filler = 0,
): Int32Array | Uint8Array {
  const copy = array instanceof Int32Array ? new Int32Array(length) : new Uint8Array(length)
  if (filler !== 0) copy.fill(filler)
  copy.set(array)
  return copy
}
