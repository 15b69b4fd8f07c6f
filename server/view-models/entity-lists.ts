import type { FacetName } from '../../engine/article.ts'
import type { Company, MostFrequent } from '../entities/company.ts'
import type { Part, Role } from '../entities/dossier.ts'
import { entityLink } from '../entities/links.ts'
import { facets } from '../facets.ts'
import { addValue, withMatch } from '../filters.ts'
import type { SearchState } from '../search-state.ts'
import { firstValues, valuesLink } from '../values-state.ts'
import { boundedNumber, counted, type Bound } from './counting.ts'
import { searchLink } from './links.ts'

/** Values that stand beside an entity, or in the articles of an outlet. */
export interface EntityList {
  readonly id: string
  readonly kind: FacetName
  readonly heading: string
  readonly lines: readonly EntityLine[]
  /** What the list may lack; '' for nothing. */
  readonly note: string
  /** All values of the facet in these articles. */
  readonly allHref: string
  readonly allLabel: string
}

/** One value with what is known of it there. */
export interface EntityLine {
  readonly name: string
  readonly href: string
  readonly count: string
  /** The articles with both. */
  readonly countHref: string
  readonly countLabel: string
  /** `×12`, `4.1 %`; '' where nothing can be said. */
  readonly note: string
  /** The same in words. */
  readonly noteLabel: string
}

const headings: Readonly<Record<Role, Readonly<Record<FacetName, string>>>> = {
  named: {
    people: 'With these people',
    places: 'With these places',
    weapons: 'With these weapons',
    outlet: 'Who reports',
    cites: 'Who is cited there',
  },
  published: {
    people: 'People named most',
    places: 'Places named most',
    weapons: 'Weapons named most',
    outlet: 'Published by',
    cites: 'Whom it cites',
  },
  cited: {
    people: 'People named there',
    places: 'Places named there',
    weapons: 'Weapons named there',
    outlet: 'Who cites it',
    cites: 'Cited beside it',
  },
}

/** Lists what stands in the articles of a part; lists without a value are left out. `state` is the search for these articles. */
export function buildEntityLists(part: Part, state: SearchState): EntityList[] {
  const company = part.company.map((list) => companyList(part, list, state))
  const frequent = part.frequent.map((list) => frequentList(part, list, state))
  return [...company, ...frequent].filter(({ lines }) => lines.length > 0)
}

function companyList(part: Part, { facet, values, isComplete }: Company, state: SearchState) {
  const describe = ({ lift }: Company['values'][number]) => ({
    note: `×${showTimes(lift)}`,
    noteLabel: `${showTimes(lift)} times as often as by chance`,
  })
  const lines = values.map((value) => ({
    ...lineOf(part, facet, value, state),
    ...describe(value),
  }))
  const note = isComplete ? '' : `Only the most frequent ${facets[facet].plural} were compared.`
  return { ...frameOf(part, facet, state), lines, note }
}

function frequentList(part: Part, { facet, values }: MostFrequent, state: SearchState) {
  const isExact = part.answer.capability.bound === 'exact'
  const whole = (articles: number) => (facet === 'outlet' ? articles : part.answer.total)
  const of = facet === 'outlet' ? 'of all that it published' : 'of these articles'
  const lines = values.map((value) => {
    const share = isExact ? showShare(value.count, whole(value.articles)) : ''
    const noteLabel = share === '' ? '' : `${share} ${of}`
    return { ...lineOf(part, facet, value, state), note: share, noteLabel }
  })
  return { ...frameOf(part, facet, state), lines, note: '' }
}

function frameOf({ role }: Part, facet: FacetName, state: SearchState) {
  return {
    id: `${role}-${facets[facet].parameter}`,
    kind: facet,
    heading: headings[role][facet],
    allHref: valuesLink(firstValues(facet, state)),
    allLabel: `All ${facets[facet].plural} there`,
  }
}

function lineOf(
  part: Part,
  facet: FacetName,
  { id, value, count }: { readonly id: string; readonly value: string; readonly count: number },
  state: SearchState,
) {
  const { bound } = part.answer.capability
  return {
    name: value,
    href: entityLink(facet, id),
    count: boundedNumber(count, bound),
    countHref: searchLink(withBoth(state, facet, id)),
    countLabel: countLabel(value, count, bound),
  }
}

function countLabel(value: string, count: number, bound: Bound): string {
  return `Search: ${value}, ${counted(count, 'article', { bound })}`
}

/** Two values of one facet are asked for with `all`. */
function withBoth(state: SearchState, facet: FacetName, id: string): SearchState {
  const both = addValue(state, facet, 'include', id)
  const { include } = both.filters[facet]
  return include.length > 1 && facets[facet].isMultiple ? withMatch(both, facet, 'all') : both
}

/** `1.4`, `12`, `1,234`: two digits tell enough of a ratio. */
export function showTimes(times: number): string {
  return times.toLocaleString('en-GB', { maximumFractionDigits: times < 10 ? 1 : 0 })
}

/** `4.1 %`, `< 0.1 %`; '' of nothing. */
export function showShare(part: number, whole: number): string {
  if (whole === 0) return ''
  const percent = (part / whole) * 100
  if (percent > 0 && percent < 0.1) return '< 0.1 %'
  return `${percent.toLocaleString('en-GB', { maximumFractionDigits: percent < 10 ? 1 : 0 })} %`
}
