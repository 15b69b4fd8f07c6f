/** What a feed holds, whatever its format. */
export interface Feed {
  /** The publisher as readers know it: the feed's title without "RSS", "Latest news" and names of sections; '' when it has none. */
  readonly outlet: string
  /** In the feed's order. */
  readonly entries: readonly FeedEntry[]
  /** Entries that were not read: those beyond `mostEntries`, and those that are broken. */
  readonly leftOut: { readonly beyond: number; readonly broken: number }
}

/** One entry of a feed; texts are '' where it says nothing. */
export interface FeedEntry {
  /** The feed's own id of the entry. */
  readonly guid: string
  /** http(s), made absolute; '' when the entry names no page. */
  readonly url: string
  /** Plain text. */
  readonly title: string
  /** What the feed gives as the article itself. */
  readonly content: FeedContent
  /** What it gives as a summary; in RSS 0.9x often the article itself. */
  readonly summary: FeedContent
  /** Dates as printed, the most trustworthy first. */
  readonly published: readonly string[]
  readonly authors: readonly string[]
  /** Where the entry comes from another publisher, that one; else the feed's. */
  readonly outlet: string
  /** BCP 47 as declared. */
  readonly language: string
}

/** Text as a feed carries it; `html` may be any fragment, however broken. */
export interface FeedContent {
  readonly kind: 'html' | 'text'
  readonly value: string
}

/** Where a feed says nothing. */
export const noContent: FeedContent = { kind: 'text', value: '' }

/** What a feed says about itself, as far as its entries need it. */
export interface FeedHead {
  readonly outlet: string
  readonly language: string
  /** What relative addresses are relative to; '' when unknown. */
  readonly base: string
}

/** An entry's address against its base, http(s) only; '' for anything else. */
export function absolute(address: string | undefined, base: string): string {
  const given = address?.trim() ?? ''
  if (given === '' || given.length > longestAddress) return ''
  const url = URL.parse(given, base === '' ? undefined : base)
  return url && /^https?:$/.test(url.protocol) ? url.href : ''
}

/** Longer addresses are not followed. */
const longestAddress = 4096

/** What is given and not empty. */
export function present(values: readonly (string | undefined)[]): string[] {
  return values.flatMap((value) => (value === undefined || value.trim() === '' ? [] : [value]))
}

/** An empty list for one that a feed leaves out. */
export function listed<T>(values: readonly T[] | undefined): readonly T[] {
  return values ?? []
}

/** The first text that is given, else `missing`. */
export function textOr(missing: string, ...given: readonly (string | undefined)[]): string {
  return given.find((text) => text !== undefined && text !== '') ?? missing
}
