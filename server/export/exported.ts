import type { StoredArticle } from '../../engine/article.ts'
import type { Plan } from '../../engine/query/plan.ts'
import type { Capability } from '../../engine/search-engine.ts'

/**
 * What is exported: a search, a collection, whatever yields articles.
 *
 *     await exportArticles(request, response, format, {
 *       ...(await stateOfArchive(site)),
 *       name: 'Convoys', href: '/collections/3', total: 12,
 *       facts: [['Collection', 'Convoys'], ['Notes', 'For chapter two']],
 *       query: { kind: 'collection', name: 'Convoys' },
 *       articles: readArticles(site, { sequences, signal: untilGone(response) }),
 *       remarkOn: (id) => ({ relevance: 'relevant', note: 'see page 4' }),
 *     })
 */
export interface ToExport {
  /** Heads the report, and gives files their names. */
  readonly name: string
  /** Its page on this site, from the first slash on. */
  readonly href: string
  /** What was asked for and with what, for readers: `['Query', 'missile delivery']`. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  /** The same for programs, as far as it can be written as JSON. */
  readonly query: Readonly<Record<string, unknown>>
  /** How many articles will come, and whether it may be fewer. */
  readonly total: number
  readonly bound: Capability['bound']
  /** When it was asked for: a day of access, and the time of the files of an evidence pack. */
  readonly at: Date
  /** Read once, in the order in which they are exported, with the names that are shown for their values. */
  readonly articles: AsyncIterable<StoredArticle>
  /** What the passages of the report are chosen and marked by; undefined for their beginnings. */
  readonly plan: Plan | undefined
  /** What a reader noted about an article; undefined for nothing. */
  readonly remarkOn: (id: string) => Remark | undefined
  /** The bytes that an article was read from, for the evidence pack; undefined where it is gone or they are not asked for. */
  readonly originalOf: (id: string) => Original | undefined
}

/** A reader's mark and note on an article; '' for none. */
export interface Remark {
  readonly relevance: string
  readonly note: string
}

export interface Original {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What is exported, as a format writes it: with the address of this site, `http://127.0.0.1:3000`. */
export interface Exported extends ToExport {
  readonly home: string
}

/** An article's page under the address by which the reader reached this site. */
export function pageOf(
  { home }: Pick<Exported, 'home'>,
  { id }: Pick<StoredArticle, 'id'>,
): string {
  return `${home}/article/${id}`
}
