import type { FacetName, TextField } from '../../engine/article.ts'
import type { Range } from '../../engine/hit.ts'

/** A range of a text, end exclusive. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** A mention of a facet value in a text. */
export interface Mention extends Place {
  readonly facet: FacetName
  readonly name: string
  readonly field: TextField
  /** The id of the place in the page. */
  readonly anchor: string
}

/** A match of the query in a text. */
export interface MatchPlace extends Place {
  /** Counted through title and text, from 1. */
  readonly nth: number
}

/** A stretch of text that is shown in one way. */
export interface Segment {
  readonly text: string
  /** Mentions that begin here. */
  readonly anchors: readonly string[]
  /** The number of the match that begins here; 0 for none. */
  readonly match: number
  /** The facet of the mention that it is in; '' outside. */
  readonly kind: FacetName | ''
  /** The name of that mention's value. */
  readonly name: string
  /** Inside a match of the query. */
  readonly marked: boolean
}

/**
 * Cuts a text, or a range of it, wherever a mention or a match begins or ends. Where mentions overlap, the shortest one gives a
 * segment its kind: it says the most about those words. Matches are ascending and do not overlap.
 */
export function cutIntoSegments(
  text: string,
  mentions: readonly Mention[],
  matches: readonly MatchPlace[],
  [from, to]: Range = [0, text.length],
): Segment[] {
  const ordered = cutsOf([...mentions, ...matches], from, to)
  const mentionsAt = sweep(mentions)
  const matchesAt = sweep(matches)
  return ordered.slice(0, -1).map((start, nth) => {
    const around = mentionsAt(start)
    const [mention] = around.toSorted((a, b) => a.end - a.start - (b.end - b.start))
    const [match] = matchesAt(start)
    return {
      text: text.slice(start, ordered[nth + 1] ?? to),
      anchors: around.filter((each) => each.start === start).map(({ anchor }) => anchor),
      kind: mention?.facet ?? '',
      name: mention?.name ?? '',
      marked: match !== undefined,
      match: match?.start === start ? match.nth : 0,
    }
  })
}

/** The segments of each paragraph of a text. The effort grows with text, mentions and matches, not with their product. */
export function cutIntoParagraphs(
  text: string,
  mentions: readonly Mention[],
  matches: readonly MatchPlace[],
): Segment[][] {
  const paragraphs = paragraphsOf(text)
  const mentionsIn = sharedOut(mentions, paragraphs)
  const matchesIn = sharedOut(matches, paragraphs)
  return paragraphs.map((range, nth) =>
    cutIntoSegments(text, mentionsIn[nth] ?? [], matchesIn[nth] ?? [], range),
  )
}

function cutsOf(places: readonly Place[], from: number, to: number): number[] {
  const cuts = new Set([from, to])
  for (const { start, end } of places) {
    for (const cut of [start, end]) if (cut > from && cut < to) cuts.add(cut)
  }
  return [...cuts].sort((a, b) => a - b)
}

const byStart = (a: Place, b: Place) => a.start - b.start

/** Tells which places a position is in; asked for in ascending order. */
function sweep<T extends Place>(places: readonly T[]): (at: number) => readonly T[] {
  const sorted = places.toSorted(byStart)
  let next = 0
  let open: T[] = []
  return (at) => {
    open = open.filter(({ end }) => end > at)
    for (let place = sorted[next]; place && place.start <= at; place = sorted[++next])
      if (place.end > at) open.push(place)
    return open
  }
}

/** The places that each of some successive ranges shares a piece with. */
function sharedOut<T extends Place>(places: readonly T[], ranges: readonly Range[]): T[][] {
  const sorted = places.toSorted(byStart)
  let next = 0
  let open: T[] = []
  return ranges.map(([from, to]) => {
    for (let place = sorted[next]; place && place.start < to; place = sorted[++next])
      open.push(place)
    open = open.filter(({ end }) => end > from)
    return open
  })
}

/** The ranges of a text's paragraphs: its lines, without the empty ones. */
export function paragraphsOf(text: string): Range[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((line) => [
    line.index,
    line.index + line[0].length,
  ])
}
