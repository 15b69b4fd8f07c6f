import type { Lists } from './lists.ts'
import { isCapital, keyAt, type Reading } from './reading.ts'
import { endsBefore, gapText } from './sentences.ts'

/** Whether one of its journalists follows a medium: "CNN's Jane Doe", "CNN correspondent Jane Doe". */
export function namesJournalist(reading: Reading, to: number, lists: Lists): boolean {
  const next = reading.words[to]
  if (!next || endsBefore(reading, to)) return false
  if (next.shape !== 'lower' && isOwned(reading, to))
    return isCapital(reading, to + 1) || !lists.isKind(next.key, 'source-noun')
  return hasRole(reading, to, lists)
}

function isOwned(reading: Reading, to: number): boolean {
  return reading.words[to]?.gap === 'possessive' || /^['’]s?\s/.test(gapText(reading, to))
}

// "CNN chief White House correspondent": the role within a few words.
function hasRole(reading: Reading, to: number, lists: Lists): boolean {
  for (let at = to; at < to + 5; at++) {
    if (lists.isKind(keyAt(reading, at), 'journalist')) return true
    if (endsBefore(reading, at + 1) || lists.isKind(keyAt(reading, at), 'function')) return false
  }
  return false
}
