import type { FeedContent } from '../feeds/feed.ts'
import { Unreadable, type Draft } from './draft.ts'

/** Tags that come in pairs, and are no words between angle brackets that somebody may write. */
const tag =
  /<(\/?)(p|div|span|a|b|i|em|strong|u|ul|ol|li|h[1-6]|blockquote|table|tr|td|figure|section|article|sup|sub)(?:\s[^<>]{0,500})?>/gi
const alone = /<br\s*\/?>|<img\s[^<>]{1,500}>|^\s*<p(?:\s[^<>]{0,500})?>/i
const entity =
  /&(?:amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{2,5}|#x[\da-f]{2,4});/gi
const blocks = /<(?:p|br|div|li|h[1-6]|blockquote|tr|section|article)\b/i

/** A single one may be what the text is about. */
const fewestEntities = 2

/** What is looked at to tell whether a text is HTML, in characters: it shows soon. */
const looked = 50_000

/**
 * A draft whose text or title clearly is HTML, as scraped data often has it, with plain text in its place. A text that merely has a "<"
 * in it stays as it is, as does all other text.
 */
export async function withoutMarkup(draft: Draft): Promise<Draft> {
  const [isTitle, isText] = [isMarkup(draft.title, 1), isMarkup(draft.text, fewestEntities)]
  if (!isTitle && !isText) return draft
  // Loaded here: where no text is HTML its parser is not needed.
  const { plainText, plainTitle } = await import('../feeds/plain-text.ts')
  const parsed = (value: string) => parsedOrCut(value, plainText)
  return {
    ...draft,
    title: isTitle ? plainTitle(draft.title) : draft.title,
    text: isText ? notBlank(parsed(inHtml(draft.text))) : draft.text,
  }
}

/** What would take long to parse loses its tags as they stand. */
function parsedOrCut(value: string, plainText: (content: FeedContent) => string): string {
  try {
    return plainText({ kind: 'html', value })
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return value.replace(/<\/?[a-z][^<>]{0,500}>/gi, ' ').trim()
  }
}

function notBlank(text: string): string {
  if (text === '') throw new Unreadable('no text')
  return text
}

function inHtml(text: string): string {
  const whole = hasTags(text) ? text : unescaped(text)
  return blocks.test(whole) ? whole : withBreaks(whole)
}

function isMarkup(text: string, fewest: number): boolean {
  const beginning = text.slice(0, looked)
  if (!/[<&]/.test(beginning)) return false
  return hasTags(beginning) || (beginning.match(entity)?.length ?? 0) >= fewest
}

function hasTags(text: string): boolean {
  const beginning = text.slice(0, looked)
  return alone.test(beginning) || hasPair(beginning)
}

function hasPair(text: string): boolean {
  const open = new Set<string>()
  for (const [, slash, name = ''] of text.matchAll(tag)) {
    if (slash === '') open.add(name.toLowerCase())
    else if (open.has(name.toLowerCase())) return true
  }
  return false
}

/** HTML may itself be escaped: &lt;p&gt;. Other text between such signs is meant as it stands. */
function unescaped(text: string): string {
  const tags = text
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&quot;/gi, '"')
    .replace(/&amp;/gi, '&')
  return hasTags(tags) ? tags : text.replaceAll('<', '&lt;')
}

/** Without elements that are paragraphs, line breaks are. */
function withBreaks(text: string): string {
  return text.replace(/\r?\n/g, '<br>')
}
