import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { facetNames, type FacetName } from '../../engine/article.ts'
import type { FacetCount, SearchAnswer } from '../../engine/search-engine.ts'
import { contractArchive, madeUp, type MadeUpArticle } from './contract-archive.ts'
import {
  openDesk,
  requestFor,
  type Desk,
  type EngineUnderTest,
  type Options,
} from './contract-desk.ts'
import { Reference, type ReferenceAnswer } from './reference.ts'

/** Few words, so that they meet often: hundreds of texts drawn from them have every pair and many a false neighbour. */
const vocabulary = [
  'air',
  'to',
  'surface',
  'missile',
  'missiles',
  'S-300',
  'S-300PMU-2',
  'S-3000',
  'U.S.',
  'Zürich',
  'zoo',
  'us',
  'long-range',
  'antitank',
  'anti-tank',
  'delivery',
  'deliveries',
  'delivered',
  '3.5',
  'Dehghan',
  'Dehqan',
  'Ankara’s',
]
const days = ['', '2015', '2015-03', '2015-03-09', '2015-04-01', '2016-02-29', '2016']
const ids = ['alpha', 'beta', 'zeta-1', 'Zeta-1', 'žeta']
const broader = {
  alpha: [
    ['greek', 'Greek letters'],
    ['letters', 'Letters'],
  ],
  beta: [['greek', 'Greek letters']],
  'zeta-1': [['letters', 'Letters']],
} as const

/** Always the same numbers, so that every run asks the same. */
const seed = 20160411

const namesOfDehghan = [
  ['hossein-dehghan', 'Hossein Dehghan', 'Dehghan'],
  ['hossein-dehghan', 'Hossein Dehghan', 'Dehqan'],
] as const

function drawnArticles(): MadeUpArticle[] {
  const text = (longest: number) =>
    fc
      .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: longest })
      .map((words) => words.join(' '))
  const values = fc.subarray(ids.map((id) => [id, `Name of ${id}`] as const))
  const drafts = fc.sample(
    fc.record({
      title: text(4),
      text: text(18),
      published: fc.constantFrom(...days),
      people: fc
        .tuple(values, fc.subarray([...namesOfDehghan], { maxLength: 1 }))
        .map((all) => all.flat()),
      places: values,
      cites: values,
      language: fc.constantFrom('', 'en', 'en', 'en-GB', 'ru'),
      family: fc.constantFrom('', '', 'one', 'two', 'three'),
      broader: fc.constant(broader),
    }),
    { seed, numRuns: 260 },
  )
  return drafts.map((draft, i) => madeUp(`drawn-${i}`, draft))
}

/** Words of a few letters behind co or mi: more of each than an alternative of NEAR can be listed for. */
const madeUpWords = ['co', 'mi'].flatMap((start) =>
  Array.from(
    { length: 90 },
    (_, i) =>
      `${start}${'bdfgklmnpr'.charAt(i % 10)}${'aeiou'.charAt(i % 5)}${'vwxtqhjzk'.charAt(i / 10)}`,
  ),
)

/** Each has some ten of the made-up words, so that few articles have the same. */
function articlesOfManyWords(): MadeUpArticle[] {
  const each = fc.oneof(fc.constantFrom(...madeUpWords), fc.constantFrom(...vocabulary))
  const texts = fc.array(each, { minLength: 8, maxLength: 14 }).map((words) => words.join(' '))
  return fc
    .sample(fc.record({ title: fc.constantFrom(...madeUpWords), text: texts }), {
      seed,
      numRuns: 40,
    })
    .map((draft, i) => madeUp(`many-words-${i}`, draft))
}

