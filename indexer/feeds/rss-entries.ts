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

type RssFeed = Extract<Parsed, { format: 'rss' }>['feed']
type RssItem = NonNullable<RssFeed['items']>[number]
type RdfFeed = Extract<Parsed, { format: 'rdf' }>['feed']
type RdfItem = NonNullable<RdfFeed['items']>[number]

/** What an RSS feed of any version says about itself. */
export function rssHead(feed: RssFeed | RdfFeed, url: string): FeedHead {
  const { dc, link, title } = feed
  const language = 'language' in feed ? feed.language : undefined
  return {
    outlet: outletName(plainTitle(title)),
    language: textOr('', language, ...dublinCore(dc).languages),
    base: absolute(link, url) || url,
  }
}

/** Reads an item of RSS 0.91 to 2.0. */
export function rssEntry(item: RssItem, head: FeedHead): FeedEntry {
  const { authors, guid, pubDate, source } = item
  const dc = dublinCore(item.dc)
  return {
    ...texts(item),
    guid: textOr('', guid?.value),
    url: absolute(item.link, head.base) || permalink(item),
    published: present([pubDate, ...dc.dates, ...atomDates(item)]),
    // RSS wants "ann@example.org (Ann Lee)"; an address alone names nobody.
    authors: present([...dc.creators, ...listed(authors).map(({ name }) => name)]),
    // Aggregators name where they have an item from.
    outlet: plainTitle(textOr('', source?.title, ...dc.publishers)) || head.outlet,
    language: textOr(head.language, ...dc.languages),
  }
}

// A guid is an address unless it says otherwise.
function permalink({ guid }: RssItem): string {
  return guid?.isPermaLink === false ? '' : absolute(guid?.value, '')
}

function atomDates({ atom }: RssItem): string[] {
  return present([atom?.published, atom?.updated])
}

/** Reads an item of RSS 0.90 or 1.0. */
export function rdfEntry(item: RdfItem, head: FeedHead): FeedEntry {
  const about = item.rdf?.about
  const dc = dublinCore(item.dc)
  return {
    ...texts(item),
    guid: textOr('', about),
    url: absolute(item.link, head.base) || absolute(about, head.base),
    published: present(dc.dates),
    authors: present(dc.creators),
    outlet: plainTitle(textOr('', ...dc.publishers)) || head.outlet,
    language: textOr(head.language, ...dc.languages),
  }
}

function texts(item: RssItem | RdfItem): Pick<FeedEntry, 'title' | 'content' | 'summary'> {
  const dc = dublinCore(item.dc)
  return {
    title: plainTitle(textOr('', item.title, ...dc.titles)),
    content: html(item.content?.encoded),
    summary: html(textOr('', item.description, ...dc.descriptions)),
  }
}

function html(value: string | undefined): FeedContent {
  return value === undefined || value === '' ? noContent : { kind: 'html', value }
}
