import { fold } from './fold.ts'
import type { Part } from './part.ts'
import { transliterate } from './transliterate.ts'

/** A designator found in a chunk: its one term and how many parts of the chunk it takes. */
export interface Designator {
  readonly term: string
  readonly parts: number
}

/** Words before a number that make an ordinary compound of it: mid-90s, top-10. */
const ordinary = new Set(
  'mid pre post non top past next last age day all one two six ten no vol fig over plus sub'.split(
    ' ',
  ),
)

/** Cyrillic letters beside Latin ones are slips of the keyboard, and stand for what they look like. */
const lookAlikes = new Map(
  Array.from('авекмнорстху', (letter, i) => [letter, 'abekmhopctxy'.charAt(i)]),
)

/**
 * Reads a designator that begins at a part: one to four letters, a number, and what belongs to it.
 * S-300, S300 and С‑300 → `s-300`; S-300PMU-2 and S-300PMU2 → `s-300pmu2`; a plural s is dropped; the "type" of S-300-type is left.
 */
export function readDesignator(parts: readonly Part[], at: number): Designator | undefined {
  const head = headAt(parts, at)
  if (!head) return undefined
  const prefix = latin(head.letters)
  if (prefix === undefined || isOrdinary(prefix, head.number)) return undefined
  const variant = head.variant === 's' ? '' : inLatinLetters(head.variant)
  const term = `${prefix}-${head.number}${variant}`
  const mark = markAfter(parts[at + head.parts])
  if (mark === undefined) return { term, parts: head.parts }
  // ZSU-23-4 keeps the hyphen between its numbers; S-300PMU-2 is also written S-300PMU2.
  const hyphen = variant === '' ? '-' : ''
  return { term: `${term}${hyphen}${mark}`, parts: head.parts + 1 }
}

interface Head {
  readonly letters: string
  readonly number: string
  readonly variant: string
  readonly parts: number
}

const fewLetters = /^\p{L}{1,4}$/u
const joinedHead = /^(\p{L}{1,4})(\d{1,4})(\p{L}[\p{L}\d]{0,7})?$/u
const hyphenatedNumber = /^(\d{1,4})(\p{L}[\p{L}\d]{0,7})?$/u

function headAt(parts: readonly Part[], at: number): Head | undefined {
  const [first, second] = [parts[at], parts[at + 1]]
  if (!first) return undefined
  const joined = joinedHead.exec(first.raw)
  if (joined) return head(joined[1], joined[2], joined[3], 1)
  if (second?.before !== '-' || !fewLetters.test(first.raw)) return undefined
  const number = hyphenatedNumber.exec(second.raw)
  return number ? head(first.raw, number[1], number[2], 2) : undefined
}

function head(letters = '', number = '', variant = '', parts = 1): Head {
  return { letters, number, variant, parts }
}

function markAfter(part: Part | undefined): string | undefined {
  if (part?.before !== '-') return undefined
  const mark = /^\d{1,2}\p{L}{0,2}$/u.exec(part.raw)?.[0]
  return mark === undefined ? undefined : fold(mark)
}

function isOrdinary(prefix: string, number: string): boolean {
  const isYear = /^(?:19|20)\d\d$/.test(number) && prefix.length > 1
  return isYear || ordinary.has(prefix)
}

function inLatinLetters(letters: string): string {
  const folded = fold(letters)
  if (/^[a-z\d]*$/.test(folded)) return folded
  if (!/[a-z]/.test(folded)) return transliterate(folded)
  return Array.from(folded, (letter) => lookAlikes.get(letter) ?? letter).join('')
}

function latin(letters: string): string | undefined {
  const folded = inLatinLetters(letters)
  return /^[a-z]+$/.test(folded) ? folded : undefined
}
