import type { Archive } from '../../engine/archive/archive.ts'
import { facetNames, type FacetName, type StoredArticle } from '../../engine/article.ts'
import { byFacet } from '../../engine/by-facet.ts'
import { periodOf } from '../../engine/dates.ts'
import type { Query } from '../../engine/query/query.ts'
import type { SearchRequest } from '../../engine/search-engine.ts'
import { analyse } from '../../engine/text/analyse.ts'

/** What a request finds and counts, worked out article by article. */
export interface ReferenceAnswer {
  readonly ids: readonly string[]
  readonly facets: Readonly<Record<FacetName, Readonly<Record<string, number>>>>
  readonly months: Readonly<Record<string, number>>
}

/** The truth about a request: slow, and simple enough to be right. */
export function answerByHand(
  archive: Archive,
  articles: readonly StoredArticle[],
  request: SearchRequest,
): ReferenceAnswer {
  const found = articles.filter(
    (article) => article.sequence > request.newerThan && matches(archive, article, request.query),
  )
  const passes = (article: StoredArticle, except?: FacetName | 'dates') =>
    (except === 'dates' || isWithin(article, request.from, request.to)) &&
    facetNames.every((facet) => facet === except || passesFacet(article, facet, request))
  const counts = (facet: FacetName) =>
    tally(
      found
        .filter((article) => passes(article, facet))
        .flatMap((article) => [...idsOf(article, facet)]),
    )
  return {
    ids: found.filter((article) => passes(article)).map(({ id }) => id),
    facets: byFacet(counts),
    months: tally(
      found
        .filter((article) => passes(article, 'dates'))
        .map(({ published }) => published.slice(0, 7))
        .filter((month) => month.length === 7),
    ),
  }
}

function matches(archive: Archive, article: StoredArticle, query: Query): boolean {
  switch (query.kind) {
    case 'all':
      return true
    case 'word':
    case 'phrase':
      return containsWords(article, query.text, query.field)
    case 'facet': {
      const ids = idsOf(article, query.facet)
      return archive.findEntities(query.facet, query.name, 100).some(({ id }) => ids.has(id))
    }
    case 'dates':
      return isWithin(article, query.from, query.to)
    case 'not':
      return isIgnored(query.operand) || !matches(archive, article, query.operand)
    case 'and':
      return query.operands.every((operand) => matches(archive, article, operand))
  }
}

const isIgnored = (query: Query) =>
  (query.kind === 'word' || query.kind === 'phrase') && analyse(query.text).terms.length === 0

function containsWords(
  article: StoredArticle,
  text: string,
  field: 'title' | 'text' | undefined,
): boolean {
  const wanted = analyse(text).terms.join('\n')
  return (['title', 'text'] as const)
    .filter((name) => field === undefined || name === field)
    .some((name) =>
      `\n${analyse(article[name]).terms.join('\n')}\n`.includes(
        wanted === '' ? '' : `\n${wanted}\n`,
      ),
    )
}

function isWithin({ published }: StoredArticle, from: string, to: string): boolean {
  const period = periodOf(published)
  if (!period) return from === '' && to === ''
  const [first, last] = [periodOf(from)?.first, periodOf(to)?.last]
  return period.first >= (first ?? -Infinity) && period.last <= (last ?? Infinity)
}

function passesFacet(
  article: StoredArticle,
  facet: FacetName,
  { filters }: SearchRequest,
): boolean {
  const ids = idsOf(article, facet)
  const { include, exclude } = filters[facet]
  return (
    (include.length === 0 || include.some((id) => ids.has(id))) &&
    !exclude.some((id) => ids.has(id))
  )
}

const idsOf = (article: StoredArticle, facet: FacetName) =>
  new Set(article.facets[facet].map(({ id }) => id))

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
