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

type JsonFeed = Extract<Parsed, { format: 'json' }>['feed']
type JsonItem = NonNullable<JsonFeed['items']>[number]

/** What a JSON Feed says about itself. */
export function jsonHead(feed: JsonFeed, url: string): FeedHead {
  const own = absolute(feed.feed_url, '') || absolute(feed.home_page_url, '')
  return {
    outlet: outletName(plainTitle(feed.title)),
    language: feed.language ?? '',
    base: url === '' ? own : url,
  }
}

/** Reads an item of JSON Feed 1.0 or 1.1. */
export function jsonEntry(item: JsonItem, head: FeedHead): FeedEntry {
  return {
    guid: textOr('', item.id),
    url: pageOf(item, head.base),
    title: plainTitle(item.title),
    content: contentOf(item),
    summary: plain(item.summary),
    published: present([item.date_published, item.date_modified]),
    authors: present(listed(item.authors).map(({ name }) => name)),
    outlet: head.outlet,
    language: textOr(head.language, item.language),
  }
}

function contentOf({ content_html: html, content_text: text }: JsonItem): FeedContent {
  if (html !== undefined) return { kind: 'html', value: html }
  return plain(text)
}

function plain(value: string | undefined): FeedContent {
  return value === undefined ? noContent : { kind: 'text', value }
}

// The page that an entry links to is what it is about; its own page holds the article.
function pageOf({ id, url, external_url: about }: JsonItem, base: string): string {
  return absolute(url, base) || absolute(about, base) || absolute(id, '')
}
