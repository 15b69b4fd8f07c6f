import type { Archive } from '../../engine/archive/archive.ts'
import type { Lease } from '../../engine/archive/lease.ts'
import type { WebClient } from '../fetch/web-client.ts'
import { DocumentParser } from '../read/document-parser.ts'
import { setAside, type Reading } from '../read/source-record.ts'
import { FeedMemory } from './feed-memory.ts'
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
  #known = 0
  #failed = 0

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
        this.#failed++
        yield setAside(webFile(met.address, 0), undefined, met.reason)
      } else {
        this.#taken.push(met.remember)
        if (met.kind === 'reading') yield met.reading
      }
    }
  }

  /** Remembers what was visited, so that the next run need not read it again. Only when everything is stored. */
  remember(lease: Lease): void {
    for (const remember of this.#taken.splice(0)) remember()
    for (const [address, memory] of this.#memories) memory.keep(this.#archive, lease, address)
  }

  counts(): WebCounts {
    return { known: this.#known, summaries: this.#summaries, failed: this.#failed }
  }

  close(): void {
    this.#documents.close()
  }

  #visit(address: string): AsyncGenerator<Met> {
    const memory = new FeedMemory(this.#archive.feed(address), this.#options.processing)
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
