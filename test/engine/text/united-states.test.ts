import { describe, expect, it } from '@jest/globals'
import { analyse } from '../../../engine/text/analyse.ts'

const terms = (text: string) => analyse(text).terms

describe('US in capitals is U.S.', () => {
  it.each([
    ['US', ['u.s']],
    ['the US said', ['the', 'u.s', 'said']],
    ['US-led', ['u.s', 'led']],
    ['pro-US', ['pro', 'u.s']],
    ["US's", ['u.s']],
    ['(US)', ['u.s']],
    ['US TV', ['u.s', 'tv']],
    ['US NAVY', ['u.s', 'navy']],
  ])('%s', (written, expected) => {
    expect(terms(written)).toEqual(expected)
  })
})

describe('us is the pronoun', () => {
  it.each([
    ['us', ['us']],
    ['Us', ['us']],
    ['CONTACT US HERE', ['contact', 'us', 'here']],
    ['FOLLOW US: NEWS', ['follow', 'us', 'news']],
    ['ALL-US TEAM', ['all', 'us', 'team']],
  ])('%s', (written, expected) => {
    expect(terms(written)).toEqual(expected)
  })

  it('line by line', () => {
    expect(terms('CONTACT US HERE\nthe US\r\nTELL US MORE\u2028US')).toEqual(
      [['contact', 'us', 'here'], ['the', 'u.s'], ['tell', 'us', 'more'], ['u.s']].flat(),
    )
  })

  it('never where dots are written', () => {
    expect(terms('U.S. STRIKES TARGETS')).toEqual(['u.s', 'strike', 'target'])
  })
})
