import { describe, expect, it } from '@jest/globals'
import { areSpellings, soundOfName, spellingKeys } from '../../../indexer/extract/spellings.ts'

describe('spellings of one word', () => {
  it.each([
    ['dehghan', 'dehqan'],
    ['gadhafi', 'kadafi'],
    ['soleimani', 'suleimani'],
    ['riedel', 'reidel'],
    ['sadjadpour', 'sadjapour'],
  ])('%s and %s, which share a key', (a, b) => {
    expect(areSpellings(a, b)).toBe(true)
    expect(spellingKeys(a).some((key) => spellingKeys(b).includes(key))).toBe(true)
  })

  it.each([
    ['milley', 'miller'],
    ['assad', 'asadi'],
    ['gantz', 'gates'],
    ['powell', 'pompeo'],
  ])('%s and %s are two', (a, b) => {
    expect(areSpellings(a, b)).toBe(false)
  })
})

describe('the sound of a full name', () => {
  it('is one for all transliterations', () => {
    expect(soundOfName(['hosein', 'dehghan'])).toBe(soundOfName(['hossein', 'dehqan']))
  })

  it('keeps look-alike names of two men apart', () => {
    expect(soundOfName(['ruhollah', 'khamenei'])).not.toBe(soundOfName(['ruhollah', 'khomeini']))
  })

  it('is not told of short names', () => {
    expect(soundOfName(['mark', 'kelley'])).toBeUndefined()
  })
})
