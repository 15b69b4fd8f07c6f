import type { FacetName, StoredArticle } from './article.ts'
import type { Lease } from './archive/lease.ts'
import { byFacet } from './by-facet.ts'
import type { Hit } from './hit.ts'
import type { Plan } from './query/plan.ts'
import type { Query } from './query/query.ts'

/**
 * What every engine does. Engines only retrieve, rank and count: analysis, query language and highlighting are shared,
 * and an engine's index is disposable because it follows the archive's change log.
 */
export interface SearchEngine {
  /**
   * Answers one request, from one snapshot of the index where the engine has such a thing; where not, total, counts and hits may
   * differ by what an indexer adds in between.
   * Throws EngineUnavailable when the engine cannot be reached or its index cannot be read, and EngineBusy while too much else waits;
   * a query alone never makes it throw.
   * `signal` tells that nobody waits for the answer any more: what has not begun by then rejects with EngineUnavailable.
   */
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer>
  /** Lists values of one facet among the articles of a request: search inside a facet. Counts are those of `search`. */
  facetValues(request: FacetValuesRequest): Promise<FacetValuesAnswer>
  /**
   * Every article that a request finds, in the order of indexing, whatever its sort, page and grouping: for exports. Memory does not
   * grow with the number of articles. What an indexer changes meanwhile may or may not be seen; no article comes twice.
   */
  scan(request: SearchRequest): AsyncIterable<StoredArticle>
  /** The sequence numbers of what `scan` would yield, ascending, some of which may have left the archive since. Throws like `search`. */
  matching(request: SearchRequest): Promise<Int32Array>
  /**
   * Words of the index that begin with this one, or else are spelled much like it, the likeliest first: what a reader may mean. Of many
   * words with a short beginning, the longer ones may be missing.
   */
  suggest(word: string, limit: number): Promise<readonly SimilarWord[]>
  /**
   * What a query stands for in this index, to mark an article as its hit was marked. Throws EngineUnavailable like `search`;
   * a query never makes it throw.
   */
  plan(query: Query, spelling: Spelling): Promise<Plan>
  /** Says, without searching, whether a total for this query would be exact. */
  capabilities(query: Query, spelling: Spelling): Capability
  /**
   * Applies every change of the archive that the index has not seen; searchable when it resolves.
   * Interrupted at any moment, the next call goes on where this one stopped. Throws EngineUnavailable when the engine cannot be
   * reached or its index cannot be written.
   */
  sync(lease: Lease, progress?: (done: number, of: number) => void): Promise<void>
  /** Builds the whole index anew beside the one in use, which answers until the new one takes its place. Throws like `sync`. */
  rebuild(lease: Lease, progress?: (done: number, of: number) => void): Promise<void>
  /** Throws EngineUnavailable like `search`, also when the index is damaged or of another format; cheap enough to ask at every start. */
  stats(): Promise<EngineStats>
  close(): Promise<void>
}

/** Undated articles come last by date, in both directions; equal days in the order of indexing, reversed for `newest`. */
export const sortOrders = ['relevance', 'newest', 'oldest'] as const
export type SortOrder = (typeof sortOrders)[number]

/** Hits past this one are not reachable by paging; an export goes beyond. */
export const reachableHits = 10_000

/** Whether a query's words also find their inflections, other spellings and aliases, or only what is written the same. */
export type Spelling = 'any' | 'exact'

/** Entity ids, or `noValue`. An article has a value when it has one below it. */
export interface FacetFilter {
  /** An article must have one of them, or all, as `match` says; any article will do when empty. */
  readonly include: readonly string[]
  readonly match: 'any' | 'all'
  /** An article must have none of them. */
  readonly exclude: readonly string[]
}

/** What is asked of an engine. */
export interface SearchRequest {
  readonly query: Query
  readonly spelling: Spelling
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
  /** Whether near-duplicates share one hit: the first of them in the order asked for. */
  readonly groupBy: 'article' | 'family'
  /** Only articles first indexed after this sequence number; 0 for all. */
  readonly newerThan: number
  /** Most frequent values listed per facet; selected and excluded ones and `noValue` are listed besides. */
  readonly facetSize: number
  /** Days are listed from `from` to `to` only; where that is more than `mostDays`, or open, months take their place. */
  readonly timeline: TimelineUnit
}

