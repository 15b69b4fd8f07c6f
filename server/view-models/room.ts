import { toUrl, type SearchState } from '../search-state.ts'
import type { Density } from './density.ts'

/** The characters of an address from which a search is long: every link of the page that keeps the search repeats them. */
const long = 250

const passages: Readonly<Record<Density, number>> = { comfortable: 3, compact: 1, titles: 0 }
const chips = { people: 3, weapons: 2, places: 3 } as const

/** The passages of a result, one fewer than there is room for where the links take the room. */
export function passagesShown(density: Density, state: SearchState): number {
  return isLong(state) ? Math.min(2, passages[density]) : passages[density]
}

/** How many of a facet's values a result offers as filters. */
export function chipsShown(facet: keyof typeof chips, state: SearchState): number {
  return isLong(state) ? Math.min(2, chips[facet]) : chips[facet]
}

const isLong = (state: SearchState) => toUrl(state).length > long
