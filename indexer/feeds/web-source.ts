import type { KnownFeed } from '../../engine/archive/archive-feeds.ts'
import type { Archive } from '../../engine/archive/archive.ts'
import type { Lease } from '../../engine/archive/lease.ts'
import type { WebClient } from '../fetch/web-client.ts'
import { DocumentParser } from '../read/document-parser.ts'
import { setAside, type Reading } from '../read/source-record.ts'
import { FeedMemory, toAskAgain } from './feed-memory.ts'
import type { Met } from './met.ts'
import { webFile } from './page-record.ts'
import { together } from './together.ts'
import { visit, type PageWish } from './visit.ts'

/** Feeds visited at once; each host gets one request at a time anyway. */
export const visitsAtOnce = 8

/** What reading from the web needs. */
export interface WebOptions {
  readonly client: WebClient
  readonly pages: PageWish
  /** The version of the processing: what another one has read is read again. */
  readonly processing: string
  /** Entries that were set aside, by the address of their feed: it is read anew as a whole. */
  readonly retried?: ReadonlyMap<string, readonly string[]> | undefined
  readonly stop?: AbortSignal | undefined
}

/** What became of the addresses besides the articles. */
export interface WebCounts {
  /** Entries that were known and say the same. */
  readonly known: number
  /** Articles of which only the feed's summary could be had, by the reason. */
  readonly summaries: ReadonlyMap<string, number>
  /** Addresses that gave nothing. */
  readonly failed: number
}

/** Reasons told apart; further ones count as one. */
const mostReasons = 20

/** Feeds and pages of the web as a source of a run. Close it when the run has ended: articles are parsed until then. */
export class WebSource {
  readonly #addresses: readonly string[]
  readonly #options: WebOptions
  readonly #archive: Archive
  readonly #documents = new DocumentParser()
  readonly #memories = new Map<string, FeedMemory>()
  readonly #taken: (() => void)[] = []
  readonly #summaries = new Map<string, number>()
  readonly #failures = new Set<string>()
  #known = 0

  constructor(addresses: readonly string[], archive: Archive, options: WebOptions) {
    this.#addresses = [...new Set(addresses)]
    this.#archive = archive
    this.#options = options
  }

  /** Visits every address and yields what is new. An address that gives nothing is set aside. */
  async *readings(): AsyncGenerator<Reading> {
    const visits = this.#addresses.map((address) => () => this.#visit(address))
    for await (const met of together(lazily(visits), visitsAtOnce)) {
      if (met.kind === 'known') this.#known++
      else if (met.kind === 'failed') {
        this.#failures.add(met.address)
        yield setAside(webFile(met.address, 0), undefined, met.reason)
      } else {
        this.#taken.push(met.remember)
        if (met.kind === 'reading') yield met.reading
      }
    }
  }

  /**
   * Remembers what run `run` has visited, so that the next one need not read it again, and forgets that it was set aside before. Only
   * when everything is stored.
   */
  remember(lease: Lease, run: number): void {
    for (const remember of this.#taken.splice(0)) remember()
    for (const [address, memory] of this.#memories) {
      memory.keep(this.#archive, lease, address)
      if (!this.#failures.has(address)) this.#settle(address, lease, run)
    }
  }

  #settle(address: string, lease: Lease, run: number): void {
    for (const place of [address, ...(this.#options.retried?.get(address) ?? [])])
      this.#archive.forgetSetAside(lease, place, run)
  }

  counts(): WebCounts {
    return { known: this.#known, summaries: this.#summaries, failed: this.#failures.size }
  }

  close(): void {
    this.#documents.close()
  }

  #knownOf(address: string): KnownFeed | undefined {
    if (this.#options.retried?.has(address)) return undefined
    const known = this.#archive.feed(address)
    return this.#archive.isSetAside(address, undefined) ? toAskAgain(known) : known
  }

  #visit(address: string): AsyncGenerator<Met> {
    const memory = new FeedMemory(this.#knownOf(address), this.#options.processing)
    this.#memories.set(address, memory)
    return visit(address, memory, {
      ...this.#options,
      documents: this.#documents,
      onlySummary: (_address, reason) => {
        const key = this.#summaries.size < mostReasons ? reason : 'other reasons'
        this.#summaries.set(key, (this.#summaries.get(key) ?? 0) + 1)
      },
    })
  }
}

function* lazily<T>(makers: readonly (() => T)[]): Generator<T> {
  for (const make of makers) yield make()
}
