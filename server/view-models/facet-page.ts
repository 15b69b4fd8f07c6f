import { explain } from '../../engine/query/explain.ts'
import { parse } from '../../engine/query/parse.ts'
import type { FacetCount, FacetValuesAnswer } from '../../engine/search-engine.ts'
import type { FacetDeclaration } from '../facets.ts'
import { entityLink } from '../entities/links.ts'
import type { NameOf } from '../names.ts'
import type { Problem } from '../read-parameters.ts'
import type { SearchState } from '../search-state.ts'
import { valuesInPart, valuesLink, valuesPairs, type ValuesState } from '../values-state.ts'
import { activeFilters, showFilters, type FilterChips } from './chips.ts'
import { correctButton, type CorrectButton, type Correcting } from './correct-button.ts'
import type { Corrected } from './corrected.ts'
import { beginSentence, counted, number } from './counting.ts'
import { buildLine, type FacetLine } from './facet-lines.ts'
import { buildMatch, type MatchChoice } from './facet-lists.ts'
import { buildLayout, type HiddenField, type Layout } from './layout.ts'
import { searchLink } from './links.ts'
import type { Narrowing } from './narrowing.ts'
import { describeProblem } from './describe-problem.ts'

/** Everything that the page of all values of a facet prints. */
export interface FacetPage extends FilterChips {
  readonly layout: Layout
  readonly problems: readonly string[]
  readonly facet: string
  readonly heading: string
  /** The search among whose articles the values are counted. */
  readonly description: string
  readonly total: string
  readonly reasons: readonly string[]
  readonly action: string
  readonly find: string
  readonly findLabel: string
  /** What the form that looks for a value keeps. */
  readonly hidden: readonly HiddenField[]
  /** The form of the boxes beside the values. */
  readonly narrowing: Narrowing
  readonly match: readonly MatchChoice[]
  readonly matchName: string
  readonly orders: readonly {
    readonly label: string
    readonly href: string
    readonly current: boolean
  }[]
  readonly values: readonly ListedValue[]
  /** What only values below are listed of, and how to list all; undefined for all. */
  readonly below: { readonly name: string; readonly href: string } | undefined
  readonly nothing: string
  readonly backHref: string
  readonly previous: string
  readonly next: string
  readonly parts: string
  /** Undefined for readers who may not correct. */
  readonly correcting: Correcting | undefined
  readonly corrected: Corrected | undefined
  readonly formToken: string
}

/** A value and the broader ones above it, nearest first. */
export interface ListedValue extends FacetLine {
  /** The id of its place in the page. */
  readonly anchor: string
  /** To correct it everywhere; undefined for having none, and for readers who may not. */
  readonly correct: CorrectButton | undefined
  /** The spelling that has what was looked for, where the name has not; '' otherwise. */
  readonly spelling: string
  /** All that the archive tells of it; '' for having none. */
  readonly aboutHref: string
  readonly broader: readonly { readonly name: string; readonly href: string }[]
}

/** What the page is made of. */
export interface FacetListing {
  readonly facet: FacetDeclaration
  readonly state: ValuesState
  readonly problems: readonly Problem[]
  readonly answer: FacetValuesAnswer
  /** By id, where it is not the shown name that has what was looked for. */
  readonly spellings: ReadonlyMap<string, string>
}

/** What the page shows besides the list. */
export interface FacetSurroundings {
  readonly nameOf: NameOf
  /** Whether the reader may correct. */
  readonly correctable: boolean
  readonly corrected: Corrected | undefined
  readonly formToken: string
}