const begun = fc.constantFrom(
  'co*',
  'mi*',
  'cob*',
  'de*',
  'air-co*',
  'to-mi*',
  'S-300*',
  'deliveri*',
)
const word = fc.constantFrom(...vocabulary)
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `"${words.join(' ')}"`)
const beside = fc.oneof(
  word,
  phrase,
  begun,
  fc.tuple(word, phrase).map(([a, b]) => `(${a} OR ${b})`),
)
const leaf = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 3, arbitrary: phrase },
  { weight: 2, arbitrary: fc.oneof(word, phrase).map((words) => `title:${words}`) },
  { weight: 1, arbitrary: word.map((each) => `=${each}`) },
  { weight: 1, arbitrary: phrase.map((each) => each.replace('"', '"=')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'co*',
      'air-mi*',
      'long-co*',
      'air*',
      'de*',
      'deliveri*',
      'S-300*',
      'S-30*',
      'title:mi*',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('misile~', 'delivry~', 'Dehgan~', 'S-300~', 'zo~') },
  {
    weight: 3,
    arbitrary: fc
      .tuple(beside, fc.nat(6), beside)
      .map(([a, distance, b]) => `${a} NEAR/${distance} ${b}`),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(word, word, word, fc.nat(8)).map(([a, b, c, n]) => `"${a} ${b} ${c}"~${n}`),
  },
  { weight: 1, arbitrary: fc.constantFrom(...ids).map((id) => `person:"${id}"`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        'place:name',
        'cites:beta',
        'weapon:s-300',
        'outlet:courier',
        'person:nobody',
        'place:greek',
      ],
      ...['outlet:[none]', 'person:[none]', 'lang:en', 'lang:ru', 'place:(alpha OR "zeta-1")'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['after:2015-03', 'before:2016', 'date:2015', 'date:2016-02', 'after:2015-03-09', '…'],
    ),
  },
)
const query = fc.letrec<{ tree: string; group: string }>((tie) => ({
  tree: fc
    .array(fc.tuple(fc.constantFrom('', '', '-', 'NOT '), fc.oneof(leaf, leaf, tie('group'))), {
      minLength: 1,
      maxLength: 4,
    })
    .chain((operands) =>
      fc
        .array(fc.constantFrom(' ', ' AND ', ' OR '), {
          minLength: operands.length - 1,
          maxLength: operands.length - 1,
        })
        .map((joints) =>
          operands.map(([not, operand], i) => not + operand + (joints[i] ?? '')).join(''),
        ),
    ),
  group: fc.oneof(
    { maxDepth: 3 },
    leaf,
    tie('tree').map((tree) => `(${tree})`),
  ),
})).tree
const filter = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({
      include: fc.subarray([...ids, 'greek', '[none]'], { maxLength: 3 }),
      match: fc.constantFrom('any', 'all'),
      exclude: fc.subarray([...ids, 'letters', '[none]'], { maxLength: 2 }),
    }),
  },
)
const options = fc.record({
  filters: fc.record({ people: filter, places: filter, cites: filter }),
  from: fc.constantFrom('', '', '', '2015', '2015-03-09'),
  to: fc.constantFrom('', '', '', '2015', '2016-02'),
  sort: fc.constantFrom('relevance', 'newest', 'oldest'),
  spelling: fc.constantFrom('any', 'any', 'any', 'exact'),
  groupBy: fc.constantFrom('article', 'article', 'family'),
  timeline: fc.constantFrom('month', 'year'),
  newerThan: fc.constantFrom(0, 0, 0, 20),
})

/** How many random requests are compared; DIFFERENCES asks for more. */
const runs = Number(process.env['DIFFERENCES'] ?? 1_000)

/** The engine against a naive evaluation over the same terms. */
export function describeDifferences(underTest: EngineUnderTest): void {
  describe('compared with a naive search', () => {
    let desk: Desk
    let reference: Reference
    let articles = 0
    beforeAll(async () => {
      const all = [...contractArchive, ...drawnArticles(), ...articlesOfManyWords()]
      desk = await openDesk(underTest, all)
      const stored = all.flatMap(({ key }) => desk.archive.get(desk.id(key)) ?? [])
      articles = stored.length
      reference = new Reference(desk.archive, stored)
    }, 60_000)
    afterAll(() => desk.close())

    it('has every article to compare', () => {
      expect(articles).toBe(desk.archive.count())
    })

    it('finds, counts and groups the same for thousands of random requests', async () => {
      const compare = async (typed: string, drawn: Options) => {
        const truth = reference.answer(requestFor(typed, drawn))
        const answer = await allPages(desk, typed, drawn)
        if (answer.capability.bound === 'exact') expectSame(answer, truth, drawn)
        else expectBound(answer, truth, drawn)
      }
      await fc.assert(fc.asyncProperty(query, options, compare), { seed, numRuns: runs })
    }, 600_000)
  })
}

/** The first page with the hits of all. */
async function allPages(desk: Desk, typed: string, drawn: Options): Promise<SearchAnswer> {
  const first = await desk.ask(typed, drawn)
  const hits = [...first.hits]
  for (let page = 2; hits.length < first.groups; page++) {
    const next = await desk.ask(typed, { ...drawn, page })
    if (next.hits.length === 0) break
    hits.push(...next.hits)
  }
  return { ...first, hits }
}

function expectSame(answer: SearchAnswer, truth: ReferenceAnswer, { groupBy }: Options): void {
  const counts = (values: readonly FacetCount[]) =>
    Object.fromEntries(values.filter(({ count }) => count > 0).map(({ id, count }) => [id, count]))
  const facets = new Map<FacetName, unknown>(
    facetNames.map((facet) => [facet, counts(answer.facets[facet])]),
  )
  const found = answer.hits.map(({ id }) => id)
  expect({
    total: answer.total,
    groups: answer.groups,
    hits: found.length,
    facets: Object.fromEntries(facets),
    periods: Object.fromEntries(answer.timeline.counts.map(({ period, count }) => [period, count])),
  }).toEqual({
    total: truth.ids.length,
    groups: groupBy === 'family' ? truth.groups : truth.ids.length,
    hits: groupBy === 'family' ? truth.groups : truth.ids.length,
    facets: truth.facets,
    periods: truth.periods,
  })
  if (groupBy === 'family') expect(truth.ids).toEqual(expect.arrayContaining(found))
  else expect(found.toSorted()).toEqual(truth.ids.toSorted())
}

function expectBound(answer: SearchAnswer, truth: ReferenceAnswer, { groupBy }: Options): void {
  const isLess = answer.capability.bound === 'at least'
  const [lesser, greater] = isLess
    ? [answer.total, truth.ids.length]
    : [truth.ids.length, answer.total]
  expect(lesser).toBeLessThanOrEqual(greater)
  if (groupBy === 'family') return
  const found = answer.hits.map(({ id }) => id)
  const [fewer, more] = isLess ? [found, truth.ids] : [truth.ids, found]
  expect(more).toEqual(expect.arrayContaining([...fewer]))
}
