import { explain } from '../../engine/query/explain.ts'
import { longestQuery } from '../../engine/query/parse.ts'
import { print } from '../../engine/query/print.ts'
import type { Reading } from '../../engine/search-engine.ts'
import { addValue } from '../filters.ts'
import { listLink, listOrders, type ListState } from '../name-list/list-state.ts'
import { mostNames } from '../name-list/read-lines.ts'
import type { FoundName } from '../name-list/search-names.ts'
import type { NameOf } from '../names.ts'
import type { NameList } from '../name-list/name-list.ts'
import { emptyState, toPairs, withQuery, type SearchState } from '../search-state.ts'
import { showDate } from '../show-date.ts'
import { activeFilters, showFilters, type FilterChips } from './chips.ts'
import { beginSentence, boundedNumber, counted, number } from './counting.ts'
import { buildLayout, type HiddenField, type Layout } from './layout.ts'
import { searchLink } from './links.ts'
import { inOrder } from './names-table.ts'
import { buildCorrections, type CorrectionView } from './readings.ts'
import { describeProblem } from './describe-problem.ts'

/** Everything that the page of a list of names prints. */
export interface NamesPage extends FilterChips {
  readonly layout: Layout
  readonly problems: readonly string[]
  readonly names: string
  readonly isLiteral: boolean
  readonly q: string
  readonly mostNames: string
  /** The rest of the search that the names are searched within. */
  readonly hidden: readonly HiddenField[]
  /** `12 names, 3 of them found nothing`; '' before a list was sent. */
  readonly total: string
  /** Lines that were left out. */
  readonly notices: readonly string[]
  /** The names that the time did not suffice for, as a list of their own; '' for none. */
  readonly rest: string
  readonly restLabel: string
  readonly orders: readonly {
    readonly order: string
    readonly label: string
    /** '' where the list is too long for an address: then a button of the form asks for it. */
    readonly href: string
    readonly current: boolean
  }[]
  readonly csvHref: string
  readonly rows: readonly NameRow[]
}

/** What one name finds. */
export interface NameRow {
  readonly typed: string
  /** Its search; '' where the query would be too long for one. */
  readonly href: string
  /** '' where it was not counted. */
  readonly articles: string
  readonly isEmpty: boolean
  readonly first: string
  readonly last: string
  readonly outlets: readonly {
    readonly name: string
    readonly count: string
    readonly href: string
  }[]
  readonly understood: string
  /** Other spellings and names that are found too. */
  readonly also: string
  readonly meant: readonly CorrectionView[]
  readonly warnings: readonly string[]
}

const orderLabels = {
  typed: 'As typed',
  articles: 'Most articles',
  first: 'First date',
  last: 'Last date',
} as const

export function buildNamesPage(given: NameList, nameOf: NameOf): NamesPage {
  const { state, problems, list, found } = given
  const { search } = state
  const rest = found.filter(({ answer }) => !answer).map(({ name }) => name.typed)
  return {
    layout: buildLayout('Several names at once', 'search', emptyState, ['tables']),
    problems: problems.map(describeProblem),
    names: state.names,
    isLiteral: state.reading === 'phrases',
    q: search.q,
    mostNames: number(mostNames),
    ...showFilters(activeFilters(search, nameOf), (without) =>
      linkTo({ ...state, search: without }),
    ),
    hidden: toPairs({ ...search, q: '' }).map(([name, value]) => ({ name, value })),
    total: describeTotal(found),
    notices: list.problems,
    rest: rest.join('\n'),
    restLabel: rest.length === 0 ? '' : `${counted(rest.length, 'name')} not counted`,
    orders: listOrders.map((order) => ({
      ...{ order, label: orderLabels[order], current: order === state.order },
      href: listLink({ ...state, order }),
    })),
    csvHref: listLink(state, '/names.csv'),
    rows: inOrder(found, state.order).map((each) => buildRow(each, search)),
  }
}

/** A list that does not fit into an address is lost by a link: then its filters are lifted on the page of the search. */
function linkTo(state: ListState): string {
  const link = listLink(state)
  return link === '' ? searchLink(state.search) : link
}

function describeTotal(found: readonly FoundName[]): string {
  if (found.length === 0) return ''
  const empty = found.filter(({ answer }) => answer?.total === 0).length
  const nothing = empty === 0 ? '' : `, ${number(empty)} of them without an article`
  return `${counted(found.length, 'name')}${nothing}`
}

function buildRow({ name, query, answer }: FoundName, search: SearchState): NameRow {
  const printed = print(query)
  const own = { ...withQuery(search, printed), sort: emptyState.sort, group: emptyState.group }
  const fits = printed.length <= longestQuery
  return {
    typed: name.typed,
    href: fits ? searchLink(own) : '',
    understood: beginSentence(explain(name.query)),
    ...buildFigures(answer),
    outlets: (answer?.outlets ?? []).map(({ id, value, count }) => ({
      name: value,
      count: boundedNumber(count, answer?.capability.bound ?? 'exact'),
      href: fits ? searchLink(addValue(own, 'outlet', 'include', id)) : '',
    })),
    meant: buildCorrections(own, answer?.meant ?? []),
    warnings: [...name.warnings, ...(answer?.warnings ?? [])].map(({ message }) => message),
  }
}

function buildFigures(answer: FoundName['answer']) {
  if (!answer) return { articles: '', isEmpty: false, first: '', last: '', also: '' }
  return {
    articles: boundedNumber(answer.total, answer.capability.bound),
    isEmpty: answer.total === 0,
    first: showDate(answer.first),
    last: showDate(answer.last),
    also: describeReadings(answer.readings),
  }
}

const mostReadings = 8

function describeReadings(readings: readonly Reading[]): string {
  const also = [...new Set(readings.flatMap((reading) => reading.also.map(({ text }) => text)))]
  const more = also.length > mostReadings ? [`${number(also.length - mostReadings)} more`] : []
  return [...also.slice(0, mostReadings), ...more].join(', ')
}
