import type { Lists } from './lists.ts'
import { isCapital, keyAt, offsetsOf, type ListedMatch, type Reading } from './reading.ts'

const bindsBefore =
  /\b(?:University|College|Bank|School|Institute|Church|Museum|Academy|Bishop|Archbishop|Duke|Duchess|Prince|Princess|Earl|Sons|Daughters|Voice|Radio|Air|Fort|Port|Mount|Lake|New|Miss|Captain|Real)\s+(?:of\s+(?:the\s+)?)?$/

/** Whether a listed place is part of another name: University of Texas, Tehran Times. */
export function isInsideName(reading: Reading, { from, to }: ListedMatch, lists: Lists): boolean {
  // "U.S. Department of State" does name the United States; "Tehran Times" is not about Tehran.
  const isShort = reading.words[to - 1]?.shape === 'caps'
  const joins = reading.words[to]?.gap === 'space' && isCapital(reading, to)
  if (joins && !isShort && lists.isKind(keyAt(reading, to), 'place-bound')) return true
  const { start } = offsetsOf(reading, from, to)
  return bindsBefore.test(reading.text.slice(Math.max(0, start - 24), start))
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
