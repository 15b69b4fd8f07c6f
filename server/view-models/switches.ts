import type { Overview } from '../overview.ts'
import { withGroup, withSpelling, type SearchState } from '../search-state.ts'
import { searchLink } from './links.ts'

/** Something about a search that is on or off; the link turns it over. */
export interface Switch {
  readonly label: string
  readonly isOn: boolean
  readonly href: string
  /** What the link does. */
  readonly action: string
}

/** Spelling matters where there are words; near-duplicates can be folded where there are any. */
export function buildSwitches(state: SearchState, { hasFamilies }: Overview): Switch[] {
  return [
    ...(state.q === '' ? [] : [spellingSwitch(state)]),
    ...(hasFamilies || state.group === 'family' ? [groupSwitch(state)] : []),
  ]
}

function spellingSwitch(state: SearchState): Switch {
  const isOn = state.spelling === 'exact'
  return {
    label: 'Exact spelling',
    isOn,
    href: searchLink(withSpelling(state, isOn ? 'any' : 'exact')),
    action: isOn
      ? 'Exact spelling is on: search for other forms, spellings and names too'
      : 'Exact spelling: search only for what is written as typed',
  }
}

function groupSwitch(state: SearchState): Switch {
  const isOn = state.group === 'family'
  return {
    label: 'Fold near-duplicates',
    isOn,
    href: searchLink(withGroup(state, isOn ? 'article' : 'family')),
    action: isOn
      ? 'Fold near-duplicates is on: list each article by itself'
      : 'Fold near-duplicates: list the articles of one text as one result',
  }
}
