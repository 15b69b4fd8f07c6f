import { describe, expect, it } from '@jest/globals'
import { isNear } from '../../../engine/compare/near.ts'

const word = (...starts: readonly number[]) => starts.map((start) => ({ start, end: start + 1 }))

describe('nearness', () => {
  it.each([
    ['next to each other', [word(4), word(5)], 0, true],
    ['in the other order', [word(5), word(4)], 0, true],
    ['with one word between', [word(4), word(6)], 0, false],
    ['with as many words between as allowed', [word(4), word(15)], 10, true],
    ['with one word more', [word(4), word(16)], 10, false],
    ['the second time', [word(0, 30), word(15, 33)], 2, true],
    ['with an operand that is nowhere', [word(0), []], 10, false],
    ['in three operands, all close to the last', [word(1), word(8), word(3)], 6, true],
    [
      'in three operands, each close to its neighbour alone',
      [word(1), word(8), word(15)],
      6,
      false,
    ],
    ['at one place for the same word twice', [word(7), word(7)], 0, true],
    ['counted from the end of a phrase', [[{ start: 0, end: 4 }], word(6)], 2, true],
    ['inside a phrase', [[{ start: 0, end: 4 }], word(2)], 0, true],
  ] as const)('%s', (_, operands, distance, near) => {
    expect(isNear(operands, distance)).toBe(near)
  })
})
