import { noValue } from '../../engine/article.ts'
import type { SearchAnswer } from '../../engine/search-engine.ts'
import type { ComparedOutlet, Comparison } from '../comparison/comparison.ts'
import { facetTable, facets } from '../facets.ts'

const mostListed = 40

/** The comparison of outlets as plain numbers and names. */
export function compareJson({ state, together, outlets, offered, warnings, notice }: Comparison) {
  return {
    q: state.q,
    ...{ warnings, notice },
    together: countsOf(together),
    outlets: outlets.map(showOutlet),
    offered: offered.map(({ id, value, count }) => ({ id, name: value, count })),
  }
}

function countsOf({ total, groups, capability }: SearchAnswer) {
  return { total, texts: groups, capability }
}

function showOutlet({ id, name, answer, articles, shared, years, standingOut }: ComparedOutlet) {
  return {
    ...{ id, name, ...countsOf(answer), published: articles, shared },
    ...{ years, months: answer.timeline.counts },
    standingOut: standingOut.map(({ facet, values, isComplete }) => {
      return { facet: facets[facet].parameter, order: 'log-likelihood', isComplete, values }
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
    latest: answer.hits.map(({ id: article, title, published }) => {
      return { id: article, title, published }
    }),
  }
}