export function buildFacetPage(listing: FacetListing, surroundings: FacetSurroundings): FacetPage {
  const { nameOf, corrected, formToken } = surroundings
  const { facet, state, problems, answer } = listing
  const { capability } = answer
  const narrowed = (search: SearchState) => valuesLink({ ...state, search, part: 1 })
  const values = answer.values.map((value, nth) =>
    listValue(listing, value, answer.values[nth - 1], surroundings),
  )
  const match = buildMatch(state.search, facet)
  return {
    layout: buildLayout(`All ${facet.plural}`, 'search', state.search, ['facets', 'entities']),
    problems: problems.map(describeProblem),
    ...describeList(listing, nameOf),
    reasons: capability.bound === 'exact' ? [] : capability.reasons,
    ...showFilters(activeFilters(state.search, nameOf), narrowed),
    action: `/facet/${facet.parameter}`,
    hidden: valuesPairs({ ...state, find: '', part: 1 }).map(([name, value]) => ({ name, value })),
    orders: (['count', 'name'] as const).map((order) => ({
      label: { count: 'Most articles first', name: 'A to Z' }[order],
      href: valuesLink({ ...state, order, part: 1 }),
      current: state.order === order,
    })),
    narrowing: {
      action: `/facet/${facet.parameter}`,
      hidden: hiddenBeside(listing, values, match),
      here: valuesLink(state),
      found: counted(answer.total, 'value', { bound: capability.bound }),
    },
    ...{ values, match, matchName: `${facet.parameter}.match` },
    correcting: surroundings.correctable ? { article: '', back: valuesLink(state) } : undefined,
    ...{ corrected, formToken },
    backHref: searchLink(state.search),
    ...buildParts(state, answer.total),
  }
}

function describeList({ facet, state, answer }: FacetListing, nameOf: NameOf) {
  const { find, below, search } = state
  const { bound } = answer.capability
  const explanation = explain(parse(search.q).query, search.spelling)
  return {
    facet: facet.name,
    heading: facet.heading,
    description: explanation === '' ? 'in all articles' : `in articles ${explanation}`,
    total: beginSentence(counted(answer.total, 'value', { bound })),
    find,
    findLabel: `Find among the ${facet.plural}`,
    below:
      below === ''
        ? undefined
        : { name: nameOf(facet.name, below), href: valuesLink({ ...state, below: '', part: 1 }) },
  }
}

function buildParts(state: ValuesState, total: number) {
  const parts = Math.max(1, Math.ceil(total / valuesInPart))
  const link = (part: number) => (part < 1 || part > parts ? '' : valuesLink({ ...state, part }))
  const isPast = state.part > parts
  return {
    previous: link(Math.min(state.part - 1, parts)),
    next: link(state.part + 1),
    parts: parts > 1 || isPast ? `Part ${number(state.part)} of ${number(parts)}` : '',
    nothing: isPast ? 'This part is past the last one.' : nothingIn(state),
  }
}

function nothingIn({ find }: ValuesState): string {
  return find === ''
    ? 'No article of this search has a value here.'
    : `No article of this search has a name with “${find}”.`
}

/** What the boxes of the page do not say themselves: also the values of the facet that are chosen and stand elsewhere. */
function hiddenBeside(
  { facet, state }: FacetListing,
  values: readonly ListedValue[],
  match: readonly MatchChoice[],
): HiddenField[] {
  const boxes = new Set(values.map(({ parameter, id }) => `${parameter}=${id}`))
  if (match.length > 0)
    for (const { value } of match) boxes.add(`${facet.parameter}.match=${value}`)
  return valuesPairs(state)
    .filter(([name, value]) => !boxes.has(`${name}=${value}`))
    .map(([name, value]) => ({ name, value }))
}

function listValue(
  { facet, state, answer, spellings }: FacetListing,
  count: FacetCount,
  before: FacetCount | undefined,
  { nameOf, correctable }: FacetSurroundings,
): ListedValue {
  const line = buildLine(facet, answer.capability.bound, count)
  const broader = count.broader.map((id) => ({
    name: nameOf(facet.name, id),
    href: valuesLink({ ...state, below: id, find: '', part: 1 }),
  }))
  return {
    ...{ ...line, broader },
    spelling: spellings.get(count.id) ?? '',
    anchor: anchorOf(count),
    aboutHref: line.isNone ? '' : entityLink(facet.name, count.id),
    correct:
      line.isNone || !correctable
        ? undefined
        : correctButton(facet, { id: count.id, name: count.value }, before),
  }
}

const anchorOf = ({ id }: FacetCount) => `value-${id}`
