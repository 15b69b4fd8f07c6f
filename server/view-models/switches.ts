import type { Overview } from '../overview.ts'
import type { SearchState } from '../search-state.ts'
import { hiddenFields, type HiddenField } from './layout.ts'

/** What about a search can be on or off: a form of boxes, and the rest of the search, which it keeps. */
export interface Switches {
  readonly boxes: readonly Switch[]
  readonly hidden: readonly HiddenField[]
}

/** A box of the form; its parameter has the value while it is ticked, and is left out otherwise. */
export interface Switch {
  readonly name: 'spelling' | 'group'
  readonly value: string
  readonly label: string
  readonly isOn: boolean
  /** What a tick does. */
  readonly hint: string
}

/** Spelling matters where there are words; near-duplicates can be folded where there are any. */
export function buildSwitches(state: SearchState, { hasFamilies }: Overview): Switches {
  const boxes: Switch[] = []
  if (state.q !== '') boxes.push(spellingSwitch(state))
  if (hasFamilies || state.group === 'family') boxes.push(groupSwitch(state))
  return { boxes, hidden: hiddenFields(state, [...boxes.map(({ name }) => name), 'page']) }
}

function spellingSwitch(state: SearchState): Switch {
  return {
    name: 'spelling',
    value: 'exact',
    label: 'Exact spelling',
    isOn: state.spelling === 'exact',
    hint: 'Find only what is written as typed, without other forms, spellings and names',
  }
}

function groupSwitch(state: SearchState): Switch {
  return {
    name: 'group',
    value: 'family',
    label: 'Fold near-duplicates',
    isOn: state.group === 'family',
    hint: 'List the articles of one text as one result',
  }
}
