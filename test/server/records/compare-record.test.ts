import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Fingerprint } from '../../../engine/archive/fingerprints.ts'
import { packFingerprints, unpackFingerprints } from '../../../engine/archive/pack-fingerprints.ts'
import { compareRecords } from '../../../server/records/compare-record.ts'

const hash = fc.constantFrom('00000000000000aa', 'ffffffffffffffff', '0123456789abcdef')
/** By sequence number, which makes the id: an archive that is not put back never gives a number twice. */
const found: fc.Arbitrary<Fingerprint[]> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 40 }), hash, hash), {
    selector: ([sequence]) => sequence,
  })
  .map((articles) =>
    articles
      .sort(([a], [b]) => a - b)
      .map(([sequence, content, facets]) => ({ sequence, id: `id${sequence}`, content, facets })),
  )

const ids = (list: readonly Fingerprint[]) => list.map(({ id }) => id)

describe('comparing two records', () => {
  it('tells exactly what came, went and became another', () => {
    fc.assert(
      fc.property(found, found, fc.integer({ min: 0, max: 41 }), (then, now, last) => {
        const { fresh, foundToo, gone, reclassified, rewritten } = compareRecords(then, now, last)
        const [before, after] = [new Set(ids(then)), new Set(ids(now))]
        expect(new Set([...ids(fresh), ...ids(foundToo)])).toEqual(after.difference(before))
        expect(new Set(ids(gone))).toEqual(before.difference(after))
        expect(fresh.every(({ sequence }) => sequence > last)).toBe(true)
        expect(foundToo.every(({ sequence }) => sequence <= last)).toBe(true)
        for (const article of now.filter(({ id }) => before.has(id))) {
          const former = then.find(({ id }) => id === article.id)
          expect(ids(reclassified).includes(article.id)).toBe(former?.facets !== article.facets)
          expect(ids(rewritten).includes(article.id)).toBe(former?.content !== article.content)
        }
      }),
    )
  })

  it('finds nothing between a record and itself', () => {
    fc.assert(
      fc.property(found, (list) => {
        expect(Object.values(compareRecords(list, list, 0)).flat()).toEqual([])
      }),
    )
  })

  it('goes by ids where an archive was put back and gave a number to another article', () => {
    const article = { sequence: 5, content: '00000000000000aa', facets: '00000000000000aa' }
    const { gone, foundToo } = compareRecords(
      [{ ...article, id: 'former' }],
      [{ ...article, id: 'later' }],
      5,
    )
    expect([ids(gone), ids(foundToo)]).toEqual([['former'], ['later']])
  })
})

describe('packed fingerprints', () => {
  it('are the same when they are unpacked', () => {
    fc.assert(
      fc.property(found, fc.integer({ min: 0, max: 2 ** 40 }), (list, added) => {
        const moved = list.map((each) => ({ ...each, sequence: each.sequence + added }))
        expect(unpackFingerprints(packFingerprints(moved))).toEqual(moved)
      }),
    )
  })

  it('are refused when they are cut off, or something else', () => {
    const packed = packFingerprints([
      { sequence: 300, id: 'abc', content: '00000000000000aa', facets: '00000000000000aa' },
    ])
    expect(() => unpackFingerprints(packed.subarray(0, -1))).toThrow('cut off')
    expect(() => unpackFingerprints(new Uint8Array([9]))).toThrow('no fingerprints')
  })
})
