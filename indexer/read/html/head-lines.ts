import { isWithin, type Block } from './blocks.ts'
import type { Box } from './box.ts'

/** What a page prints between its headline and the first paragraph. */
export interface HeadLines {
  /** Phrases that look like a date, in reading order. */
  readonly dates: readonly string[]
  /** Lines that the page calls byline or author. */
  readonly bylines: readonly string[]
}

/** Further ones are no longer beside the headline. */
const mostLines = 12
/** Longer lines are sentences. */
const longestLine = 160
const longestByline = 100

/** Day, month and year in figures, or with a month by name in any language; with a word between them as in "27 de abril de 2016". */
const datePhrase =
  /(?<![\d.:/-])(?:\d{4}\s?[-/.年년]\s?\d{1,2}\s?[-/.月월]\s?\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}(?:st|nd|rd|th|\.|º)?\s(?:de\s|of\s)?\p{L}[\p{L}\p{M}]{2,15}\.?,?\s(?:de\s)?\d{4}|\p{L}[\p{L}\p{M}]{2,15}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})(?!\d)/gu

/** Reads what stands above an article that begins in `root`. */
export function headLines(all: readonly Block[], root: Box): HeadLines {
  const lines = linesAbove(all, root).filter(({ text }) => text.length <= longestLine)
  return {
    dates: lines.flatMap(({ text }) => text.match(datePhrase) ?? []),
    bylines: lines.filter(isByline).map(({ text }) => text),
  }
}

function linesAbove(all: readonly Block[], root: Box): readonly Block[] {
  const inside = all.findIndex(({ box }) => isWithin(box, root))
  const headline = all.findLastIndex(({ box }, index) => index <= inside && box.tag === 'h1')
  const start = headline < 0 ? Math.max(0, inside - mostLines) : headline + 1
  return all.slice(start, Math.max(inside, start) + mostLines).slice(0, 2 * mostLines)
}

function isByline({ text, box }: Block): boolean {
  if (text.length > longestByline || /\d/.test(text)) return false
  return [box, box.parent].some(
    (at) => at !== undefined && / (?:bylines?|authors?|writer) /.test(at.names),
  )
}
