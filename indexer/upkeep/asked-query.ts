import { explain } from '../../engine/query/explain.ts'
import { parse, type ParsedQuery } from '../../engine/query/parse.ts'
import { print } from '../../engine/query/print.ts'
import { everything, type Reading, type SearchRequest } from '../../engine/search-engine.ts'
import { UsageError } from '../../engine/settings.ts'

/** A query of the command line, in the language of the search box. */
export interface AskedQuery extends ParsedQuery {
  /** In the order of indexing. */
  readonly request: SearchRequest
}

/** Reads a query from the words of a command line. `newerThan` is a sequence number as typed; throws UsageError for anything else. */
export function askedQuery(words: readonly string[], newerThan: string | undefined): AskedQuery {
  const parsed = parse(words.join(' '))
  return {
    ...parsed,
    request: {
      ...everything,
      query: parsed.query,
      newerThan: readNumber(newerThan),
      sort: 'oldest',
      facetSize: 0,
      timeline: 'year',
    },
  }
}

function readNumber(typed: string | undefined): number {
  if (typed === undefined) return 0
  if (/^\d{1,15}$/.test(typed)) return Number(typed)
  throw new UsageError(
    `--newer-than wants the sequence number of an article, as exports have it, not “${typed}”.`,
  )
}

/** What a query asks for as it was understood, in lines. */
export function understoodLines({ query, request }: AskedQuery): string[] {
  const said = explain(query)
  const later = request.newerThan === 0 ? '' : `, indexed after number ${request.newerThan}`
  return [`Query: ${print(query)}`, `That is: articles${said === '' ? '' : ` ${said}`}${later}`]
}

/** The words of a query that also find others, in a line each. */
export function readingLines(readings: readonly Reading[]): string[] {
  return readings.map(
    ({ typed, also }) => `“${typed}” also finds ${also.map(({ text }) => text).join(', ')}`,
  )
}
