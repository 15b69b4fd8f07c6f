/** The facets of an article, in the order in which they are shown. */
export const facetNames = ['people', 'places', 'weapons', 'outlet', 'cites'] as const
export type FacetName = (typeof facetNames)[number]

/** The fields that are searched, highlighted and cited as evidence. */
export const textFields = ['title', 'text'] as const
export type TextField = (typeof textFields)[number]

/** A place in an article: `article[field].slice(start, end)` is the proof. UTF-16 units, end exclusive. */
export interface Evidence {
  readonly field: TextField
  readonly start: number
  readonly end: number
  /** What found this mention, where it is not what found the value: one value may be a listed name here and a surname there. */
  readonly rule?: string
}

/** A value that stands above another one: a weapon's family and category, a place's country. */
export interface BroaderValue {
  readonly id: string
  readonly name: string
}

/** The id of a facet's value for articles that have none in it. No entity has brackets in its id. */
export const noValue = '[none]'

/** One value of a facet in one article. */
export interface FacetValue {
  /** Stable and readable, unique within its facet, e.g. `hossein-dehghan`. `outlet` and `cites` share theirs. */
  readonly id: string
  /** The fullest name known from the lists or, for one they do not have, from this article. */
  readonly name: string
  /** Every mention, in reading order. Empty where the value comes from metadata alone (an outlet). */
  readonly evidence: readonly Evidence[]
  /** What found it, for readers: e.g. `list: agencies`, `title before a name`, `metadata`. */
  readonly rule: string
  /** Nearest first: S-300PMU-2 stands below S-300, and that below surface-to-air missile. Empty for most. */
  readonly broader: readonly BroaderValue[]
}

export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>

/** An article as read, cleaned and extracted; the archive has yet to give it an id. */
export interface Article {
  /** Never empty: the first line of the text where the source has no title. */
  readonly title: string
  /** The publisher's name as shown, '' when unknown. */
  readonly outlet: string
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` as the publisher printed it, '' when unknown. */
  readonly published: string
  /** http(s) only, '' when unknown. */
  readonly url: string
  readonly authors: readonly string[]
  readonly text: string
  /** BCP 47 tag, '' when not determined. */
  readonly language: string
  readonly facets: Facets
}

/** An article of the archive. */
export interface StoredArticle extends Article {
  /** Permanent and opaque: lower-case letters and digits. */
  readonly id: string
  /** Counts articles in the order in which they were first indexed, from 1; never reused, kept on replacement. */
  readonly sequence: number
  /** When it was first indexed, ISO 8601 UTC; kept on replacement. */
  readonly firstIndexed: string
  /** Where it was read: a file's path, with `#line` where the file holds many. */
  readonly origin: string
  /** SHA-256 of the original bytes, hexadecimal. */
  readonly originalHash: string
  /** Part of the sample archive that a first start loads. */
  readonly sample: boolean
  /** Signature shared by near-duplicates, '' when not computed. */
  readonly family: string
  /** Dates that the text mentions, as `YYYY-MM-DD` or partial; empty when not extracted. */
  readonly datesMentioned: readonly string[]
}
