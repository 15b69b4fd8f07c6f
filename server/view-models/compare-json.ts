import { noValue } from '../../engine/article.ts'
import { explain } from '../../engine/query/explain.ts'
import type { SearchAnswer } from '../../engine/search-engine.ts'
import type { ComparedOutlet, Comparison } from '../comparison/comparison.ts'
import { facetTable, facets } from '../facets.ts'
import { companionJson, totalJson } from './plain-json.ts'

const mostListed = 40

/** The comparison of outlets as plain numbers and names. */
export function compareJson({ state, together, query, ...comparison }: Comparison) {
  const { outlets, offered, warnings, notice } = comparison
  return {
    ...{ q: state.q, understood: explain(query, state.spelling) },
    ...{ warnings, notice },
    together: countsOf(together),
    outlets: outlets.map(showOutlet),
    offered: offered.map(({ id, value, count }) => ({ id, name: value, count })),
  }
}

function countsOf(answer: SearchAnswer) {
  return { ...totalJson(answer), texts: answer.groups }
}

function showOutlet({ id, name, answer, articles, shared, years, standingOut }: ComparedOutlet) {
  return {
    ...{ id, name, ...countsOf(answer), articles, shared },
    ...{ years, months: answer.timeline.counts },
    standingOut: standingOut.map(({ facet, values, isComplete }) => {
      return {
        ...{ facet: facets[facet].parameter, order: 'log-likelihood', isComplete },
        values: values.map(companionJson),
      }
    }),
    most: facetTable
      .filter(({ name: facet }) => facet !== 'outlet')
      .map(({ name: facet, parameter }) => ({
        facet: parameter,
        values: answer.facets[facet]
          .filter((value) => value.id !== noValue)
          .slice(0, mostListed)
          .map(({ id: value, value: called, count }) => ({ id: value, name: called, count })),
      })),
    latest: answer.hits.map(({ id: article, title, outlet, published }) => {
      return { id: article, title, outlet, published }
    }),
  }
}
