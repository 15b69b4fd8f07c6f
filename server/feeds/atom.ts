import { generateAtomFeed } from 'feedsmith'
import type { Hit } from '../../engine/hit.ts'
import { showDate } from '../show-date.ts'
import { urnOf } from './urn.ts'
import { shownTitle } from '../view-models/shown-title.ts'

/** What a feed says of itself. */
export interface FeedAbout {
  /** The same for as long as the saved query lives. */
  readonly key: string
  readonly title: string
  readonly subtitle: string
  /** Where its results are read. */
  readonly page: string
  /** Where the feed itself is. */
  readonly self: string
  /** ISO 8601 UTC; of a feed without entries. */
  readonly since: string
}

/** An article of a feed. */
export interface FeedEntry {
  readonly hit: Hit
  /** ISO 8601 UTC. */
  readonly firstIndexed: string
  /** Its page on this site. */
  readonly page: string
}

/** Not allowed in XML 1.0, whatever a text has them for. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * An Atom feed (RFC 4287), the latest indexed article first. `updated` is when an article was first indexed, so that one that is read
 * again is not new again; when it was published stands in the summary, since Atom wants a moment and a newspaper prints a day.
 */
export function writeAtom(about: FeedAbout, entries: readonly FeedEntry[]): string {
  return generateAtomFeed(
    {
      id: urnOf(`feed ${about.key}`),
      title: { value: clean(about.title) },
      subtitle: { value: clean(about.subtitle) },
      updated: new Date(entries[0]?.firstIndexed ?? about.since),
      links: [
        { href: about.page, rel: 'alternate', type: 'text/html' },
        { href: about.self, rel: 'self', type: 'application/atom+xml' },
      ],
      generator: { text: 'Dateline' },
      entries: entries.map(showEntry),
    },
    { strict: true },
  )
}

function showEntry({ hit, firstIndexed, page }: FeedEntry) {
  const passages = hit.passages.map(({ text }) => text).join(' … ')
  const date = hit.published === '' ? 'undated' : showDate(hit.published)
  const outlet = hit.outlet === '' ? 'Outlet unknown' : hit.outlet
  return {
    id: urnOf(`article ${hit.id}`),
    title: { value: clean(shownTitle(hit.title)) },
    updated: new Date(firstIndexed),
    authors: [{ name: clean(outlet) }],
    links: [{ href: page, rel: 'alternate', type: 'text/html' }],
    summary: { value: clean(`${outlet}, ${date}. ${passages}`) },
  }
}

function clean(text: string): string {
  return text.replace(forbidden, '').toWellFormed()
}
