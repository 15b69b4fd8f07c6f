import { noValue, type FacetName } from '../../engine/article.ts'
import { periodOf } from '../../engine/dates.ts'
import type { PeriodCount } from '../../engine/search-engine.ts'
import { withOutlets, type ComparedOutlet, type Comparison } from '../comparison/comparison.ts'
import { entityLink } from '../entities/links.ts'
import { facets } from '../facets.ts'
import type { SearchState } from '../search-state.ts'
import { showDate } from '../show-date.ts'
import { boundedNumber } from './counting.ts'
import { showTimes } from './entity-lists.ts'
import { articleLink, searchLink } from './links.ts'
import {
  buildYearTimeline,
  scaleFor,
  type DrawnCounts,
  type TimelineScale,
  type YearTimeline,
} from './year-timeline.ts'
import { shownTitle } from './shown-title.ts'

/** One outlet, beside the others. */
export interface OutletCard {
  /** The id of its place in the page. */
  readonly anchor: string
  readonly name: string
  readonly aboutHref: string
  readonly articles: string
  readonly href: string
  /** On the same scale as those of the others; undefined where no article is dated. */
  readonly timeline: YearTimeline | undefined
  /** The same in words, for those who do not see it. */
  readonly counts: string
  readonly standingOut: readonly CardList[]
  readonly most: readonly CardList[]
  readonly latest: readonly {
    readonly title: string
    readonly href: string
    readonly published: string
    readonly date: string
    /** How many near-duplicates of it are found here; '' for none. */
    readonly copies: string
  }[]
}

/** Values of one facet. */
interface CardList {
  readonly kind: FacetName
  readonly heading: string
  readonly lines: readonly {
    readonly name: string
    readonly href: string
    readonly count: string
    /** `×12`; '' where that is not the question. */
    readonly times: string
  }[]
  /** What it may lack; '' for nothing. */
  readonly note: string
}

const mostListed = 5

/** The one scale of all outlets, within the period that is searched. */
export function scaleOf({ outlets, state }: Comparison): TimelineScale | undefined {
  return scaleFor(outlets.map((outlet) => drawnOf(outlet, state)))
}

export function buildOutletCard(
  { state }: Comparison,
  outlet: ComparedOutlet,
  { nth, scale }: { readonly nth: number; readonly scale: TimelineScale | undefined },
): OutletCard {
  const { id, name, answer } = outlet
  const own = withOutlets(state, [id])
  const { bound } = answer.capability
  const linkTo = () => ''
  const drawn = drawnOf(outlet, state)
  return {
    ...{ name, anchor: `outlet-${nth + 1}`, aboutHref: entityLink('outlet', id) },
    articles: boundedNumber(answer.total, bound),
    href: searchLink(own),
    timeline: scale && buildYearTimeline(drawn, scale, { linkTo, bound }),
    counts: drawn.years
      .map(({ period, count }) => `${period}: ${boundedNumber(count, bound)}`)
      .join(', '),
    standingOut: standingOutIn(outlet),
    most: mostIn(outlet),
    latest: answer.hits.map((hit) => ({
      title: shownTitle(hit.title),
      href: articleLink(hit.id, own),
      published: hit.published,
      date: hit.published === '' ? 'Undated' : showDate(hit.published),
      copies: hit.family && hit.family.matching > 1 ? `${hit.family.matching} copies here` : '',
    })),
  }
}

/** Counts of a timeline ignore the period that is searched; what is drawn here does not. */
function drawnOf({ answer, years }: ComparedOutlet, state: SearchState): DrawnCounts {
  const inPeriod = (counts: readonly PeriodCount[]) =>
    counts.filter(({ period }) => touches(state, period))
  return { years: inPeriod(years), months: inPeriod(answer.timeline.counts) }
}

function touches({ from, to }: SearchState, period: string): boolean {
  const covered = periodOf(period)
  const [begin, end] = [periodOf(from), periodOf(to)]
  if (!covered) return false
  return (!begin || covered.last >= begin.first) && (!end || covered.first <= end.last)
}

function standingOutIn({ standingOut, answer }: ComparedOutlet): CardList[] {
  const { bound } = answer.capability
  return standingOut
    .map(({ facet, values, isComplete }) => ({
      ...{ kind: facet, heading: facets[facet].heading },
      note: isComplete ? '' : `Only the most frequent ${facets[facet].plural} were compared.`,
      lines: values.map(({ id, value, count, lift }) => ({
        ...{ name: value, href: entityLink(facet, id) },
        count: boundedNumber(count, bound),
        times: `×${showTimes(lift)}`,
      })),
    }))
    .filter(({ lines }) => lines.length > 0)
}

const facetsListed = ['people', 'weapons', 'places', 'cites'] as const

function mostIn({ answer }: ComparedOutlet): CardList[] {
  const { bound } = answer.capability
  return facetsListed
    .map((facet) => ({
      ...{ kind: facet, heading: facets[facet].heading, note: '' },
      lines: answer.facets[facet]
        .filter(({ id, count }) => id !== noValue && count > 0)
        .slice(0, mostListed)
        .map(({ id, value, count }) => ({
          ...{ name: value, href: entityLink(facet, id), times: '' },
          count: boundedNumber(count, bound),
        })),
    }))
    .filter(({ lines }) => lines.length > 0)
}
