import { describe, expect, it } from '@jest/globals'
import { areAlike, initialsOf } from '../../../engine/query/alike.ts'

describe('areAlike', () => {
  it.each([
    ['dehghan', 'dehqan'],
    ['shoigu', 'shoygu'],
    ['qassem', 'qasem'],
    ['gadhafi', 'kadafi'],
    ['yeltsin', 'eltsin'],
    ['lavrov', 'lawrow'],
    ['lukashenko', 'lukashenka'],
    ['mohammed', 'muhammad'],
    ['zelenskiy', 'zelensky'],
    ['hadjizadeh', 'hajizadeh'],
    ['kushner', 'kusher'],
    ['gorsuch', 'gorusch'],
  ])('takes %s and %s for one word', (one, other) => {
    expect(areAlike(one, other)).toBe(true)
    expect(areAlike(other, one)).toBe(true)
    expect(initialsOf(one)).toContain(other.charAt(0))
    expect(initialsOf(other)).toContain(one.charAt(0))
  })

  it.each([
    ['chris', 'christopher'],
    ['joe', 'joseph'],
    ['vladimir', 'putin'],
    ['hossein', 'dehghan'],
    ['cohen', 'kanye'],
    ['warner', 'warren'],
    ['gantz', 'gates'],
    ['ivan', 'evans'],
    ['eee', 'eae'],
  ])('takes %s and %s for two', (one, other) => {
    expect(areAlike(one, other)).toBe(false)
    expect(areAlike(other, one)).toBe(false)
  })
})
