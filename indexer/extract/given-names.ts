import type { Lists } from './lists.ts'
import { keyAt, type ListedMatch, type Reading } from './reading.ts'

/** Whether the word is capitalised and has a given name right before it. */
export function followsGivenName(reading: Reading, at: number, lists: Lists): boolean {
  const word = reading.words[at]
  const previous = reading.words[at - 1]
  if (!word || !previous || word.gap !== 'space') return false
  return word.shape !== 'lower' && previous.shape !== 'lower' && lists.givenNames.has(previous.key)
}

/** Whether the word is a given name with a capitalised word right after it. */
export function leadsName(reading: Reading, at: number, lists: Lists): boolean {
  const word = reading.words[at]
  const next = reading.words[at + 1]
  return (
    word !== undefined &&
    lists.givenNames.has(word.key) &&
    next?.gap === 'space' &&
    next.shape !== 'lower'
  )
}

/** General Nikolai Makarov is not a pistol: a single word without a digit, behind a given name, may be a surname. */
export function isSurnameLike(reading: Reading, { from, to }: ListedMatch, lists: Lists): boolean {
  return (
    to - from === 1 && !/\d/.test(keyAt(reading, from)) && followsGivenName(reading, from, lists)
  )
}
