import { ArchiveSetAside } from './archive-set-aside.ts'
import type { Lease } from './lease.ts'
import { prepare } from './prepare.ts'

/** What is remembered of a feed, or of a single page, between two visits. */
export interface KnownFeed {
  /** What its server tells changes by; '' where it does not. */
  readonly etag: string
  readonly lastModified: string
  /** The version of the processing that its entries went through. */
  readonly processing: string
  /** By the key of an entry. Those that the feed no longer has are forgotten. */
  readonly entries: ReadonlyMap<string, KnownEntry>
}

/** What is remembered of an entry of a feed. */
export interface KnownEntry {
  /** Tells whether the feed says the same of it. */
  readonly hash: string
  /** How often its page could not be had so far; 0 when nothing is left to fetch. */
  readonly failures: number
}

/** The part of the archive that remembers feeds. */
export class ArchiveFeeds extends ArchiveSetAside {
  /** What is remembered of a feed; undefined for one that was never read. */
  feed(url: string): KnownFeed | undefined {
    return this.read(() => {
      const row = prepare(this.db, 'select * from feed where url = ?').get(url)
      if (!row) return undefined
      return {
        etag: String(row['etag']),
        lastModified: String(row['last_modified']),
        processing: String(row['processing']),
        entries: readEntries(String(row['entries'])),
      }
    })
  }

  /** Remembers a feed. Call it when its entries are stored: what it knows is not read again. */
  keepFeed(lease: Lease, url: string, feed: KnownFeed): void {
    const { etag, lastModified, processing, entries } = feed
    this.write(lease, () =>
      prepare(this.db, 'insert or replace into feed values(?, ?, ?, ?, ?)').run(
        ...[url, processing, etag, lastModified, writeEntries(entries)],
      ),
    )
  }
}

/** A line for each entry: key, hash and failures. */
function writeEntries(entries: KnownFeed['entries']): string {
  return [...entries].map(([key, { hash, failures }]) => `${key} ${hash} ${failures}`).join('\n')
}

function readEntries(lines: string): KnownFeed['entries'] {
  return new Map(
    lines.split('\n').flatMap((line) => {
      const [key = '', hash = '', failures] = line.split(' ')
      return key === '' ? [] : [[key, { hash, failures: Number(failures) }] as const]
    }),
  )
}
