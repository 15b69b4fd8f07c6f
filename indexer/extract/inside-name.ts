import type { Lists } from './lists.ts'
import { isCapital, keyAt, offsetsOf, type ListedMatch, type Reading } from './reading.ts'

const bindsBefore =
  /\b(?:University|College|Bank|School|Institute|Church|Museum|Academy|Bishop|Archbishop|Duke|Duchess|Prince|Princess|Earl|Sons|Daughters|Voice|Radio|Air|Fort|Port|Mount|Lake|New|Miss|Captain|Real)\s+(?:of\s+(?:the\s+)?)?$|\bUniversity\s+of\s+\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?(?:\s+at\s+)$/u

/** Whether a listed place is part of another name: University of Texas, Tehran Times. */
export function isInsideName(reading: Reading, match: ListedMatch, lists: Lists): boolean {
  return goesOnAsName(reading, match.to, lists) || followsName(reading, match)
}

function goesOnAsName(reading: Reading, to: number, lists: Lists): boolean {
  // "U.S. Department of State" does name the United States; "Tehran Times" is not about Tehran.
  if (reading.words[to - 1]?.shape === 'caps' || !isCapitalAfterSpace(reading, to)) return false
  return lists.isKind(keyAt(reading, to), 'place-bound') || isSchooled(reading, to)
}

function followsName(reading: Reading, { from, to }: ListedMatch): boolean {
  const { start } = offsetsOf(reading, from, to)
  return bindsBefore.test(reading.text.slice(Math.max(0, start - 48), start))
}

function isCapitalAfterSpace(reading: Reading, at: number): boolean {
  return reading.words[at]?.gap === 'space' && isCapital(reading, at)
}

const schools = /^(?:university|college|school|institute|hospital|museum|church)$/

// "Moscow State University", "Sandy Hook Elementary School"
function isSchooled(reading: Reading, to: number): boolean {
  for (let at = to; at < to + 3; at++) {
    if (!isCapitalAfterSpace(reading, at)) return false
    if (schools.test(keyAt(reading, at))) return true
  }
  return false
}

/** Whether the match is the short name of something else, put in brackets: of the National Archives (NARA), not of the town. */
export function isAcronym(reading: Reading, { from, to }: ListedMatch, name: string): boolean {
  const word = reading.words[from]
  if (word?.shape !== 'caps' || to - from > 1 || name.toLowerCase() !== word.key) return false
  return reading.text.charAt(word.start - 1) === '(' && reading.text.charAt(word.end) === ')'
}

/** What tells a line set in capitals stands near; a line of megabytes is not read anew for every US in it. UTF-16 units. */
const lineRead = 400

/** Whether US is the pronoun, in a line set in capitals: TELL US MORE. */
export function isShouted(reading: Reading, { from, to }: ListedMatch): boolean {
  const word = reading.words[from]
  if (!word || to - from > 1 || word.key !== 'us') return false
  const before = reading.text.slice(Math.max(0, word.start - lineRead), word.start)
  const [rest = ''] = reading.text.slice(word.end, word.end + lineRead).split('\n', 1)
  const line = before.slice(before.lastIndexOf('\n') + 1) + rest
  const neighbours = [reading.words[from - 1], reading.words[to]].filter(
    (near) => near !== undefined,
  )
  return (
    !/\p{Ll}/u.test(line) ||
    (neighbours.length > 0 && neighbours.every((near) => near.shape === 'caps'))
  )
}
