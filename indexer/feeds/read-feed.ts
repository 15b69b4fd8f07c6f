import { atomEntry, atomHead } from './atom-entries.ts'
import { decodeFeed } from './decode-feed.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { jsonEntry, jsonHead } from './json-entries.ts'
import { parseTolerantly, type Parsed } from './parse-feed.ts'
import { rdfEntry, rssEntry, rssHead } from './rss-entries.ts'

/** Where a feed was found, as far as reading it needs to know; both are '' when unknown. */
export interface FeedPlace {
  /** Its address: what relative links are relative to where the feed names nothing else. */
  readonly url: string
  /** The character set that the server declared. */
  readonly charset: string
}

/** Entries of one feed that are read; a feed of more is no feed but an export, and its oldest entries come last. */
export const mostEntries = 5_000

/**
 * Reads a feed: RSS 0.9x, 1.0 or 2.0, Atom or JSON Feed, also one that is damaged in the usual ways: undeclared namespaces, unknown
 * entities, a wrong character set, characters that XML forbids, an end that is cut off. Nothing is fetched. Throws Unreadable when
 * it is no feed.
 */
export function readFeed(bytes: Uint8Array, place: FeedPlace = { url: '', charset: '' }): Feed {
  const text = decodeFeed(bytes, place.charset)
  const { parsed, broken, beyond } = parseTolerantly(text, mostEntries)
  const { outlet, entries } = entriesOf(parsed, place.url)
  return {
    outlet,
    entries: entries.slice(0, mostEntries).map((read) => read()),
    leftOut: { broken, beyond: beyond + Math.max(0, entries.length - mostEntries) },
  }
}

interface Unread {
  readonly outlet: string
  readonly entries: readonly (() => FeedEntry)[]
}

function entriesOf(parsed: Parsed, url: string): Unread {
  switch (parsed.format) {
    case 'rss': {
      const head = rssHead(parsed.feed, url)
      return unread(head.outlet, parsed.feed.items, (item) => rssEntry(item, head))
    }
    case 'rdf': {
      const head = rssHead(parsed.feed, url)
      return unread(head.outlet, parsed.feed.items, (item) => rdfEntry(item, head))
    }
    case 'atom': {
      const head = atomHead(parsed.feed, url)
      return unread(head.outlet, parsed.feed.entries, (entry) => atomEntry(entry, head))
    }
    case 'json': {
      const head = jsonHead(parsed.feed, url)
      return unread(head.outlet, parsed.feed.items, (item) => jsonEntry(item, head))
    }
  }
}

function unread<T>(
  outlet: string,
  items: readonly T[] | undefined,
  read: (item: T) => FeedEntry,
): Unread {
  return { outlet, entries: (items ?? []).map((item) => () => read(item)) }
}
