import type { DatabaseSync } from 'node:sqlite'
import { prepare } from '../archive/prepare.ts'
import type { FacetName } from '../article.ts'
import { cellsOf, headLength, inHead, removed } from './facet-block.ts'
import { firstDayOf, undated } from './packed-date.ts'
import type { Rows } from './shared-rows.ts'
import { ValueNumbers } from './value-numbers.ts'

/** Where threads find the rows that others have read; see SharedRows. */
export interface Exchange {
  readonly latest: () => Pick<Rows, 'cells' | 'lastBlock'> | undefined
  readonly offer: (rows: Pick<Rows, 'cells' | 'lastBlock'>) => void
}

const noExchange: Exchange = { latest: () => undefined, offer: () => undefined }

/**
 * What is counted, in memory: the rows of the facet blocks as they are stored, and where each article's values begin. Counting from
 * SQL tables is some ninety times slower on broad queries.
 */
export class FacetColumns {
  readonly values = new ValueNumbers()
  /** Rows read at once, and those that came later. */
  base: Int32Array = new Int32Array(0)
  tail: Int32Array = new Int32Array(0)
  /**
   * By sequence number, where an article's values begin: in `base` where it is positive, in `tail`, negated, where it is negative; 0 for
   * no such article. Before them stands the head of the row.
   */
  start = new Int32Array(0)
  /** One more than the highest sequence number, and than the highest family number. */
  size = 0
  families = 1
  /** Of all dates that were ever read; none yet where the last comes before the first. */
  firstDay = 0
  lastDay = -1

  #tailLength = 0
  #lastBlock = 0
  /** The last block of `base`. */
  #baseBlock = 0
  readonly #exchange: Exchange

  /** Rows come from the exchange and go there, where there is one. */
  constructor(exchange: Exchange = noExchange) {
    this.#exchange = exchange
  }

  /** Reads what was written since the last call, from the snapshot of the connection's transaction. */
  refresh(db: DatabaseSync): void {
    this.values.refresh(db)
    this.#adopt(db)
    const length = cellsAfter(db, this.#lastBlock)
    if (length === 0) return
    // Where the tail would be long, everything is read anew.
    if ((this.#tailLength + length) * 2 > this.base.length) this.#readAll(db)
    else this.#readTail(db, length)
  }

  /** Takes the rows of another thread in place of its own, unless this snapshot is older than they are. */
  #adopt(db: DatabaseSync): void {
    const rows = this.#exchange.latest()
    if (!rows || rows.cells === this.base || rows.lastBlock < this.#baseBlock) return
    const last = prepare(db, 'select max(number) as number from facet_block').get()?.['number']
    if (rows.lastBlock > Number(last)) return
    this.#lastBlock = rows.lastBlock
    this.#rebase(rows.cells)
  }

  numberOf(facet: FacetName, id: string): number | undefined {
    return this.values.numberOf(facet, id)
  }

  /** Whether the index has an article of this number. */
  has(sequence: number): boolean {
    return (this.start[sequence] ?? 0) !== 0
  }

  /** As `packDate` gives it. */
  dateOf(sequence: number): number {
    return this.#head(sequence, inHead.date)
  }

  /** 0 for an article without a family. */
  familyOf(sequence: number): number {
    return this.#head(sequence, inHead.family)
  }

  /** The numbers of an article's values. */
  valuesOf(sequence: number): Int32Array {
    const at = this.start[sequence] ?? 0
    const cells = at > 0 ? this.base : this.tail
    const begin = Math.abs(at)
    return at === 0 ? cells.subarray(0, 0) : cells.subarray(begin, begin + (cells[begin - 1] ?? 0))
  }

  /** The numbers of all articles, in the order of indexing. */
  all(): Int32Array {
    const sequences = new Int32Array(this.size)
    let length = 0
    for (let sequence = 0; sequence < this.size; sequence++)
      if (this.has(sequence)) sequences[length++] = sequence
    return sequences.subarray(0, length)
  }

  #head(sequence: number, back: number): number {
    const at = this.start[sequence] ?? 0
    return (at > 0 ? this.base[at - back] : this.tail[-at - back]) ?? 0
  }

  #readAll(db: DatabaseSync): void {
    const cells = shareable(cellsAfter(db, 0))
    let length = 0
    for (const block of blocksAfter(db, 0)) {
      cells.set(block.cells, length)
      length += block.cells.length
      this.#lastBlock = block.number
    }
    this.#rebase(cells)
    this.#compact()
    this.#exchange.offer({ cells: this.base, lastBlock: this.#lastBlock })
  }

  #rebase(cells: Int32Array): void {
    this.base = cells
    this.#baseBlock = this.#lastBlock
    this.tail = new Int32Array(0)
    this.#tailLength = 0
    this.start.fill(0)
    this.#index(cells, 0, 1)
  }

