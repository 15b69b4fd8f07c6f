import { describe, expect, it } from '@jest/globals'
import { agreement, wordsOf } from '../../../bench/pages-gold/words.ts'

describe('the words that pages are compared by', () => {
  it.each([
    ['Talks resume, S-300!', ['talks', 'resume', 's', '300']],
    ['Zażółć हिन्दी', ['zażółć', 'हिन्दी']],
    ['边界 talks', ['边', '界', 'talks']],
    ['', []],
  ])('of “%s” are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })
})

describe('how much of one list is in another', () => {
  it('counts what stands twice twice', () => {
    expect(agreement(['a', 'a', 'b'], ['a', 'b', 'b', 'c'])).toEqual({
      precision: 2 / 3,
      recall: 2 / 4,
      f1: 4 / 7,
    })
  })

  it('is nothing where they share nothing, and all where both are empty', () => {
    expect(agreement(['a'], ['b']).f1).toBe(0)
    expect(agreement([], []).f1).toBe(1)
  })
})
