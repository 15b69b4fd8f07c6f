import { create, insertMultiple, search } from '@orama/orama'
import { facetNames } from '../../engine/article.ts'
import { periodOf } from '../../engine/dates.ts'
import type { Query } from '../../engine/query/query.ts'
import type { SearchRequest } from '../../engine/search-engine.ts'
import type { Rival } from './rival.ts'

/**
 * Orama with its defaults, all words required; facets are its own. It searches every word as a beginning, and knows neither
 * phrases, NEAR nor boolean operators.
 */
export function orama(): Rival {
  const index = create({
    schema: {
      title: 'string',
      text: 'string',
      day: 'number',
      people: 'enum[]',
      places: 'enum[]',
      weapons: 'enum[]',
      outlet: 'enum[]',
      cites: 'enum[]',
    } as const,
  })
  return {
    add: (batch) => {
      // Resolved already where no hook is asynchronous; there is none.
      void insertMultiple(
        index,
        batch.map(({ id, ...article }) => ({ ...article, id: String(id) })),
        batch.length,
      )
    },
    page: (request) => {
      const asked = translate(request.query)
      const where = filterOf(request)
      if (asked === undefined || where === undefined) return undefined
      const results = search(index, {
        ...asked,
        threshold: 0,
        limit: request.pageSize,
        facets: { people: {}, places: {}, weapons: {}, outlet: {}, cites: {} },
        ...(Object.keys(where).length > 0 ? { where } : {}),
      })
      if (results instanceof Promise) throw new Error('Orama was expected to answer at once.')
      return results.count
    },
  }
}

interface Asked {
  readonly term: string
  readonly tolerance?: number
  readonly properties?: ('title' | 'text')[]
}

function translate(query: Query): Asked | undefined {
  switch (query.kind) {
    case 'all':
      return { term: '' }
    case 'word':
    case 'prefix':
      return { term: query.text, ...inField(query.field) }
    case 'similar':
      return {
        term: query.text,
        tolerance: query.text.length > 5 ? 2 : 1,
        ...inField(query.field),
      }
    case 'and': {
      const words = query.operands.map((operand) =>
        operand.kind === 'word' && operand.field === undefined ? operand.text : undefined,
      )
      return words.includes(undefined) ? undefined : { term: words.join(' ') }
    }
    case 'or':
    case 'phrase':
    case 'near':
    case 'facet':
    case 'language':
    case 'dates':
    case 'not':
      return undefined
  }
}

const inField = (field: 'title' | 'text' | undefined) =>
  field === undefined ? {} : { properties: [field] }

/** Undefined for exclusions, which its filters on lists do not have. */
function filterOf(request: SearchRequest): object | undefined {
  if (facetNames.some((facet) => request.filters[facet].exclude.length > 0)) return undefined
  const chosen = facetNames
    .map((facet) => [facet, request.filters[facet].include] as const)
    .filter(([, include]) => include.length > 0)
    .map(([facet, include]) => [facet, { containsAny: [...include] }] as const)
  return { ...Object.fromEntries(chosen), ...daysOf(request) }
}

function daysOf({ from, to }: SearchRequest): object {
  if (from === '' && to === '') return {}
  return { day: { between: [periodOf(from)?.first ?? 0, periodOf(to)?.last ?? 100_000] } }
}
