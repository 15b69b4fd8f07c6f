/** The queries of one row of the table; each is asked once a round, so that no answer is measured while it is still in a cache of ours (there is none). */
export interface QueryKind {
  readonly name: string
  readonly queries: readonly string[]
}

/** The rows of the table, in their order. */
export const queryKinds: readonly QueryKind[] = [
  {
    name: 'two words',
    queries: [
      'S-300 delivery',
      'missile defense',
      'Russia Syria',
      'nuclear sanctions',
      'drone strike',
      'fighter jets',
      'defence minister',
      'arms deal',
      'Iran contract',
      'Turkey purchase',
      'troops border',
      'Patriot battery',
    ],
  },
  {
    name: 'phrase',
    queries: [
      '"air defence"',
      '"defence minister"',
      '"foreign minister"',
      '"United Nations"',
      '"Security Council"',
      '"white house"',
      '"prime minister"',
      '"nuclear programme"',
      '"fighter jets"',
      '"last week"',
      '"United States"',
      '"long-range missile"',
    ],
  },
  {
    name: 'broad',
    queries: ['said', 'the', 'of', 'in', 'on', 'to', 'for', 'with', 'that', 'by', 'at', 'from'],
  },
]

/** Filters that are added to every query of a further row. */
export const filtered = '&from=2010&-outlet=nobody'
