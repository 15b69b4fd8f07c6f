import { createHash } from 'node:crypto'
import type { KnownEntry, KnownFeed } from '../../engine/archive/archive-feeds.ts'
import type { Archive } from '../../engine/archive/archive.ts'
import type { Lease } from '../../engine/archive/lease.ts'
import type { Validators } from '../fetch/hop.ts'
import type { FeedEntry } from './feed.ts'

const unknown = { etag: '', lastModified: '' }

/** What is remembered of one feed during a visit: what the archive knew, and what has been taken since. */
export class FeedMemory {
  readonly #before: ReadonlyMap<string, KnownEntry>
  readonly #now = new Map<string, KnownEntry>()
  readonly #processing: string
  readonly #validators: Validators
  #after: Validators = unknown

  /** `known` counts for nothing where another version of the processing has read it. */
  constructor(known: KnownFeed | undefined, processing: string) {
    const before = known?.processing === processing ? known : undefined
    this.#before = before?.entries ?? new Map()
    this.#processing = processing
    const isSettled = [...this.#before.values()].every(({ failures }) => failures === 0)
    this.#validators = before && isSettled ? before : unknown
  }

  /** What to ask the server for changes by; nothing while pages of the feed are still to be had. */
  get validators(): Validators {
    return { etag: this.#validators.etag, lastModified: this.#validators.lastModified }
  }

  /** What is known of an entry that says the same as before; undefined for a new or changed one. */
  known(key: string, hash: string): KnownEntry | undefined {
    const entry = this.#now.get(key) ?? this.#before.get(key)
    return entry?.hash === hash ? entry : undefined
  }

  /** Whether the entry stands in this feed twice. */
  has(key: string): boolean {
    return this.#now.has(key)
  }

  remember(key: string, entry: KnownEntry): void {
    this.#now.set(key, entry)
  }

  /** Every entry is stored: until the server tells a change, nothing need be read. */
  complete(validators: Validators): void {
    this.#after = validators
  }

  /** Writes down what is remembered; entries of before that were not met yet are kept until the visit is complete. */
  keep(archive: Archive, lease: Lease, url: string): void {
    const isComplete = this.#after !== unknown
    archive.keepFeed(lease, url, {
      ...this.#after,
      processing: this.#processing,
      entries: isComplete ? this.#now : new Map([...this.#before, ...this.#now]),
    })
  }
}

/** Under this key a page is remembered that is no feed. */
export const pageKey = 'page'

/** What is known of an address that is to be asked once more, whether or not its server tells a change: the entries of a feed, no page. */
export function toAskAgain(known: KnownFeed | undefined): KnownFeed | undefined {
  if (!known) return undefined
  const entries = [...known.entries].filter(([key]) => key !== pageKey)
  return { ...known, ...unknown, entries: new Map(entries) }
}

/** What tells an entry from others of its feed: its address, else its id, else its title. */
export function entryKey({ url, guid, title }: FeedEntry): string {
  return digest(url || guid || title)
}

/** Tells whether a feed says the same of an entry. The id of one that has an address is no part of it: some feeds change it each time. */
export function entryHash(entry: FeedEntry): string {
  return digest(JSON.stringify({ ...entry, guid: entry.url === '' ? entry.guid : '' }))
}

/** Short enough to keep thousands, long enough never to meet another. */
export function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 16)
}
