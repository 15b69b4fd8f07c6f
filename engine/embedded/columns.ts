import type { DatabaseSync } from 'node:sqlite'
import { facetNames, type FacetName } from '../article.ts'
import { decodeFacetRows, type FacetRow } from './facet-block.ts'
import { firstDayOf, undated } from './packed-date.ts'

/**
 * What is counted, as typed arrays in memory: date and family by sequence number, and for each article a slice of `values`.
 * Counting from SQL tables is some ninety times slower on broad queries.
 */
export class FacetColumns {
  /** As `packDate` gives them. */
  date = new Int32Array(0)
  /** 0 for an article without a family. */
  family = new Int32Array(0)
  /** Where an article's values begin in `values`, and how many there are; -1 for no such article. */
  start = new Int32Array(0)
  count = new Int32Array(0)
  values = new Int32Array(0)
  /** Facet (index into facetNames) and id of each value number. */
  facetOf = new Uint8Array(0)
  idOf: string[] = []
  /** One more than the highest sequence number, and than the highest family number. */
  size = 0
  families = 1
  /** Of all dates that were ever read; none yet where the last comes before the first. */
  firstDay = 0
  lastDay = -1

  #used = 0
  /** Cells of `values` that belong to articles as they were before. */
  #wasted = 0
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
    if (this.#wasted * 3 > this.#used) this.#compact()
  }

  numberOf(facet: FacetName, id: string): number | undefined {
    return this.#numbers.get(`${facetNames.indexOf(facet)} ${id}`)
  }

  /** Whether the index has an article of this number. */
  has(sequence: number): boolean {
    return sequence < this.size && (this.count[sequence] ?? -1) >= 0
  }

  /** The numbers of all articles, in the order of indexing. */
  all(): Int32Array {
    const sequences = new Int32Array(this.size)
    let length = 0
    for (let sequence = 0; sequence < this.size; sequence++)
      if (this.has(sequence)) sequences[length++] = sequence
    return sequences.subarray(0, length)
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
    for (const row of decodeFacetRows(blob)) {
      const length = row.values?.length ?? 0
      this.#reserve(row.sequence + 1, this.#used + length)
      this.#wasted += Math.max(this.count[row.sequence] ?? 0, 0)
      this.date[row.sequence] = row.date
      this.family[row.sequence] = row.family
      this.start[row.sequence] = this.#used
      this.count[row.sequence] = row.values ? length : -1
      if (row.values) this.values.set(row.values, this.#used)
      this.#used += length
      this.#widen(row)
    }
  }

  #widen({ date, family }: FacetRow): void {
    this.families = Math.max(this.families, family + 1)
    if (date === undated) return
    const day = firstDayOf(date)
    const isFirst = this.lastDay < this.firstDay
    this.firstDay = isFirst ? day : Math.min(this.firstDay, day)
    this.lastDay = isFirst ? day : Math.max(this.lastDay, day)
  }

  #reserve(articles: number, values: number): void {
    if (articles > this.start.length) {
      const size = Math.max(articles, this.start.length * 2, 1_024)
      this.date = grown(this.date, size, undated)
      this.family = grown(this.family, size)
      this.start = grown(this.start, size)
      this.count = grown(this.count, size, -1)
    }
    if (values > this.values.length)
      this.values = grown(this.values, Math.max(values, this.values.length * 2, 8_192))
    this.size = Math.max(this.size, articles)
  }

  /** Articles that were indexed again leave their former values behind: a third of the memory at most. */
  #compact(): void {
    const values = new Int32Array(this.#used - this.#wasted)
    let used = 0
    for (let sequence = 0; sequence < this.size; sequence++) {
      const start = this.start[sequence] ?? 0
      const count = Math.max(this.count[sequence] ?? 0, 0)
      values.set(this.values.subarray(start, start + count), used)
      this.start[sequence] = used
      used += count
    }
    this.values = values
    this.#used = used
    this.#wasted = 0
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
