import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { allOf, anyOf, condition, not, type Filter } from '../../../engine/meilisearch/filter.ts'
import { deepest, heightOf, shallow } from '../../../engine/meilisearch/shallow.ts'

const letters = ['a', 'b', 'c', 'd', 'e', 'f'] as const

/** Whether a filter holds where exactly these conditions do. */
function holds(filter: Filter, trues: ReadonlySet<string>): boolean {
  switch (filter.kind) {
    case 'condition':
      return trues.has(filter.expression)
    case 'not':
      return !holds(filter.operand, trues)
    case 'all':
      return filter.operands.every((operand) => holds(operand, trues))
    case 'any':
      return filter.operands.some((operand) => holds(operand, trues))
  }
}

/** As many turns of AND and OR as there are steps. */
const nested = (steps: readonly (readonly [letter: string, excluded: boolean])[]): Filter =>
  steps.reduce<Filter>((inner, [letter, excluded], i) => {
    const beside = excluded ? not(condition(letter)) : condition(letter)
    return i % 2 === 0 ? anyOf([beside, inner]) : allOf([inner, beside])
  }, condition('a'))

const steps = fc.array(fc.tuple(fc.constantFrom(...letters), fc.boolean()), {
  minLength: 40,
  maxLength: 64,
})
const trues = fc.uniqueArray(fc.constantFrom(...letters)).map((each) => new Set<string>(each))

describe('shallow', () => {
  it('leaves alone what Meilisearch can read', () => {
    const filter = nested(Array.from({ length: deepest }, () => ['b', false] as const))
    expect(heightOf(filter)).toBe(deepest)
    expect(shallow(filter)).toBe(filter)
  })

  it('describes the same articles less deeply', () => {
    fc.assert(
      fc.property(steps, trues, (taken, true_) => {
        const filter = nested(taken)
        const flat = shallow(filter)
        expect(heightOf(flat)).toBeLessThanOrEqual(deepest)
        expect(holds(flat, true_)).toBe(holds(filter, true_))
      }),
      { numRuns: 500 },
    )
  })

  it('does not grow beyond the square of what there was', () => {
    const taken = Array.from({ length: 64 }, (_, i) => [letters[i % 6] ?? 'a', false] as const)
    const size = JSON.stringify(shallow(nested(taken))).match(/"condition"/g)?.length
    expect(size).toBeLessThan((64 * 64) / 2)
  })
})
