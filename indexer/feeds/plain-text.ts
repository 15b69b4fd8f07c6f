import { blockText } from '../read/html/block-text.ts'
import { decodeEntities, parsePage } from '../read/html/dom.ts'
import type { FeedContent } from './feed.ts'
import { checkCost } from './html-cost.ts'

/** The text of a piece of a feed as a reader sees it, paragraphs apart by an empty line. Throws Unreadable for HTML that would take long to parse. */
export function plainText({ kind, value }: FeedContent): string {
  if (kind === 'text' && !looksEscaped(value)) return value.trim()
  checkCost(value)
  const page = parsePage(value)
  return blockText(page.querySelector('body') ?? page.querySelector('html') ?? page)
}

/** Longer titles are cut: no headline has so many characters. */
const longestTitle = 1_000

/** A title in plain text on one line: feeds escape entities twice and put tags in. */
export function plainTitle(title: string | undefined): string {
  const line = (title ?? '').slice(0, longestTitle).replace(/\s+/g, ' ').trim()
  if (!/[<&]/.test(line)) return line
  return decodeEntities(line.replace(/<\/?[a-z][^<>]*>/gi, '')).trim()
}

// "Plain" text that begins with a tag or holds paragraphs is HTML whose type was forgotten.
function looksEscaped(value: string): boolean {
  return /^\s*<(?:p|div|br|span|img|a|h\d)\b/i.test(value) || /<\/p>/i.test(value)
}
