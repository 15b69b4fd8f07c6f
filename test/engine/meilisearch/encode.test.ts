import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { decodeId, encodeId, encodeTerm } from '../../../engine/meilisearch/encode.ts'

describe('encodeTerm', () => {
  it.each([
    ['deliver', 'deliver'],
    ['s-300', 'sz2dz300'],
    ['u.s', 'uz2ezs'],
    ['zoo', 'zzoo'],
    ['с', 'z441z'],
    ['🚀', 'z1f680z'],
  ])('spells %s as %s', (term, code) => {
    expect(encodeTerm(term)).toBe(code)
  })

  const lookAlike = fc.string({
    unit: fc.constantFrom('z', '2', 'd', 'e', 'h', '-', '.', 'ž', 'ﬁ'),
    maxLength: 8,
  })

  it('never spells two terms alike', () => {
    const codes = new Map<string, string>()
    fc.assert(
      fc.property(fc.oneof(lookAlike, fc.string({ unit: 'grapheme' })), (term) => {
        const code = encodeTerm(term)
        expect(codes.get(code) ?? term).toBe(term)
        codes.set(code, term)
      }),
      { numRuns: 5_000 },
    )
  })

  it('keeps to what Meilisearch neither splits nor folds, however long or foreign the term', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (term) => {
        expect(encodeTerm(term)).toMatch(/^[a-z0-9]{1,216}$/)
      }),
    )
  })

  it('tells long terms apart that begin alike', () => {
    const long = 'x'.repeat(300)
    expect(encodeTerm(`${long}a`)).not.toBe(encodeTerm(`${long}b`))
  })
})

describe('encodeId', () => {
  it('keeps hyphens, as ids are full of them', () => {
    expect(encodeId('hossein-dehghan')).toBe('hossein-dehghan')
  })

  it('is read back by decodeId, whatever the id', () => {
    const id = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(id, (written) => {
        expect(decodeId(encodeId(written))).toBe(written)
      }),
      { numRuns: 2_000 },
    )
  })
})
