import { splitAuthors, Unreadable, type Draft } from '../read/draft.ts'
import type { FeedEntry } from './feed.ts'
import { plainText } from './plain-text.ts'

/** Makes a draft of what the feed itself carries of an article. Throws Unreadable when that is no more than a title. */
export function entryDraft(entry: FeedEntry): Draft {
  const text = entryText(entry)
  if (text === '') throw new Unreadable('no text: the feed gives only a title')
  return {
    title: entry.title,
    outlet: entry.outlet,
    published: entry.published,
    url: entry.url,
    authors: [...new Set(entry.authors.flatMap(splitAuthors))],
    text,
    language: entry.language,
    // An address says better which article this is: feeds change their ids.
    givenId: entry.url === '' ? entry.guid : '',
  }
}

/** Fewer characters are a teaser, in whatever element a feed gives them. */
const shortestArticle = 600
/** A description is the article itself when it has so many. */
const shortestDescription = 1_500

/**
 * Whether a feed carries the article itself rather than its beginning: an element meant for that has 600 characters, or a description
 * 1,500, and they do not end in "…", "[...]" or "Read more".
 */
export function isWhole(entry: FeedEntry): boolean {
  const [content, summary] = [plainText(entry.content), plainText(entry.summary)]
  return (
    (content.length >= shortestArticle && !breaksOff(content)) ||
    (summary.length >= shortestDescription && !breaksOff(summary))
  )
}

function entryText(entry: FeedEntry): string {
  const [content, summary] = [plainText(entry.content), plainText(entry.summary)]
  return withoutTail(content.length >= summary.length ? content : summary)
}

/** What publishing systems put below each entry of their feeds. */
const tail = /\n\s*The post [^\n]{1,400} (?:appeared first|first appeared) on [^\n]{1,200}$/

function withoutTail(text: string): string {
  return text.replace(tail, '').trim()
}

function breaksOff(text: string): boolean {
  const end = withoutTail(text).slice(-60)
  return (
    /(?:…|\.\.\.)\s*[\])]?$/.test(end) ||
    /(?:continue reading|read (?:more|on|the (?:full|whole|rest)[^\n]*)|full story|more)\s*(?:…|\.\.\.|→|»|>+)?\s*$/i.test(
      end,
    )
  )
}
