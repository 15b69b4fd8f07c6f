import type { FamilyCounts } from './archive/family-members.ts'
import type { FacetName, FacetValue } from './article.ts'

/** An article as a list of results shows it. */
export interface Hit {
  readonly id: string
  readonly title: string
  readonly titleMatches: readonly Range[]
  readonly outlet: string
  readonly published: string
  readonly url: string
  readonly sample: boolean
  /** Up to three, in reading order; the article's beginning, unmarked, where the text has no match. */
  readonly passages: readonly Passage[]
  /** The article's values, for the chips. */
  readonly facets: Readonly<Record<FacetName, readonly HitValue[]>>
  /** Marked in this article under another spelling or name than was typed: “Dehqan” stands here as “Dehghan”. */
  readonly variants: readonly Variant[]
  /** Its near-duplicates, where families share a hit. */
  readonly family: HitFamily | undefined
}

/** A value of a hit: the article has the evidence. */
export interface HitValue extends Pick<FacetValue, 'id' | 'name' | 'broader'> {
  /** How often the article names it; 0 where it comes from metadata alone. */
  readonly mentions: number
}

/** A spelling or name that was found in place of the one typed. */
export interface Variant {
  readonly typed: string
  /** As the article writes it. */
  readonly found: string
  /** The entity that both stand for; '' where it is the same word otherwise written. */
  readonly name: string
}

/** The near-duplicates of a hit. */
export interface HitFamily extends FamilyCounts {
  readonly id: string
  /** How many of its articles the request finds, this one among them. */
  readonly matching: number
}

/** Start and end (exclusive) in UTF-16 units. */
export type Range = readonly [start: number, end: number]

/** A piece of a text that shows why it was found. */
export interface Passage {
  readonly text: string
  /** Within `text`, ascending, not overlapping. */
  readonly matches: readonly Range[]
}
