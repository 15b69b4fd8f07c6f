import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { facetsOf } from '../../../indexer/facets/facets-of.ts'
import { lists } from '../test-desk.ts'

/** Pieces that meet in ways that no writer would think of: names inside names, glued, cut, in other letters. */
const pieces = [
  ...['Sergei', 'Lavrov', 'Lavrov’s', 'President', 'Barack Obama', 'Obama', 'PutinReuters', 'Mr.'],
  ...['Tehran', 'New York', 'York', 'U.S.', 'US', 'South', 'Korea', 'Washington', 'Moscow,', 'the'],
  ...['S-300', 'S-300PMU-2', 'PMU-2', 'M1 Abrams', 'M1', 'F-16C', 'Patriot missile', 'USS Ford'],
  ...['according to', 'told', 'Reuters', '(AP)', 'The New York Times', 'Times', 'IRNA reported'],
  ...['said', 'and', 'of', '—', '😀', 'С-300', 'Zürich', 'e\u0301', '\n\n', '.', '"', '’s'],
]
const prose = fc
  .array(
    fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', ' ', '', '-', ', ', '\n')),
    {
      maxLength: 60,
    },
  )
  .map((words) => words.map(([word, gap]) => word + gap).join(''))

describe('the facets of any article', () => {
  it('lie inside their field, are what they say, and do not overlap within a facet', () => {
    fc.assert(
      fc.property(prose, prose, (title, text) => {
        const article = { title, text, outlet: '', url: '' }
        const { people, places, weapons, cites } = facetsOf(article, lists)
        for (const values of [people, places, weapons, cites]) {
          for (const { name, surfaces, mentions } of values) {
            expect(name).not.toBe('')
            const written = mentions.map(({ field, start, end }) =>
              article[field].slice(start, end),
            )
            expect(new Set(written)).toEqual(new Set(surfaces))
            expect(surfaces).not.toContain('')
          }
          expect(overlapping(values.flatMap(({ mentions }) => mentions))).toEqual([])
        }
      }),
    )
  })
})

describe('the facets of an article in another language', () => {
  it('are its outlet alone, although it names what an English one would have', () => {
    const text =
      'Der Bürgermeister von Moscow sagte, dass die Fähre nach New York am Mittwoch wieder fährt und alle ihr Geld bekommen.'
    expect(facetsOf({ title: '', text, outlet: 'Hafenbote', url: '' }, lists)).toEqual({
      outlet: 'Hafenbote',
      people: [],
      places: [],
      weapons: [],
      cites: [],
    })
  })
})

interface Mention {
  readonly field: string
  readonly start: number
  readonly end: number
}

function overlapping(mentions: readonly Mention[]): Mention[] {
  const sorted = mentions.toSorted((a, b) => a.field.localeCompare(b.field) || a.start - b.start)
  return sorted.filter((mention, at) => {
    const before = sorted[at - 1]
    return before?.field === mention.field && mention.start < before.end
  })
}
