import { describe, expect, it } from '@jest/globals'
import { scoreFacet } from '../../../bench/evaluate/score-facet.ts'

const named = (name: string, ...surfaces: string[]) => ({ name, surfaces })
const labels = (...wanted: ReturnType<typeof named>[]) => ({ wanted, optional: [] })
const counts = ({ hits, wrong, missed, named: right }: ReturnType<typeof scoreFacet>) => ({
  hits,
  wrong,
  missed,
  named: right,
})

describe('the score of a facet', () => {
  it('counts what is labelled, what is not, and what was missed', () => {
    const score = scoreFacet(
      [named('Ana Reyes'), named('Harbour Street')],
      labels(named('Ana Reyes'), named('Bo Lind')),
    )
    expect(counts(score)).toEqual({ hits: 1, wrong: 1, missed: 1, named: 1 })
    expect(score.faults).toEqual([
      { kind: 'false', name: 'Harbour Street' },
      { kind: 'missed', name: 'Bo Lind' },
    ])
  })

  it('takes a value that shares a surface for right, and for misnamed where the name differs', () => {
    const score = scoreFacet([named('A. Reyes', 'Reyes')], labels(named('Ana Reyes', 'Reyes')))
    expect(counts(score)).toEqual({ hits: 1, wrong: 0, missed: 0, named: 0 })
    expect(score.faults).toEqual([{ kind: 'misnamed', name: 'A. Reyes', instead: 'Ana Reyes' }])
  })

  it.each([
    ['case', 'ANA REYES', 'Ana Reyes'],
    ['accents', 'Ana Réyes', 'Ana Reyes'],
    ['a possessive ending', 'Reyes’s', 'Reyes'],
    ['a leading article', 'The Morning Post', 'Morning Post'],
    ['full stops', 'U.S', 'U S'],
    ['kinds of hyphen', 'T‑90', 'T-90'],
    ['a plural s', 'T-90s', 'T-90'],
  ])('does not look at %s', (_, value, label) => {
    expect(counts(scoreFacet([named(value)], labels(named(label))))).toMatchObject({ hits: 1 })
  })

  it('takes the second value for one label for a split', () => {
    const score = scoreFacet(
      [named('Ana Reyes', 'Reyes'), named('Minister Reyes', 'Reyes')],
      labels(named('Ana Reyes', 'Reyes')),
    )
    expect(counts(score)).toEqual({ hits: 1, wrong: 1, missed: 0, named: 1 })
    expect(score.faults).toEqual([{ kind: 'split', name: 'Minister Reyes' }])
  })

  it('gives two labels with one surface a value each', () => {
    const score = scoreFacet(
      [named('Ana Reyes', 'Reyes'), named('Leo Reyes', 'Reyes')],
      labels(named('Ana Reyes', 'Reyes'), named('Leo Reyes', 'Reyes')),
    )
    expect(counts(score)).toEqual({ hits: 2, wrong: 0, missed: 0, named: 2 })
  })

  it('counts what is optional neither way', () => {
    const score = scoreFacet([named('White House')], {
      wanted: [named('Lisbon')],
      optional: [named('White House')],
    })
    expect(counts(score)).toEqual({ hits: 0, wrong: 0, missed: 1, named: 0 })
  })
})
