import type { StoredArticle } from '../../engine/article.ts'
import { facetTable } from '../facets.ts'
import { markParameter } from '../marked-kinds.ts'
import { toPairs, type SearchState } from '../search-state.ts'
import { counted, number } from './counting.ts'
import type { HiddenField } from './layout.ts'

/** What is marked in the text: the legend, whose boxes switch each kind, and the way from match to match. */
export interface Marking {
  readonly action: string
  readonly hidden: readonly HiddenField[]
  readonly parameter: string
  readonly kinds: readonly MarkedKind[]
  /** Classes of the text: `without-people without-match`. */
  readonly without: string
  readonly matches: number
  /** So many matches have links of their own to the ones before and behind; beyond, keys and buttons go on. */
  readonly withLinks: number
  /** `12 matches`; '' where no query is looked for. */
  readonly matchesLabel: string
}

/** A line of the legend. */
interface MarkedKind {
  /** In addresses and in what the browser keeps. */
  readonly kind: string
  /** Its class in the page. */
  readonly style: string
  readonly label: string
  readonly count: string
  readonly isOn: boolean
}

/** What the legend is made of besides the article. */
export interface MarkingContext {
  readonly state: SearchState
  /** The place among results that the address names; 0 for none. */
  readonly asked: number
  readonly kinds: ReadonlySet<string>
  /** Matches of the query in title and text. */
  readonly matches: number
}

/** Each pair of links is about a hundred bytes, and a long text may have ten thousand matches. */
const withLinks = 200

export function buildMarking(
  article: StoredArticle,
  { state, asked, kinds, matches }: MarkingContext,
): Marking {
  const hasQuery = state.q !== ''
  const all = [
    ...facetTable.map(({ name, parameter, heading }) => ({
      kind: parameter,
      style: name,
      // “Published by” heads the list of outlets; in a text stand their names.
      label: name === 'outlet' ? 'Its outlet' : heading,
      n: article.facets[name].reduce((sum, { evidence }) => sum + evidence.length, 0),
    })),
    { kind: 'match', style: 'match', label: 'Your search', n: matches },
  ]
  const shown = all.filter(({ n }) => n > 0)
  const absent = all.filter(({ n, kind }) => n === 0 && kinds.has(kind))
  return {
    action: `/article/${article.id}`,
    hidden: [
      ...toPairs(state).map(([name, value]) => ({ name, value })),
      ...(asked > 0 ? [{ name: 'at', value: String(asked) }] : []),
      // Says that what is not ticked is not marked; and what this article does not have stays as it was.
      { name: markParameter, value: '' },
      ...absent.map(({ kind }) => ({ name: markParameter, value: kind })),
    ],
    parameter: markParameter,
    kinds: shown.map(({ n, ...each }) => ({
      ...each,
      count: number(n),
      isOn: kinds.has(each.kind),
    })),
    without: all
      .filter(({ kind }) => !kinds.has(kind))
      .map(({ style }) => `without-${style}`)
      .join(' '),
    ...{ matches, withLinks },
    matchesLabel: hasQuery ? counted(matches, 'match', { plural: 'matches' }) : '',
  }
}
