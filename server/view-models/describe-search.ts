import { listing } from '../../engine/query/describe-words.ts'
import { facetTable, type FacetDeclaration } from '../facets.ts'
import type { NameOf } from '../names.ts'
import type { SearchState } from '../search-state.ts'
import { showDate } from '../show-date.ts'

/** What a search asks for besides its query, in plain English: `people: Ann Lee and Bo Ray (all)`, `exact spelling`, `newest first`. */
export function describeConditions(state: SearchState, nameOf: NameOf): string[] {
  return [
    ...facetTable.flatMap((facet) => describeFacet(state, facet, nameOf)),
    ...(state.spelling === 'exact' ? ['exact spelling'] : []),
    ...(state.from === '' && state.to === '' ? [] : [`published ${describePeriod(state)}`]),
    ...(state.dating === 'undated' ? ['without a date of publication'] : []),
    ...(state.newer === 0 ? [] : [`first indexed ${describeNewer(state)}`]),
    ...(state.group === 'family' ? ['near-duplicates folded'] : []),
    ...describeOrder(state),
  ]
}

function describeFacet(
  { filters }: SearchState,
  { name, noun, plural }: FacetDeclaration,
  nameOf: NameOf,
): string[] {
  const { include, match, exclude } = filters[name]
  const said = (ids: readonly string[], word: 'and' | 'or') =>
    `${ids.length === 1 ? noun : plural}: ${listing(
      ids.map((id) => nameOf(name, id)),
      word,
    )}`
  const all = match === 'all' && include.length > 1
  return [
    ...(include.length > 0 ? [all ? `${said(include, 'and')} (all)` : said(include, 'or')] : []),
    ...(exclude.length > 0 ? [`not ${said(exclude, 'or')}`] : []),
  ]
}

/** `from April 2016`, `until 2017`, `2015 to 2016`, `2016` */
export function describePeriod(state: SearchState): string {
  const [from, to] = [showDate(state.from), showDate(state.to)]
  if (from === to) return from
  if (to === '') return `from ${from}`
  return from === '' ? `until ${to}` : `${from} to ${to}`
}

export function describeNewer({ newer }: SearchState): string {
  return `after article ${newer} of this archive`
}

/** Nothing for the order that a search has anyway. */
function describeOrder({ q, sort }: SearchState): string[] {
  if (sort === 'relevance' || (sort === 'newest' && q === '')) return []
  return [`${sort} first`]
}

/** A name for a search, from its query and conditions: as many of them as are no longer than `most`, the first cut at a word. */
export function nameSearch(state: SearchState, nameOf: NameOf, most = Infinity): string {
  const parts = [state.q, ...describeConditions(state, nameOf)].filter((part) => part !== '')
  const [first = 'All articles', ...others] = parts
  let name = cutAtWord(first, most)
  for (const part of others) {
    const longer = `${name}, ${part}`
    if (longer.length > most) break
    name = longer
  }
  return name
}

/**
 * A short name to keep a search under: its words, the values that it asks for, its dates. How it is spelled, sorted and folded stands in
 * its description.
 */
export function suggestName(state: SearchState, nameOf: NameOf): string {
  const values = facetTable.flatMap(({ name }) =>
    state.filters[name].include.map((id) => nameOf(name, id)),
  )
  const period = state.from === '' && state.to === '' ? '' : describePeriod(state)
  const dates = state.dating === 'undated' ? 'without a date' : period
  const parts = [state.q, ...values, dates].filter((part) => part !== '')
  return parts.length === 0
    ? nameSearch(state, nameOf, longestSuggestion)
    : cutAtWord(parts.join(', '), longestSuggestion)
}

/** As much as a list of names shows in one line. */
const longestSuggestion = 60

function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const lastSpace = cut.lastIndexOf(' ')
  return `${cut.slice(0, lastSpace > 0 ? lastSpace : most - 1).replace(/[\s,:(]+$/, '')}…`
}
