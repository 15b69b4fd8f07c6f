import type { FacetName, FacetValue } from './article.ts'
import type { Lease } from './archive/lease.ts'
import type { Query } from './query/query.ts'

/**
 * What every engine does. Engines only retrieve, rank and count: analysis, query language and highlighting are shared,
 * and an engine's index is disposable because it follows the archive's change log.
 */
export interface SearchEngine {
  /**
   * Answers one request, from one snapshot of the index where the engine has such a thing; where not, total, counts and hits may
   * differ by what an indexer adds in between.
   * Throws EngineUnavailable when the engine cannot be reached or its index cannot be read; a query never makes it throw.
   */
  search(request: SearchRequest): Promise<SearchAnswer>
  /** Says, without searching, whether a total for this query would be exact. */
  capabilities(query: Query): Capability
  /**
   * Applies every change of the archive that the index has not seen; searchable when it resolves.
   * Interrupted at any moment, the next call goes on where this one stopped. Throws EngineUnavailable when the engine cannot be
   * reached or its index cannot be written.
   */
  sync(lease: Lease, progress?: (done: number, of: number) => void): Promise<void>
  /** Throws EngineUnavailable like `search`. */
  stats(): Promise<EngineStats>
  close(): Promise<void>
}

/** Undated articles come last by date, in both directions; equal days in the order of indexing, reversed for `newest`. */
export const sortOrders = ['relevance', 'newest', 'oldest'] as const
export type SortOrder = (typeof sortOrders)[number]

/** Hits past this one are not reachable by paging; an export goes beyond. */
export const reachableHits = 10_000

/** Entity ids: an article must have one of `include` (where there are any) and none of `exclude`. */
export interface FacetFilter {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

/** What is asked of an engine. */
export interface SearchRequest {
  readonly query: Query
  /** AND between facets. */
  readonly filters: Readonly<Record<FacetName, FacetFilter>>
  /** Inclusive, `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (a partial date is its whole period), '' for open. Undated articles never match. */
  readonly from: string
  readonly to: string
  /** `relevance` is `newest` when the query has no words. */
  readonly sort: SortOrder
  /** From 1. Past `reachableHits` there are no hits. */
  readonly page: number
  /** 0 to 100; 0 counts only. */
  readonly pageSize: number
  /** Only articles first indexed after this sequence number; 0 for all. */
  readonly newerThan: number
  /** Most frequent values listed per facet; selected and excluded ones are listed besides. */
  readonly facetSize: number
}

/** Where a total stands to the truth, and why when it is not exact. */
export type Capability =
  | { readonly bound: 'exact' }
  | { readonly bound: 'at least' | 'at most'; readonly reasons: readonly string[] }

/** What an engine answers. */
export interface SearchAnswer {
  readonly total: number
  readonly capability: Capability
  /** At most `pageSize`; fewer where an article left the archive and the index has yet to follow. */
  readonly hits: readonly Hit[]
  /** Most frequent first, ties by id; counts ignore the facet's own filter. */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>
  /** In date order, months without an article left out; counts ignore `from` and `to`. */
  readonly months: readonly MonthCount[]
  readonly warnings: readonly Warning[]
}

/** A value of a facet as an answer lists it. */
export interface FacetCount {
  readonly id: string
  readonly value: string
  readonly count: number
  readonly selected: boolean
  readonly excluded: boolean
}

/** The articles of one month. */
export interface MonthCount {
  /** `YYYY-MM` */
  readonly month: string
  readonly count: number
}

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
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>
}

/** Start and end (exclusive) in UTF-16 units. */
export type Range = readonly [start: number, end: number]

/** A piece of a text that shows why it was found. */
export interface Passage {
  readonly text: string
  /** Within `text`, ascending, not overlapping. */
  readonly matches: readonly Range[]
}

/** Something about the query that the reader should know; a range points into the text as typed. */
export interface Warning {
  readonly message: string
  readonly start?: number
  readonly end?: number
}

/** What an index holds. */
export interface EngineStats {
  readonly engine: 'embedded' | 'meilisearch'
  readonly version: string
  /** Articles in the index. */
  readonly articles: number
  /** The last change of the archive that the index has seen. */
  readonly change: number
}

/** The engine cannot be reached or its index cannot be read. The message says what to look at. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable'
}
