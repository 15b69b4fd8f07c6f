import { emptyState, toPairs, type SearchState } from '../search-state.ts'
import { navigation, type Section } from './navigation.ts'

/** What every page's frame shows: the title, where in the site it is, and the search box. */
export interface Layout {
  readonly title: string
  readonly section: Section
  readonly navigation: typeof navigation
  /** Style sheets besides the one that every page has, by their names without ending. */
  readonly styles: readonly string[]
  readonly q: string
  /** The rest of the search, which the box keeps. */
  readonly hidden: readonly HiddenField[]
}

export interface HiddenField {
  readonly name: string
  readonly value: string
}

export function buildLayout(
  title: string,
  section: Section,
  state: SearchState = emptyState,
  styles: readonly string[] = [],
): Layout {
  return {
    title: title === 'Dateline' ? title : `${title} · Dateline`,
    section,
    navigation,
    styles,
    q: state.q,
    hidden: hiddenFields(state, ['q', 'page', 'newer']),
  }
}

/** The parameters of a state as hidden fields, without those that a form sets itself. */
export function hiddenFields(state: SearchState, except: readonly string[]): HiddenField[] {
  return toPairs(state)
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => ({ name, value }))
}
