import { longestQuery } from '../../engine/query/parse.ts'
import { sortOrders } from '../../engine/search-engine.ts'
import { facetTable } from '../facets.ts'
import { list, text, type Schema } from './schema.ts'

/** A parameter of an address, as OpenAPI has it. */
export interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path'
  readonly description: string
  readonly required: boolean
  readonly schema: Schema
}

/** Behind the question mark. */
export function asked(name: string, description: string, schema: Schema = text()): Parameter {
  return { name, in: 'query', description, required: false, schema }
}

/** A part of the path. */
export function inPath(name: string, description: string, schema: Schema = text()): Parameter {
  return { name, in: 'path', description, required: true, schema }
}

/** One of these words; the first where none is given. */
export function choice(words: readonly string[]): Schema {
  return { type: 'string', enum: words, default: words[0] }
}

const fromOne = { type: 'integer', minimum: 1, default: 1 }

export const query = asked('q', 'The query, in the language that /help explains.', {
  type: 'string',
  maxLength: longestQuery,
})
export const pageNumber = asked('page', 'Which page, from 1.', fromOne)
export const partNumber = asked('part', 'Which part of the list, from 1.', fromOne)
/** For lists that can be looked through by name. */
export const find = asked('find', 'Only those with words that begin so.')

const date = {
  type: 'string',
  pattern: '^\\d{4}(-\\d\\d(-\\d\\d)?)?$',
  examples: ['2016', '2016-04', '2016-04-10'],
}

const facetParameters = facetTable.flatMap(({ parameter, plural, isMultiple }) => [
  asked(
    parameter,
    `Only articles with one of these ${plural}: ids or names; \`[none]\` for articles without any.`,
    list(text()),
  ),
  asked(`-${parameter}`, `No articles with one of these ${plural}.`, list(text())),
  ...(isMultiple
    ? [
        asked(
          `${parameter}.match`,
          'Whether any or all of them are asked for.',
          choice(['any', 'all']),
        ),
      ]
    : []),
])

/** What narrows a search. */
export const narrowing: readonly Parameter[] = [
  query,
  asked('spelling', '`exact`: words only as they are written.', choice(['any', 'exact'])),
  ...facetParameters,
  asked('from', 'The first year, month or day of publication; `[none]`: without a known date.', {
    ...date,
    pattern: `${date.pattern}|^\\[none\\]$`,
  }),
  asked('to', 'The last one; a year or month counts whole.', date),
  asked('during', 'A year, month or day for both.', date),
  asked('newer', 'Only articles first indexed after the one with this number.', {
    type: 'integer',
    minimum: 1,
  }),
]

/** A whole search: what narrows it, and how its results are listed. */
export const searching: readonly Parameter[] = [
  ...narrowing,
  asked('group', '`family`: near-duplicates as one result.', choice(['article', 'family'])),
  asked('sort', 'The order of the results.', choice(sortOrders)),
]

export const articleId = inPath('id', 'The id of an article.', {
  type: 'string',
  pattern: '^[a-z0-9]+$',
})
export const savedId = inPath('id', 'The number of a saved query.', { type: 'integer', minimum: 1 })
export const collectionId = inPath('id', 'The number of a collection.', {
  type: 'integer',
  minimum: 1,
})
export const facet = inPath('facet', 'The facet, by its parameter.', {
  type: 'string',
  enum: facetTable.map(({ parameter }) => parameter),
})
