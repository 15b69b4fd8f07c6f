import type { Draft } from '../read/draft.ts'
import { entryDraft } from './entry-draft.ts'
import { noContent, type FeedEntry } from './feed.ts'
import { readFeed, type FeedPlace } from './read-feed.ts'

/** One entry of a feed as a record of its own. */
export interface FeedRecord {
  /** From 1, in the feed's order. */
  readonly number: number
  /** What the feed says of this entry, as JSON: the same as long as the feed says the same, wherever it stands. */
  readonly bytes: Uint8Array
  readonly mediaType: 'application/json'
  readonly entry: FeedEntry
  /** Throws Unreadable when the feed gives no more than a title. */
  readonly parse: () => Draft
}

/** The records of a feed, and what was left out of it. */
export interface FeedRecords {
  readonly records: readonly FeedRecord[]
  /** In plain words, for the report; undefined when every entry was read. */
  readonly leftOut: string | undefined
}

/**
 * Reads a feed into records, one for each entry, with the text that the feed carries: nothing is fetched. Throws Unreadable when the
 * bytes are no feed. At most `mostEntries` are read.
 */
export function feedRecords(bytes: Uint8Array, place?: FeedPlace): FeedRecords {
  const feed = readFeed(bytes, place)
  const records = feed.entries.map((entry, index) => ({
    number: index + 1,
    bytes: entryBytes(entry),
    mediaType: 'application/json' as const,
    entry,
    parse: () => entryDraft(entry),
  }))
  return { records, leftOut: told(feed.leftOut.beyond, feed.leftOut.broken) }
}

/** An entry as JSON, fields in a fixed order, without those that say nothing. */
function entryBytes(entry: FeedEntry): Uint8Array {
  const { guid, url, title, content, summary, published, authors, outlet, language } = entry
  const said = { guid, url, title, outlet, language, published, authors, content, summary }
  return new TextEncoder().encode(
    JSON.stringify(said, (_name, value: unknown) => (isEmpty(value) ? undefined : value)),
  )
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === noContent || (Array.isArray(value) && value.length === 0)
}

function told(beyond: number, broken: number): string | undefined {
  const parts = [
    ...(beyond > 0 ? [`${beyond} entries too many for one feed were left out`] : []),
    ...(broken > 0
      ? [`${broken} broken ${broken === 1 ? 'entry was' : 'entries were'} left out`]
      : []),
  ]
  return parts.length === 0 ? undefined : `the feed is read only in part: ${parts.join('; ')}`
}
