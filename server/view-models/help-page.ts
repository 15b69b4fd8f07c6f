import { longestQuery } from '../../engine/query/parse.ts'
import { reachableHits } from '../../engine/search-engine.ts'
import { emptyState, withQuery } from '../search-state.ts'
import { number } from './counting.ts'
import { buildLayout, type Layout } from './layout.ts'
import { searchLink } from './links.ts'

/** The query language by example. */
export interface HelpPage {
  readonly layout: Layout
  readonly examples: readonly Example[]
  readonly limits: readonly string[]
}

export interface Example {
  readonly typed: string
  readonly href: string
  readonly finds: string
}

const examples = [
  [
    'S-300 delivery',
    'Articles with both words. S300, С-300 in Cyrillic letters and any kind of dash are the same; S-400 is not.',
  ],
  ['"air defence system"', 'These words next to each other, in this order.'],
  ['S-300 -Syria', 'The first word, without the second.'],
  ['title:drones', 'A word in the title. Phrases work too: title:"first shipment".'],
  ['person:"Hossein Dehghan"', 'Articles about this person, however they spell the name.'],
  ['weapon:S-300 place:Iran', 'Articles that name this weapon and this place.'],
  ['outlet:"Example Wire"', 'Articles published by this outlet.'],
  ['cites:TASS', 'Articles that name this medium as their source.'],
  ['-cites:TASS delivery', 'A minus excludes fields as well.'],
  [
    'delivery after:2016-03 before:2016-06-30',
    'Published in this period, both ends included. A month or a year stands for the whole of it.',
  ],
  ['date:2016-04', 'Published in April 2016.'],
] as const

/** The page of help, with a link that tries each example. */
export function buildHelpPage(): HelpPage {
  return {
    layout: buildLayout('How to search', 'help'),
    examples: examples.map(([typed, finds]) => ({
      typed,
      finds,
      href: searchLink(withQuery(emptyState, typed)),
    })),
    limits: [
      `A query may have ${number(longestQuery)} characters.`,
      `The first ${number(reachableHits)} articles of a search can be paged through. Filters and periods reach the others.`,
      'Articles without a date are never found by a period, and are left out of the timeline.',
      'A total is exact unless it says “at least” or “at most”, and then it says why.',
    ],
  }
}
