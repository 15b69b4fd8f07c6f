import MiniSearch, { type Query as MiniQuery, type SearchResult } from 'minisearch'
import { facetNames, type FacetName } from '../../engine/article.ts'
import { periodOf } from '../../engine/dates.ts'
import type { Query } from '../../engine/query/query.ts'
import type { SearchRequest } from '../../engine/search-engine.ts'
import { isFiltered, type Indexed, type Rival } from './rival.ts'

/** MiniSearch with its defaults, words joined by AND; facets are counted from its results. It knows neither phrases nor NEAR. */
export function miniSearch(): Rival {
  const index = new MiniSearch<Indexed>({ fields: ['title', 'text'], storeFields: ['title'] })
  const articles = new Map<unknown, Indexed>()
  return {
    add: (batch) => {
      index.addAll(batch)
      // Without the text, which the page does not need.
      for (const article of batch) articles.set(article.id, { ...article, text: '' })
    },
    page: (request) => {
      const query = translate(request.query)
      if (query === undefined) return undefined
      const passes = (result: SearchResult) => isWanted(articles.get(result.id), request)
      const results = index.search(query, {
        combineWith: 'AND',
        ...(isFiltered(request) ? { filter: passes } : {}),
      })
      const found = results.flatMap(({ id }) => articles.get(id) ?? [])
      for (const facet of facetNames) countValues(found, facet, request.facetSize)
      return found.length
    },
  }
}

function countValues(found: readonly Indexed[], facet: FacetName, size: number) {
  const counts = new Map<string, number>()
  for (const article of found)
    for (const value of article[facet]) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, size)
}

function isWanted(article: Indexed | undefined, request: SearchRequest): boolean {
  if (!article || !isWithin(article.day, request)) return false
  return facetNames.every((facet) => {
    const { include, exclude } = request.filters[facet]
    const has = (id: string) => article[facet].includes(id)
    return (include.length === 0 || include.some(has)) && !exclude.some(has)
  })
}

function isWithin(day: number, { from, to }: SearchRequest): boolean {
  if (from === '' && to === '') return true
  return day >= (periodOf(from)?.first ?? 0) && day <= (periodOf(to)?.last ?? Infinity)
}

function translate(query: Query): MiniQuery | undefined {
  switch (query.kind) {
    case 'all':
      return MiniSearch.wildcard
    case 'word':
      return literal(query.text, query.field, {})
    case 'prefix':
      return literal(query.text, query.field, { prefix: true })
    case 'similar':
      return literal(query.text, query.field, { fuzzy: query.text.length > 5 ? 2 : 1 })
    case 'and':
      return conjunction(query.operands)
    case 'or':
      return joined('OR', query.operands.map(translate))
    case 'phrase':
    case 'near':
    case 'facet':
    case 'language':
    case 'dates':
    case 'not':
      return undefined
  }
}

function literal(text: string, field: string | undefined, options: object): MiniQuery {
  return {
    queries: [text],
    combineWith: 'AND',
    ...options,
    ...(field === undefined ? {} : { fields: [field] }),
  }
}

function conjunction(operands: readonly Query[]): MiniQuery | undefined {
  const wanted = joined('AND', operands.filter(({ kind }) => kind !== 'not').map(translate))
  const excluded = operands.flatMap((operand): (MiniQuery | undefined)[] =>
    operand.kind === 'not' ? [translate(operand.operand)] : [],
  )
  return excluded.length === 0 ? wanted : joined('AND_NOT', [wanted, ...excluded])
}

function joined(
  combineWith: 'AND' | 'OR' | 'AND_NOT',
  queries: readonly (MiniQuery | undefined)[],
): MiniQuery | undefined {
  const known: MiniQuery[] = []
  for (const query of queries) {
    if (query === undefined) return undefined
    known.push(query)
  }
  return { combineWith, queries: known }
}
