import type { FacetName, TextField } from '../../engine/article.ts'
import type { Range } from '../../engine/search-engine.ts'

/** A mention of a facet value in a text. */
export interface Mention {
  readonly facet: FacetName
  readonly name: string
  readonly field: TextField
  readonly start: number
  readonly end: number
  /** The id of the place in the page. */
  readonly anchor: string
}

/** A stretch of text that is shown in one way. */
export interface Segment {
  readonly text: string
  /** Mentions that begin here. */
  readonly anchors: readonly string[]
  /** The facet of the mention that it is in; '' outside. */
  readonly kind: FacetName | ''
  /** The name of that mention's value. */
  readonly name: string
  /** Inside a match of the query. */
  readonly marked: boolean
}

/**
 * Cuts a text, or a range of it, wherever a mention or a match begins or ends.
 * Where mentions overlap, the shortest one gives a segment its kind: it says the most about those words.
 */
export function cutIntoSegments(
  text: string,
  mentions: readonly Mention[],
  matches: readonly Range[],
  [from, to]: Range = [0, text.length],
): Segment[] {
  const near = mentions.filter(({ start, end }) => start < to && end > from)
  const marks = matches.filter(([start, end]) => start < to && end > from)
  const cuts = new Set([from, to])
  for (const [start, end] of [...marks, ...near.map(rangeOf)]) {
    cuts.add(Math.max(start, from))
    cuts.add(Math.min(end, to))
  }
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((start, nth) => {
    const end = ordered[nth + 1] ?? to
    const around = near.filter((mention) => mention.start <= start && mention.end >= end)
    const [mention] = around.toSorted((a, b) => a.end - a.start - (b.end - b.start))
    return {
      text: text.slice(start, end),
      anchors: near.filter((each) => each.start === start).map(({ anchor }) => anchor),
      kind: mention?.facet ?? '',
      name: mention?.name ?? '',
      marked: marks.some(([first, last]) => first <= start && last >= end),
    }
  })
}

/** The ranges of a text's paragraphs: its lines, without the empty ones. */
export function paragraphsOf(text: string): Range[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((line) => [
    line.index,
    line.index + line[0].length,
  ])
}

const rangeOf = ({ start, end }: Mention): Range => [start, end]
