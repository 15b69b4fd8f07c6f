import { followsGivenName } from './given-names.ts'
import type { Lists } from './lists.ts'
import { isCapital, isJoined, keyAt, type Reading } from './reading.ts'

/** Where a field has titles and words for what people are, before their names. */
export interface Titles {
  readonly covered: ReadonlySet<number>
  /** By the word after the title. A `title` has its capital, as before a name; a `role` says what someone is. */
  readonly endingAt: ReadonlyMap<number, 'title' | 'role'>
}

/** Finds the titles of the list in a field; a title that is somebody's surname is none. */
export function findTitles(reading: Reading, lists: Lists): Titles {
  const covered = new Set<number>()
  const endingAt = new Map<number, 'title' | 'role'>()
  for (let at = 0; at < reading.words.length; at++) {
    const match = lists.titles.longestAt(reading.words, at)
    if (!match || isNamePart(reading, match.from, match.to, lists)) continue
    const capital = reading.words[at]?.shape !== 'lower'
    endingAt.set(match.to, match.values.includes('title') && capital ? 'title' : 'role')
    for (let inside = match.from; inside < match.to; inside++) covered.add(inside)
    at = match.to - 1
  }
  return { covered, endingAt }
}

function isNamePart(reading: Reading, from: number, to: number, lists: Lists): boolean {
  return to - from === 1 && (isSurname(reading, from, lists) || isSyllable(reading, from, lists))
}

// "Stephen King said": after a given name and before a small word, King is no title; in "Virginia Sen. Mark White" Sen. is.
function isSurname(reading: Reading, at: number, lists: Lists): boolean {
  if (!followsGivenName(reading, at, lists)) return false
  const next = reading.words[at + 1]
  if (next === undefined || next.shape === 'lower') return true
  return next.gap !== 'space' && !(next.gap === 'dot' && isAbbreviated(reading, at, lists))
}

// "Choe Son-hui" has no son.
function isSyllable(reading: Reading, at: number, lists: Lists): boolean {
  const word = reading.words[at]
  const follows = word?.shape === 'upper' && word.gap === 'space' && isCapital(reading, at - 1)
  if (!follows || !isJoined(reading, at + 1)) return false
  return lists.isKind(keyAt(reading, at - 1), 'surname-first') && lists.isKind(word.key, 'syllable')
}

/** What stands before word `at`: with a comma it takes a whole name to follow ("the minister, Sergei Shoigu"). */
export function titleBefore(
  reading: Reading,
  at: number,
  titles: Titles,
  lists: Lists,
): 'title' | 'role' | undefined {
  const gap = reading.words[at]?.gap
  const title = titles.endingAt.get(at)
  if (gap === 'space') return title
  if (gap === 'comma') return title && 'role'
  // "He was Secretary of Defense. Ventrass left": a full stop belongs to a title only where it shortens one.
  return gap === 'dot' && isAbbreviated(reading, at - 1, lists) ? title : undefined
}

function isAbbreviated(reading: Reading, at: number, lists: Lists): boolean {
  return lists.isKind(keyAt(reading, at), 'abbreviated-title')
}
