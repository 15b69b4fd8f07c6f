import type { Archive } from '../engine/archive/archive.ts'
import type { Resolve } from '../engine/archive/extracted.ts'
import type { Lease } from '../engine/archive/lease.ts'
import type { MadeOrRead } from './make-entries.ts'
import type { NotTaken } from './make-entry.ts'
import { writeColumnWishes } from './read/table/columns.ts'
import type { Tally } from './report/tally.ts'

type MadeEntry = Extract<MadeOrRead, { kind: 'entry' }>

/** Articles, bytes and other things met after which a batch is stored. */
const most = { articles: 200, bytes: 4 * 1024 * 1024, others: 1_000 }

/** What is stored at once, in one transaction: articles, and which records could not be taken. */
export class Batch {
  readonly #entries: MadeEntry[] = []
  readonly #notTaken: NotTaken[] = []
  readonly #filesRead: string[] = []
  readonly #mostArticles: number
  #bytes = 0

  constructor(mostArticles = most.articles) {
    this.#mostArticles = mostArticles
  }

  get isFull(): boolean {
    return (
      this.#entries.length >= this.#mostArticles ||
      this.#bytes >= most.bytes ||
      this.#notTaken.length + this.#filesRead.length >= most.others
    )
  }

  add(item: MadeOrRead): void {
    if (item.kind === 'entry') {
      this.#entries.push(item)
      this.#bytes += item.entry.original.bytes.length
    } else if (item.kind === 'set aside') this.#notTaken.push(item)
    else if (item.kind === 'file read') this.#filesRead.push(item.path)
  }

  /** Returns how many articles changed. */
  store(target: StoreTarget, tally: Tally): number {
    const { archive, lease, run, resolve, columns } = target
    const readBy = columns ? writeColumnWishes(columns) : ''
    const at = new Date().toISOString()
    const outcomes = archive.commit(
      lease,
      this.#entries.map(({ entry }) => entry),
      resolve,
      this.#notTaken.map(({ origin, path, line, reason, fault }) => ({
        ...{ origin, file: path, line, reason, kind: fault, run, at, columns: readBy },
      })),
    )
    for (const file of this.#filesRead) archive.forgetSetAside(lease, file, run)
    outcomes.forEach((outcome, index) => {
      const from = this.#entries[index]
      if (from) tally.stored(outcome, { ...from.at, origin: from.entry.origin })
    })
    return outcomes.filter(({ kind }) => kind !== 'unchanged').length
  }

  get isEmpty(): boolean {
    return this.#entries.length + this.#notTaken.length + this.#filesRead.length === 0
  }
}

/** Where a batch is stored, and by whom. */
export interface StoreTarget {
  readonly archive: Archive
  readonly lease: Lease
  readonly run: number
  readonly resolve: Resolve
  /** As the run is told to read tables. */
  readonly columns?: ReadonlyMap<string, string> | undefined
}
