import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { facetNames, type FacetName, type StoredArticle } from '../../engine/article.ts'
import type { FacetCount, SearchAnswer } from '../../engine/search-engine.ts'
import { contractArchive, madeUp, type MadeUpArticle } from './contract-archive.ts'
import {
  openDesk,
  requestFor,
  type Desk,
  type EngineUnderTest,
  type Options,
} from './contract-desk.ts'
import { answerByHand, type ReferenceAnswer } from './reference.ts'

/** Few words, so that they meet often: forty texts drawn from them have every pair and many a false neighbour. */
const vocabulary = [
  'air',
  'to',
  'surface',
  'missile',
  'S-300',
  'U.S.',
  'Zürich',
  'zoo',
  'us',
  'long-range',
  '3.5',
  'Ankara’s',
]
const days = ['', '2015', '2015-03', '2015-03-09', '2015-04-01', '2016-02-29', '2016']
const ids = ['alpha', 'beta', 'zeta-1', 'Zeta-1', 'žeta']

/** Always the same numbers, so that every run asks the same. */
const seed = 20160411

function drawnArticles(): MadeUpArticle[] {
  const text = (longest: number) =>
    fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: longest })
  const values = fc.subarray(ids.map((id) => [id, `Name of ${id}`] as const))
  const drafts = fc.sample(
    fc.record({
      title: text(4),
      text: text(14),
      published: fc.constantFrom(...days),
      people: values,
      places: values,
      cites: values,
    }),
    { seed, numRuns: 40 },
  )
  return drafts.map((draft, i) =>
    madeUp(`drawn-${i}`, { ...draft, title: draft.title.join(' '), text: draft.text.join(' ') }),
  )
}

const wordsDrawn = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '))
const literal = fc.oneof(
  fc.constantFrom(...vocabulary),
  wordsDrawn.map((words) => `"${words}"`),
  fc.constantFrom(...vocabulary).map((word) => `title:${word}`),
  wordsDrawn.map((words) => `title:"${words}"`),
  fc.constantFrom(...ids).map((id) => `person:"${id}"`),
  fc.constantFrom('place:name', 'cites:beta', 'weapon:s-300', 'outlet:courier', 'person:nobody'),
  fc.constantFrom('after:2015-03', 'before:2016', 'date:2015', 'date:2016-02', 'after:2015-03-09'),
)
const query = fc
  .array(fc.tuple(fc.constantFrom('', '', '-'), literal), { maxLength: 4 })
  .map((operands) => operands.map(([minus, operand]) => minus + operand).join(' '))
const filter = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({
      include: fc.subarray(ids),
      exclude: fc.subarray(ids, { maxLength: 1 }),
    }),
  },
)
const options = fc.record({
  filters: fc.record({ people: filter, places: filter, cites: filter }),
  from: fc.constantFrom('', '', '', '2015', '2015-03-09'),
  to: fc.constantFrom('', '', '', '2015', '2016-02'),
  sort: fc.constantFrom('relevance', 'newest', 'oldest'),
  newerThan: fc.constantFrom(0, 0, 0, 20),
})

/** The engine against a naive evaluation over the same terms. */
export function describeDifferences(underTest: EngineUnderTest): void {
  describe('compared with a naive search', () => {
    let desk: Desk
    let articles: readonly StoredArticle[]
    beforeAll(async () => {
      const all = [...contractArchive, ...drawnArticles()]
      desk = await openDesk(underTest, all)
      articles = all.flatMap(({ key }) => desk.archive.get(desk.id(key)) ?? [])
    }, 60_000)
    afterAll(() => desk.close())

    it('has every article to compare', () => {
      expect(articles).toHaveLength(desk.archive.count())
    })

    it('finds and counts the same for hundreds of random requests', async () => {
      const compare = async (typed: string, drawn: Options) => {
        const truth = answerByHand(desk.archive, articles, requestFor(typed, drawn))
        const answer = await desk.ask(typed, drawn)
        if (answer.capability.bound === 'exact') expectSame(answer, truth)
        else expectBound(answer, truth)
      }
      await fc.assert(fc.asyncProperty(query, options, compare), { seed, numRuns: 400 })
    }, 120_000)
  })
}

function expectSame(answer: SearchAnswer, truth: ReferenceAnswer): void {
  const counts = (values: readonly FacetCount[]) =>
    Object.fromEntries(values.filter(({ count }) => count > 0).map(({ id, count }) => [id, count]))
  const facets = new Map<FacetName, unknown>(
    facetNames.map((facet) => [facet, counts(answer.facets[facet])]),
  )
  expect({
    total: answer.total,
    ids: answer.hits.map(({ id }) => id).sort(),
    facets: Object.fromEntries(facets),
    months: Object.fromEntries(answer.months.map(({ month, count }) => [month, count])),
  }).toEqual({
    total: truth.ids.length,
    ids: [...truth.ids].sort(),
    facets: truth.facets,
    months: truth.months,
  })
}

function expectBound(answer: SearchAnswer, truth: ReferenceAnswer): void {
  const found = answer.hits.map(({ id }) => id)
  const [lesser, greater] =
    answer.capability.bound === 'at least' ? [found, truth.ids] : [truth.ids, found]
  expect(greater).toEqual(expect.arrayContaining([...lesser]))
  expect(lesser.length).toBeLessThanOrEqual(greater.length)
}