/** What a timeline counts by. */
export type TimelineUnit = 'year' | 'month' | 'day'

/** The longest timeline by day. */
export const mostDays = 2_000

/** A request for every article, newest first: the defaults that others change. */
export const everything: SearchRequest = {
  query: { kind: 'all' },
  spelling: 'any',
  filters: byFacet(() => ({ include: [], match: 'any', exclude: [] })),
  from: '',
  to: '',
  sort: 'newest',
  page: 1,
  pageSize: 20,
  groupBy: 'article',
  newerThan: 0,
  facetSize: 40,
  timeline: 'month',
}

/** Where a total stands to the truth, and why when it is not exact. */
export type Capability =
  | { readonly bound: 'exact' }
  | { readonly bound: 'at least' | 'at most'; readonly reasons: readonly string[] }

/** What an engine answers. */
export interface SearchAnswer {
  /** Articles, also where hits are families. */
  readonly total: number
  /** What can be paged through: articles, or families and articles without one. */
  readonly groups: number
  readonly capability: Capability
  /** At most `pageSize`; fewer where an article left the archive and the index has yet to follow. */
  readonly hits: readonly Hit[]
  /**
   * Most frequent first, ties by id; values with narrower ones below them are listed like all others. Counts say what one click would
   * change: those of a facet ignore what it includes with `any`, and are of the results with `all`; an excluded value counts the
   * articles that would come back without its exclusion; exclusions hold for all other values.
   */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>
  readonly timeline: Timeline
  readonly warnings: readonly Warning[]
  /** The words of the query that are also found otherwise. */
  readonly readings: readonly Reading[]
  /** For words of the query that no article has, and that others are much like. */
  readonly didYouMean: readonly Correction[]
}

/** Articles over time; counts ignore `from` and `to`. An article dated only to its year is counted by year only. */
export interface Timeline {
  /** What was counted by: the unit asked for, or months instead of too many days. */
  readonly unit: TimelineUnit
  /** In date order, periods without an article left out. */
  readonly counts: readonly PeriodCount[]
}

/** The articles of one period. */
export interface PeriodCount {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
  readonly period: string
  readonly count: number
}

/** How a word or phrase of the query was read. */
export interface Reading {
  readonly typed: string
  /** Other spellings, names and members of a family that are searched too, without what was typed. */
  readonly also: readonly { readonly text: string; readonly name: string }[]
}

/** A word of the index, as written. */
export interface SimilarWord {
  readonly word: string
  /** Articles that have it, in any inflection. */
  readonly articles: number
}

/** A query that may be meant instead: print it to show it. */
export interface Correction extends SimilarWord {
  readonly typed: string
  /** The whole query with the word in place of what was typed. */
  readonly query: Query
}

/** What is asked of one facet. */
export interface FacetValuesRequest {
  /** Its sort, page, size and grouping do not matter. */
  readonly search: SearchRequest
  readonly facet: FacetName
  /** Values one of whose names or spellings has words that begin with these, in any order; '' for all. */
  readonly text: string
  /** Only values below this one; '' for all. */
  readonly below: string
  readonly order: 'count' | 'name'
  readonly offset: number
  /** 1 to 1,000 */
  readonly limit: number
}

/** Values with at least one article. */
export interface FacetValuesAnswer {
  readonly values: readonly FacetCount[]
  /** How many values there are in all. */
  readonly total: number
  /** Of `total` and of the counts. */
  readonly capability: Capability
}

/** A value of a facet as an answer lists it. */
export interface FacetCount {
  readonly id: string
  readonly value: string
  readonly count: number
  readonly selected: boolean
  readonly excluded: boolean
  /** Ids of the values above it, nearest first. */
  readonly broader: readonly string[]
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
  override readonly name: string = 'EngineUnavailable'
}

/** More is asked at once than the engine lets wait; the same may well be answered later. `seconds` says when to try again. */
export class EngineBusy extends EngineUnavailable {
  override readonly name = 'EngineBusy'
  readonly seconds: number
  constructor(message: string, seconds: number) {
    super(message)
    this.seconds = seconds
  }
}
