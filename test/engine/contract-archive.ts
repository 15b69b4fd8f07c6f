import type { Article, Evidence, FacetName, FacetValue, Facets } from '../../engine/article.ts'
import { byFacet } from '../../engine/by-facet.ts'
import { withoutDates } from '../without-dates.ts'

/** An article of the contract tests: `key` is the id that its source gives, and how the tests call it. */
export interface MadeUpArticle {
  readonly key: string
  readonly article: Article
  /** What the tests call its near-duplicates together, whatever the archive calls them; '' for none. */
  readonly family: string
}

/** A value as the tests write it: id, name, and the spelling in the text where it is another. */
export type Value = readonly [id: string, name: string, spelling?: string]

/** What an article of the tests says of itself; what it leaves out is empty. */
export interface Draft {
  readonly outlet?: Value
  readonly published?: string
  readonly title: string
  readonly text: string
  readonly people?: readonly Value[]
  readonly places?: readonly Value[]
  readonly weapons?: readonly Value[]
  readonly cites?: readonly Value[]
  /** The values above a value, by its id, nearest first. */
  readonly broader?: Readonly<Record<string, readonly (readonly [id: string, name: string])[]>>
  readonly language?: string
  readonly family?: string
}

const noValues = { people: [], places: [], weapons: [], cites: [] }

/** Writes an article as extraction would leave it: each value with the places where its spelling stands. */
export function madeUp(key: string, draft: Draft): MadeUpArticle {
  const values: Readonly<Record<FacetName, readonly Value[]>> = {
    ...noValues,
    ...draft,
    outlet: draft.outlet ? [draft.outlet] : [],
  }
  return {
    key,
    family: draft.family ?? '',
    article: {
      title: draft.title,
      outlet: draft.outlet?.[1] ?? '',
      published: draft.published ?? '',
      url: '',
      authors: [],
      text: draft.text,
      language: draft.language ?? 'en',
      ...withoutDates,
      facets: facetsOf(values, draft),
    },
  }
}

function facetsOf(values: Readonly<Record<FacetName, readonly Value[]>>, draft: Draft): Facets {
  return byFacet((facet) => values[facet].map((value) => facetValue(value, facet, draft)))
}

function facetValue([id, name, spelling]: Value, facet: FacetName, draft: Draft): FacetValue {
  const evidence = facet === 'outlet' ? [] : mentions(spelling ?? name, draft)
  const broader = (draft.broader?.[id] ?? []).map(([above, label]) => ({ id: above, name: label }))
  return { id, name, evidence, rule: 'made up', broader }
}

function mentions(spelling: string, draft: Draft): Evidence[] {
  const found: Evidence[] = []
  for (const field of ['title', 'text'] as const) {
    let start = draft[field].indexOf(spelling)
    for (; start >= 0; start = draft[field].indexOf(spelling, start + 1)) {
      found.push({ field, start, end: start + spelling.length })
    }
  }
  return found
}

const courier: Value = ['sample-courier', 'Sample Courier']
const gazette: Value = ['harbour-gazette', 'Harbour Gazette']
const ledger: Value = ['evening-ledger', 'Evening Ledger']
const dehghan: Value = ['hossein-dehghan', 'Hossein Dehghan']
const shoigu: Value = ['sergei-shoigu', 'Sergei Shoigu']
const iran: Value = ['iran', 'Iran']
const russia: Value = ['russia', 'Russia']
const turkey: Value = ['turkey', 'Turkey']
const s300: Value = ['s-300', 'S-300']
const s400: Value = ['s-400', 'S-400']

