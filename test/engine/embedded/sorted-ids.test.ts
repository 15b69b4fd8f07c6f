import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  difference,
  intersection,
  isIn,
  parseIds,
  union,
} from '../../../engine/embedded/sorted-ids.ts'

const ids = fc
  .uniqueArray(fc.integer({ min: 1, max: 30 }))
  .map((list) => Int32Array.from(list).sort())

describe('sorted ids', () => {
  it('combine like sets, and stay sorted', () => {
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        const [left, right] = [new Set(a), new Set(b)]
        const sorted = (set: ReadonlySet<number>) => [...set].sort((x, y) => x - y)
        expect([...intersection(a, b)]).toEqual(sorted(left.intersection(right)))
        expect([...union(a, b)]).toEqual(sorted(left.union(right)))
        expect([...difference(a, b)]).toEqual(sorted(left.difference(right)))
      }),
    )
  })

  it('are looked up', () => {
    fc.assert(
      fc.property(ids, fc.nat(31), (list, id) => {
        expect(isIn(list, id)).toBe([...list].includes(id))
      }),
    )
  })

  it('are read from one string', () => {
    expect([...parseIds(Buffer.from('3,20,100001'), 9)]).toEqual([3, 20, 100_001])
    expect([...parseIds(Buffer.from(''), 9)]).toEqual([])
  })
})
