import { dublinCore } from './dublin-core.ts'
import {
  absolute,
  listed,
  noContent,
  present,
  textOr,
  type FeedContent,
  type FeedEntry,
  type FeedHead,
} from './feed.ts'
import { outletName } from './outlet-name.ts'
import type { Parsed } from './parse-feed.ts'
import { plainTitle } from './plain-text.ts'

type AtomFeed = Extract<Parsed, { format: 'atom' }>['feed']
type AtomEntry = NonNullable<AtomFeed['entries']>[number]
type AtomLink = NonNullable<AtomEntry['links']>[number]

/** What an Atom feed says about itself. */
export function atomHead(feed: AtomFeed, url: string): FeedHead {
  const { links, title, xml } = feed
  return {
    outlet: outletName(plainTitle(title?.value)),
    language: textOr('', xml?.lang),
    base: absolute(xml?.base, url) || url || absolute(pageLink(links), ''),
  }
}

/** Reads an entry of Atom 0.3 or 1.0. */
export function atomEntry(entry: AtomEntry, head: FeedHead): FeedEntry {
  const { content, id, published, title, updated, xml } = entry
  const dc = dublinCore(entry.dc)
  return {
    guid: textOr('', id),
    url: pageOf(entry, absolute(xml?.base, head.base) || head.base),
    title: plainTitle(title?.value),
    content: typed(content),
    summary: typed(entry.summary),
    published: present([published, ...dc.dates, updated]),
    authors: present([...listed(entry.authors).map(({ name }) => name), ...dc.creators]),
    outlet: sourceOf(entry) || head.outlet,
    language: textOr(head.language, content?.xml?.lang, xml?.lang),
  }
}

function pageOf({ id, links }: AtomEntry, base: string): string {
  return absolute(pageLink(links), base) || absolute(id, '')
}

// An aggregated entry says which feed it is from.
function sourceOf({ source }: AtomEntry): string {
  return outletName(plainTitle(source?.title?.value))
}

/** The page of an entry: its alternate form, preferably HTML; never the feed itself or what is attached. */
function pageLink(links: readonly AtomLink[] | undefined): string | undefined {
  const pages = listed(links).filter(({ rel }) => rel === undefined || rel === 'alternate')
  return (pages.find(({ type }) => type === undefined || type.includes('html')) ?? pages[0])?.href
}

function typed(text: { readonly value?: string; readonly type?: string } | undefined): FeedContent {
  const value = textOr('', text?.value)
  if (value === '') return noContent
  return { kind: /html/i.test(textOr('', text?.type)) ? 'html' : 'text', value }
}
