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
  /**
   * Place, date and agency as printed before the first sentence: `MOSCOW/ANKARA (Reuters)`. It stands at the beginning of `text` too,
   * where a search finds it and evidence points. '' where there is none.
   */
  readonly dateline: string
  readonly dating: Dating
  /** In reading order; empty where the text names no date. */
  readonly datesMentioned: readonly MentionedDate[]
  readonly facets: Facets
}

/** Where a publication date comes from, the most trustworthy first; `unknown` belongs to an article without one. */
export const dateSources = ['metadata', 'address', 'dateline', 'byline', 'text', 'unknown'] as const

/** How the publication date was found. */
export interface Dating {
  readonly from: (typeof dateSources)[number]
  /** `guessed`: another day is quite possible, as where only the text names one. */
  readonly sureness: 'sure' | 'likely' | 'guessed'
}

/** The dating of an article without a date. */
export const undated: Dating = { from: 'unknown', sureness: 'guessed' }

/** A date that the text names: `article.text.slice(start, end)` is the proof. */
export interface MentionedDate {
  /** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the text says no more. */
  readonly date: string
  readonly start: number
  readonly end: number
}

/** A piece of the text as read that is not part of the article. */
export interface Removal {
  /** What removed it: `repeated headline`, `byline`, `newsletter prompt`, `boilerplate of the outlet`. */
  readonly step: string
  /** Within the text as read, in UTF-16 units, end exclusive. */
  readonly start: number
  readonly end: number
  /** What stood there. */
  readonly text: string
}

/** What cleaning did to an article: with the removals put back in their places, its text is the text as read. */
export interface Cleaning {
  /** Whether the source gives the title, the first line of its text is it, or it was made of the first sentence. */
  readonly titleFrom: 'source' | 'first line' | 'first sentence'
  /** Ascending, not overlapping. */
  readonly removed: readonly Removal[]
}

/** What near-duplicates are recognised by; made of the cleaned text. */
export interface Signature {
  /** MinHash values, little endian, 32 bits each. */
  readonly bytes: Uint8Array
  /** Equal for texts that differ in white space and case only. */
  readonly textHash: string
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
}
