import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { lift, logLikelihood, type Joint } from '../../../server/statistics/association.ts'

/** Any table that counting can give. */
const joints = fc
  .tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500))
  .filter(([both, first, second]) => both + first > 0 && both + second > 0)
  .map(([both, first, second, neither]): Joint => {
    const [one, other] = [both + first, both + second]
    return { together: both, one, other, all: both + first + second + neither }
  })

describe('logLikelihood', () => {
  it('gives the figure that is computed by hand: 2 Σ seen · ln(seen / expected)', () => {
    // Seen 30, 10, 20, 40; expected 20, 20, 30, 30.
    const byHand =
      2 *
      (30 * Math.log(30 / 20) +
        10 * Math.log(10 / 20) +
        20 * Math.log(20 / 30) +
        40 * Math.log(40 / 30))
    expect(logLikelihood({ together: 30, one: 40, other: 50, all: 100 })).toBeCloseTo(byHand, 9)
  })

  it('is nothing where two things stand together as often as chance would have it', () => {
    expect(logLikelihood({ together: 10, one: 20, other: 50, all: 100 })).toBeCloseTo(0, 9)
  })

  it('prefers many articles over few at the same ratio', () => {
    const few = { together: 3, one: 30, other: 3, all: 1_000 }
    const many = { together: 30, one: 30, other: 30, all: 1_000 }
    expect(logLikelihood(many)).toBeGreaterThan(logLikelihood(few))
  })

  it('has the sign of what is more, or less, than chance', () => {
    fc.assert(
      fc.property(joints, (joint) => {
        const score = logLikelihood(joint)
        expect(Number.isFinite(score)).toBe(true)
        expect(lift(joint) < 1 ? score <= 0 : score >= 0).toBe(true)
      }),
    )
  })

  it('does not care which of the two is the one', () => {
    fc.assert(
      fc.property(joints, (joint) => {
        const turned = { ...joint, one: joint.other, other: joint.one }
        expect(logLikelihood(turned)).toBeCloseTo(logLikelihood(joint), 6)
      }),
    )
  })

  it('is ten times as strong for a table that is ten times as large', () => {
    fc.assert(
      fc.property(joints, ({ together, one, other, all }) => {
        const large = { together: together * 10, one: one * 10, other: other * 10, all: all * 10 }
        const expected = 10 * logLikelihood({ together, one, other, all })
        expect(logLikelihood(large)).toBeCloseTo(expected, 5)
      }),
    )
  })

  it('is at most that of a value that stands nowhere else', () => {
    fc.assert(
      fc.property(joints, (joint) => {
        const nowhereElse = { ...joint, other: joint.together }
        expect(logLikelihood(joint)).toBeLessThanOrEqual(logLikelihood(nowhereElse) + 1e-6)
      }),
    )
  })
})

describe('lift', () => {
  it.each([
    ['always together', { together: 10, one: 10, other: 10, all: 100 }, 10],
    ['by chance', { together: 5, one: 50, other: 10, all: 100 }, 1],
    ['never together', { together: 0, one: 50, other: 10, all: 100 }, 0],
    ['never there at all', { together: 0, one: 0, other: 10, all: 100 }, 1],
  ])('%s', (_case, joint, times) => {
    expect(lift(joint)).toBeCloseTo(times, 9)
  })
})
