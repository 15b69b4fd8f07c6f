import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { facetNames, type Facets } from '../../../engine/article.ts'
import { applyState } from '../../../indexer/corrections/apply.ts'
import { parseCorrections } from '../../../indexer/corrections/corrections-file.ts'
import { listedValue } from '../../../indexer/corrections/listed-values.ts'
import type { FoundMerge } from '../../../indexer/corrections/merge.ts'
import {
  noFacets,
  openTestArchive,
  record,
  type TestArchive,
} from '../../engine/archive/test-archive.ts'
import { value } from './test-values.ts'

/** Random cases, more of them in CI. */
const numRuns = process.env['CI'] ? 300 : 40

const texts = ['Ada met Ben and Cem.', 'Ben wrote to Ada.', 'Nobody but Dora came.']
const ids = ['ada', 'ben', 'cem', 'dora', 'eve']
/** Listed weapons, some of which stand below others, go by these names here. */
const weapons: ReadonlyMap<unknown, string> = new Map([
  ['ada', 's-300pmu-1'],
  ['ben', 's-300pmu-2'],
  ['cem', 's-300'],
  ['dora', 's-400'],
  ['eve', 'surface-to-air-missile'],
])
const idIn = (facetName: unknown, name: unknown) =>
  (facetName === 'weapons' ? weapons.get(name) : undefined) ?? String(name)
const facet = fc.constantFrom(...facetNames)
const id = fc.constantFrom(...ids)
const where = fc.constantFrom(undefined, undefined, 0, 1, 2)
const spelling = fc.constantFrom('Ada', 'Ben', 'Cem', 'Dora', 'Nobody')

/** A correction as a random test writes it: `article` is the number of one, `of` of an earlier line. */
const anyCorrection = fc.oneof(
  fc.record({ do: fc.constant('reject'), facet, value: id, article: where }),
  fc.record({ do: fc.constant('merge'), facet, value: id, into: id, article: where }),
  fc.record({
    ...{ do: fc.constant('split'), facet, value: id, into: id, article: where },
    surface: fc.oneof(spelling, fc.constant('')),
  }),
  fc.record({ do: fc.constant('rename'), facet, value: id, name: spelling }),
  fc.record({ do: fc.constant('add'), facet, name: spelling, surface: spelling, article: where }),
  fc.record({ do: fc.constant('undo'), of: fc.nat(12) }),
)
const anyMerges = fc.array(fc.record({ facet: fc.constant('people' as const), id, into: id }), {
  maxLength: 2,
})

let desks: TestArchive[]
beforeEach(() => {
  desks = []
})
afterEach(() => {
  for (const desk of desks) desk.remove()
})

/** An archive in which extraction found somebody and something wherever a text names them. */
function openDesk(): { desk: TestArchive; articles: string[] } {
  const desk = openTestArchive()
  desks.push(desk)
  const articles = texts.map((text, n) => {
    const found = ids.filter((each) => text.toLowerCase().includes(each))
    const values = found.map((each) =>
      value(each, text, each.charAt(0).toUpperCase() + each.slice(1)),
    )
    const below = values.map((each) => {
      const id = idIn('weapons', each.id)
      return { ...each, id, broader: listedValue('weapons', id)?.broader ?? [] }
    })
    const facets: Facets = {
      ...noFacets,
      ...{ people: values, cites: values, weapons: below, outlet: [value(ids[n] ?? 'ada', '')] },
    }
    return desk.commit(record({ given: { source: 'test', id: String(n) }, text, facets })).id
  })
  return { desk, articles }
}

const everyId = [...ids, ...weapons.values()]

type Random = Readonly<Record<string, unknown>>

/** As lines of a file; faulty ones, which random tests make too, are passed over. */
function correctionsOf(random: readonly Random[], articles: readonly string[]) {
  const lines = random.map((each, nth) => {
    const article = typeof each['article'] === 'number' ? articles[each['article']] : undefined
    const { facet: inFacet, value: from, into } = each
    const says = {
      ...each,
      ...(from === undefined ? {} : { value: idIn(inFacet, from) }),
      ...(into === undefined ? {} : { into: idIn(inFacet, into) }),
    }
    return JSON.stringify({ ...says, article, of: `id-${String(each['of'])}`, id: `id-${nth}` })
  })
  return parseCorrections(lines.join('\n')).corrections
}

function everythingIn({ archive }: TestArchive) {
  const articles = archive.changes(0, 100).flatMap(({ article }) => article ?? [])
  return {
    facets: articles
      .map(({ title, text, facets }) => ({ title, text, facets }))
      .sort((a, b) => a.text.localeCompare(b.text)),
    names: facetNames.map((each) => [...archive.displayNames(each, everyId)].sort()),
    redirects: facetNames.map((each) => everyId.map((one) => archive.redirect(each, one))),
    found: facetNames.map((each) => everyId.map((one) => archive.findEntities(each, one, 9))),
    above: facetNames.map((each) => everyId.map((one) => archive.broader(each, one))),
  }
}

describe('any sequence of corrections', () => {
  it('makes the same of an archive whether it comes one by one or at once, and nothing when it is gone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCorrection, { minLength: 1, maxLength: 10 }),
        anyMerges,
        async (random, merges: readonly FoundMerge[]) => {
          const [slow, fast] = [openDesk(), openDesk()]
          const untouched = everythingIn(slow.desk)
          const corrections = correctionsOf(random, slow.articles)
          for (let n = 1; n <= corrections.length; n++) {
            const state = { merges: n > 1 ? merges : [], corrections: corrections.slice(0, n) }
            await applyState(slow.desk.archive, slow.desk.lease, state)
          }
          const state = { merges: corrections.length > 1 ? merges : [], corrections }
          await applyState(fast.desk.archive, fast.desk.lease, state)
          expect(everythingIn(slow.desk)).toEqual(everythingIn(fast.desk))

          const undone = corrections.flatMap((each) =>
            each.do === 'undo'
              ? []
              : [each, { do: 'undo' as const, of: each.id, id: `u${each.id}`, at: '', note: '' }],
          )
          await applyState(slow.desk.archive, slow.desk.lease, { merges: [], corrections: undone })
          expect(everythingIn(slow.desk)).toEqual(untouched)
          await applyState(fast.desk.archive, fast.desk.lease, { merges: [], corrections: [] })
          expect(everythingIn(fast.desk)).toEqual(untouched)
          for (const { desk } of [slow, fast]) desk.remove()
          desks = []
        },
      ),
      { numRuns },
    )
  }, 120_000)
})
