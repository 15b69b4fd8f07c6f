import type { Passage } from '../hit.ts'
import type { Match } from './match.ts'

const most = 3
/** A passage is one or more whole sentences of about this length together; a longer sentence is cut between words. UTF-16 units. */
const wantedLength = 240
const longest = 320
const longestJoined = 480

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The passages that show best why a text matches: many different words of the query first, then many matches, then the earliest.
 * At most three, in reading order, none that only repeats the title or another passage where there are others; the first paragraph
 * with a whole sentence, unmarked, when nothing matches.
 */
export function bestPassages(text: string, matches: readonly Match[], title = ''): Passage[] {
  if (matches.length === 0) return text === '' ? [] : [passageOf(text, leadSpan(text), [])]
  return tellingSpans(text, spansAround(text, matches), title)
    .toSorted((a, b) => scoreOf(b) - scoreOf(a) || a.start - b.start)
    .slice(0, most)
    .sort((a, b) => a.start - b.start)
    .map((span) => passageOf(text, span, span.matches))
}

/** Scraped texts repeat themselves: captions, headlines, teasers. */
function tellingSpans(
  text: string,
  spans: readonly MatchedSpan[],
  title: string,
): readonly MatchedSpan[] {
  const shown = new Set([title])
  const telling = spans.filter((span) => {
    const passage = text.slice(span.start, span.end)
    return !shown.has(passage) && shown.add(passage)
  })
  return telling.length > 0 ? telling : spans
}

/** Above the first paragraph stand bylines, dates, captions and the site's own words. */
const shortestLead = 80
const leadsTried = 12

function leadSpan(text: string): Span {
  let start = 0
  for (let tried = 0; tried < leadsTried && start < text.length; tried++) {
    const lineEnd = text.indexOf('\n', start)
    const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd)
    if (line.length >= shortestLead && /[.!?]["”’)]?(?:\s|$)/.test(line))
      return spanFrom(text, start)
    start += line.length + 1
  }
  return spanFrom(text, 0)
}

interface MatchedSpan {
  readonly start: number
  end: number
  readonly matches: Match[]
}

/** Further on, even an article of megabytes has shown what it has. */
const mostSpans = 500

/** Walks the matches once; each one that the last span does not hold begins a new span at its sentence. */
function spansAround(text: string, matches: readonly Match[]): MatchedSpan[] {
  const spans: MatchedSpan[] = []
  for (const match of matches) {
    let span = spans.at(-1)
    if (!span || match.end > span.end) {
      if (spans.length === mostSpans) break
      const { start, end } = spanFrom(text, sentenceStart(text, match, span?.end ?? 0))
      span = { start, end: Math.max(end, match.end), matches: [] }
      spans.push(span)
    }
    span.matches.push(match)
    // Words joined by NEAR are shown together.
    if (match.until - span.start <= longestJoined) span.end = Math.max(span.end, match.until)
  }
  return spans
}

/** A full stop behind one of these, or behind an initial, ends no sentence. */
const abbreviation =
  /\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Adm|Capt|Cmdr|Sgt|St|Jr|Sr|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|[A-Z])$/
const boundary = /([.!?…])["”’)\]]*\s+(?=["“‘(]?[\p{Lu}\d])|\n+/gu

function boundaries(text: string): RegExpExecArray[] {
  return Array.from(text.matchAll(boundary)).filter(
    (found) =>
      found[1] !== '.' || !abbreviation.test(text.slice(Math.max(0, found.index - 6), found.index)),
  )
}

function sentenceStart(text: string, match: Match, floor: number): number {
  const from = Math.max(
    floor,
    match.start - longest + Math.min(wantedLength, match.until - match.start),
  )
  const before = text.slice(from, match.start)
  let start = -1
  for (const found of boundaries(before)) start = from + found.index + found[0].length
  if (start >= 0) return start
  return from === floor ? from : afterSpace(text, from, match.start)
}

function spanFrom(text: string, start: number): Span {
  const begin = skipSpace(text, start)
  const rest = text.slice(begin, begin + longest)
  const ends = sentenceEnds(rest)
  if (begin + rest.length === text.length) ends.push({ at: rest.trimEnd().length, last: true })
  const end = passageEnd(ends)
  if (end > 0) return { start: begin, end: begin + end }
  const lastSpace = rest.slice(0, wantedLength).lastIndexOf(' ')
  return { start: begin, end: begin + (lastSpace > wantedLength / 2 ? lastSpace : wantedLength) }
}

interface SentenceEnd {
  readonly at: number
  /** Of its paragraph. */
  readonly last: boolean
}

function sentenceEnds(rest: string): SentenceEnd[] {
  return boundaries(rest).map((found) => ({
    at: found.index + found[0].trimEnd().length,
    last: found[0].includes('\n'),
  }))
}

/** Sentences of one paragraph until the passage is half full, as long as they fit; the first one however long. 0 when there is none. */
function passageEnd(ends: readonly SentenceEnd[]): number {
  let end = 0
  for (const { at, last } of ends) {
    if (at > wantedLength && end > 0) break
    end = at
    if (end >= wantedLength / 2 || last) break
  }
  return end
}

function afterSpace(text: string, from: number, limit: number): number {
  const space = text.indexOf(' ', from)
  return space >= 0 && space < limit ? space + 1 : from
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text.charAt(at))) at++
  return at
}

function scoreOf({ start, end, matches }: MatchedSpan): number {
  const different = new Set(matches.map((match) => match.group)).size
  // A whole sentence tells more than a heading with the same words.
  const fullness = Math.min(end - start, wantedLength) / wantedLength
  return different * 100 + Math.min(matches.length, 20) + fullness * 10
}

function passageOf(text: string, span: Span, matches: readonly Match[]): Passage {
  return {
    text: text.slice(span.start, span.end),
    matches: matches
      .filter((match) => match.start >= span.start && match.end <= span.end)
      .map((match) => [match.start - span.start, match.end - span.start] as const),
  }
}
