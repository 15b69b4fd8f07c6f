import { followsGivenName } from './given-names.ts'
import type { Lists } from './lists.ts'
import type { ListedMatch, Reading } from './reading.ts'
import type { Titles } from './titles.ts'
import type { Word } from './words.ts'

/** "Foreign Secretary Liam Fox", "Prime Minister Menachem Begin": what else Fox and Begin are does not matter there. */
export function isTitledSurname(
  reading: Reading,
  at: number,
  titles: Titles,
  lists: Lists,
): boolean {
  const [word, next] = [reading.words[at], reading.words[at + 1]]
  if (word?.shape !== 'upper' || titles.endingAt.get(at - 1) !== 'title') return false
  if (isThingWord(word.key, lists)) return false
  return endsRow(next) && (followsGivenName(reading, at, lists) || isTownBehindName(reading, at))
}

// "Imam Ali Brigades"
function isThingWord(key: string, lists: Lists): boolean {
  return lists.isKind(key, 'person-bound') && !lists.isKind(key, 'surname-word')
}

function endsRow(next: Word | undefined): boolean {
  return next?.gap !== 'space' || next.shape === 'lower'
}

// "Sen. Blanche Lincoln": no list has the first name, but it is no listed person's surname either.
function isTownBehindName(reading: Reading, at: number): boolean {
  if (reading.titleCase || reading.matchAt[at - 1] || reading.words[at]?.gap !== 'space')
    return false
  return isOnlyPlace(reading.matchAt[at]) && reading.words[at - 1]?.shape === 'upper'
}

function isOnlyPlace(match: ListedMatch | undefined): boolean {
  return match?.values.every(({ list }) => list === 'places') ?? false
}