  /** Articles that were indexed again leave their former rows behind: a third of the memory at most. */
  #compact(): void {
    let live = 0
    for (let sequence = 0; sequence < this.size; sequence++)
      if (this.has(sequence)) live += headLength + this.valuesOf(sequence).length
    if (this.base.length - live <= this.base.length / 3) return
    const cells = shareable(live)
    let length = 0
    for (let sequence = 0; sequence < this.size; sequence++) {
      const at = this.start[sequence] ?? 0
      if (at === 0) continue
      const row = this.base.subarray(at - headLength, at + (this.base[at - inHead.count] ?? 0))
      cells.set(row, length)
      this.start[sequence] = length + headLength
      length += row.length
    }
    this.base = cells
  }

  #readTail(db: DatabaseSync, more: number): void {
    const needed = this.#tailLength + more
    if (needed > this.tail.length) this.tail = grown(this.tail, needed * 2)
    for (const block of blocksAfter(db, this.#lastBlock)) {
      this.tail.set(block.cells, this.#tailLength)
      this.#index(block.cells, this.#tailLength, -1)
      this.#tailLength += block.cells.length
      this.#lastBlock = block.number
    }
  }

  /** Notes where the values of rows begin that stand from `offset` on in the base (1) or the tail (-1). */
  #index(cells: Int32Array, offset: number, side: 1 | -1): void {
    for (let at = 0; at < cells.length;) {
      const values = at + headLength
      const sequence = cells[at] ?? 0
      const count = cells[values - inHead.count] ?? removed
      if (sequence >= this.start.length)
        this.start = grown(this.start, Math.ceil((sequence + 1) * 1.25))
      this.start[sequence] = count === removed ? 0 : (offset + values) * side
      this.size = Math.max(this.size, sequence + 1)
      this.families = Math.max(this.families, (cells[values - inHead.family] ?? 0) + 1)
      this.#widen(cells[values - inHead.date] ?? undated)
      at = values + Math.max(count, 0)
    }
  }

  #widen(date: number): void {
    if (date === undated) return
    const day = firstDayOf(date)
    const isFirst = this.lastDay < this.firstDay
    this.firstDay = isFirst ? day : Math.min(this.firstDay, day)
    this.lastDay = isFirst ? day : Math.max(this.lastDay, day)
  }
}

function cellsAfter(db: DatabaseSync, number: number): number {
  const row = prepare(
    db,
    'select coalesce(sum(length(rows)), 0) as bytes from facet_block where number > ?',
  ).get(number)
  return Number(row?.['bytes']) / Int32Array.BYTES_PER_ELEMENT
}

function* blocksAfter(
  db: DatabaseSync,
  number: number,
): Generator<{ readonly number: number; readonly cells: Int32Array }> {
  const blocks = db.prepare('select number, rows from facet_block where number > ? order by number')
  for (const block of blocks.iterate(number))
    yield { number: Number(block['number']), cells: cellsOf(block['rows']) }
}

function shareable(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT))
}

function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length)
  copy.set(array)
  return copy
}
