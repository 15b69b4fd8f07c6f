import type { FacetName } from '../../engine/article.ts'
import { leastTogether } from '../entities/company.ts'
import type { Part, Role } from '../entities/dossier.ts'
import type { Entity } from '../entities/entity.ts'
import type { LatestArticle } from '../entities/latest.ts'
import { facets } from '../facets.ts'
import { addValue } from '../filters.ts'
import { emptyState, withPeriod, type SearchState } from '../search-state.ts'
import { showDate } from '../show-date.ts'
import { countedTotal } from './counting.ts'
import { buildEntityLists, type EntityList } from './entity-lists.ts'
import { articleLink, searchLink } from './links.ts'
import { cutAtMatches, type Piece } from './pieces.ts'
import { buildYearTimeline, scaleFor, type YearTimeline } from './year-timeline.ts'
import { shownTitle } from './shown-title.ts'

/** The articles that have it in one way. */
export interface PartView {
  readonly id: string
  readonly heading: string
  readonly total: string
  readonly href: string
  readonly reasons: readonly string[]
  /** `from 3 May 2012 to 9 June 2016`; '' where no article is dated. */
  readonly period: string
  readonly timeline: YearTimeline | undefined
  /** In which order the values stand. */
  readonly order: string
  readonly lists: readonly EntityList[]
  readonly latestHeading: string
  readonly latest: readonly LatestView[]
}

/** An article with the places where it names the entity. */
export interface LatestView {
  readonly href: string
  /** To what the article says of why it has the entity. */
  readonly whyHref: string
  readonly title: readonly Piece[]
  readonly outlet: string
  readonly published: string
  readonly date: string
  readonly passages: readonly (readonly Piece[])[]
}

const texts: Readonly<Record<Role, { heading: string; latest: string; order: string }>> = {
  named: {
    heading: 'Articles that name',
    latest: 'Latest articles',
    order:
      'People, places and weapons come first that stand in the same articles more often than chance would have it, weighed by how sure ' +
      `that is (log-likelihood; at least ${leastTogether} articles). × says how many times as often. Outlets and sources come by number of ` +
      'articles, with what share of all that the outlet published, or of these articles, that is.',
  },
  published: {
    heading: 'What it published',
    latest: 'Latest articles published',
    order: 'By number of articles, with their share of what it published.',
  },
  cited: {
    heading: 'Where it is cited',
    latest: 'Latest articles that cite it',
    order: 'By number of articles, with their share of all that the outlet published.',
  },
}

/** Shows the articles that have an entity in one way. */
export function buildPart(part: Part, { facet: kind, id, name }: Entity): PartView {
  const { role, facet, answer } = part
  const state = addValue(emptyState, facet, 'include', id)
  const { heading, latest, order } = texts[role]
  const { capability } = answer
  return {
    heading: role === 'named' ? `${heading} ${name}` : heading,
    ...{ id: role, order, latestHeading: latest },
    total: countedTotal(answer),
    href: searchLink(state),
    reasons: capability.bound === 'exact' ? [] : capability.reasons,
    period: describePeriod(part),
    timeline: drawTimeline(part, state),
    lists: buildEntityLists(part, state),
    latest: part.latest.map((article) => showLatest(article, kind === 'outlet' ? facet : kind, id)),
  }
}

function describePeriod({ first, last }: Part): string {
  if (first === '') return ''
  return first === last ? `of ${showDate(first)}` : `from ${showDate(first)} to ${showDate(last)}`
}

function drawTimeline({ years, answer }: Part, state: SearchState): YearTimeline | undefined {
  const drawn = { years, months: answer.timeline.counts }
  const scale = scaleFor([drawn])
  const linkTo = (year: string) => searchLink(withPeriod(state, year, year))
  return scale && buildYearTimeline(drawn, scale, { linkTo, bound: answer.capability.bound })
}

/** The article opens where it tells why it is found under the entity. */
function showLatest(article: LatestArticle, facet: FacetName, entity: string): LatestView {
  const { id, title, titleMatches, outlet, published, passages } = article
  return {
    href: articleLink(id, emptyState),
    whyHref: `${articleLink(id, emptyState)}#of-${facets[facet].parameter}-${entity}`,
    title: cutAtMatches(shownTitle(title), titleMatches),
    outlet: outlet === '' ? 'Outlet unknown' : outlet,
    published,
    date: published === '' ? 'Undated' : showDate(published),
    passages: passages.map(({ text, matches }) => cutAtMatches(text, matches)),
  }
}