/** The articles of the contract tests, in the order in which they are indexed. Every sentence is made up. */
export const contractArchive: readonly MadeUpArticle[] = [
  madeUp('unloading', {
    outlet: courier,
    published: '2016-04-11',
    title: 'S-300 deliveries begin',
    text: 'Crews unloaded the first S-300 launchers at a quay in Iran. The long-overdue shipment left Russia in March, minister Hossein Dehqan said.',
    people: [['hossein-dehghan', 'Hossein Dehghan', 'Hossein Dehqan']],
    places: [iran, russia],
    weapons: [s300],
  }),
  madeUp('without-hyphen', {
    outlet: gazette,
    published: '2016-04-12',
    title: 'What the S300 can reach',
    text: 'A delivery of the S300 changes little for pilots who stay low, the Sample Courier wrote.',
    weapons: [['s-300', 'S-300', 'S300']],
    cites: [courier],
  }),
  madeUp('unbroken-hyphen', {
    outlet: ledger,
    published: '2016-05-02',
    title: 'Parade shows new batteries',
    text: 'Spectators counted four S‑300 vehicles. Hossein Dehghan saluted beside Sergei Shoigu in Iran.',
    people: [dehghan, shoigu],
    places: [iran],
    weapons: [['s-300', 'S-300', 'S‑300']],
  }),
  madeUp('cyrillic', {
    outlet: gazette,
    published: '2015-11-23',
    title: 'Contract signed again',
    text: 'The paper names the С-300 and a price. Sergei Shoigu called it overdue for long.',
    people: [shoigu],
    places: [],
    weapons: [['s-300', 'S-300', 'С-300']],
  }),
  madeUp('neighbour', {
    outlet: courier,
    published: '2019-07-12',
    title: 'Turkey takes the S-400',
    text: 'The first S-400 parts were delivered to an air base in Turkey. Russia will deliver more.',
    places: [turkey, russia],
    weapons: [s400],
  }),
  madeUp('printer', {
    outlet: ledger,
    published: '2019-07-12',
    title: 'Office printers compared',
    text: 'The S-3000 prints quietly. A service contract costs 300 a year.',
  }),
  madeUp('initials', {
    outlet: gazette,
    published: '2017-01-05',
    title: 'Embassy reopens',
    text: 'The U.S. embassy opened its gates. US diplomats declined an interview.',
    places: [['united-states', 'United States', 'U.S.']],
  }),
  madeUp('pronoun', {
    outlet: gazette,
    published: '2017-01-06',
    title: 'A reporter remembers',
    text: 'They let us wait in the rain and gave us tea. Nobody told us why.',
  }),
  madeUp('accents', {
    outlet: ledger,
    published: '2018-03-01',
    title: 'Erdoğan in São Tomé',
    text: 'President Recep Tayyip Erdoğan toasted the café owners of the island.',
    people: [['recep-tayyip-erdogan', 'Recep Tayyip Erdoğan']],
    places: [['sao-tome', 'São Tomé']],
  }),
  madeUp('month-only', {
    outlet: courier,
    published: '2016-04',
    title: 'Monthly review of the ports',
    text: 'Cargo rose. The corvette in the dock of Iran is still waiting for its long overdue engine.',
    places: [iran],
  }),
  madeUp('year-only', {
    outlet: ledger,
    published: '2016',
    title: 'Corvette yearbook',
    text: 'All hulls of the year, with their engines and guns.',
  }),
  madeUp('undated', {
    title: 'Leaflet without a date',
    text: 'An unsigned sheet praises the S-300 and asks for donations. Its air defence, it says, is a defence missile wall.',
    weapons: [s300],
  }),
  madeUp('battery', {
    outlet: gazette,
    published: '2016-04-12',
    title: 'Air defence missile fired',
    text: 'An air defence missile left its tube. The surface-to-air battery belongs to Iran.',
    places: [iran],
  }),
  madeUp('scattered', {
    outlet: courier,
    published: '2016-04-12',
    title: 'Words in another order',
    text: 'The air defence school bought a defence missile. It teaches air to surface gunnery, and the surface to ground kind.',
  }),
  madeUp('markup', {
    outlet: ledger,
    published: '2020-02-29',
    title: 'How to write <b>bold</b> & <mark>marked</mark>',
    text: 'Put <b>bold</b> words between tags; <script>alert(1)</script> is no headline.',
  }),
  madeUp('namesakes', {
    outlet: ledger,
    published: '2021-08-30',
    title: 'Two men named Dehghan',
    text: 'Hossein Dehghan and Ali Dehghan are not related, the Harbour Gazette found. Fighting over “air defence” budgets goes on; airdefence vendors rejoice.',
    people: [dehghan, ['ali-dehghan', 'Ali Dehghan']],
    cites: [gazette],
  }),
]
