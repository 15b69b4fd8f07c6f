import { fold } from './fold.ts'
import { listed } from './listed.ts'
import { isOrdinary } from './ordinary.ts'
import type { Part, WholeTerm } from './part.ts'
import { transliterate } from './transliterate.ts'

/** Cyrillic letters beside Latin ones are slips of the keyboard, and stand for what they look like. */
const lookAlikes = new Map(
  Array.from('авекмнорстухіјѕ', (letter, i) => [letter, 'abekmhopctyxijs'.charAt(i)]),
)

/**
 * Reads a designator that begins at a part: one to four letters, a number, and what belongs to it.
 * S-300, S300 and С‑300 are `s-300`; S-300PMU-2 and S-300PMU2 are `s-300pmu2`; a plural s is dropped; the "type" of
 * S-300-type is left. Russian ones that begin with a digit have no hyphen: 9K720 and 9K-720 are `9k720`, 3M-54 is `3m54`.
 */
export function readDesignator(parts: readonly Part[], at: number): WholeTerm | undefined {
  const head = letterHead(parts, at) ?? digitHead(parts, at)
  if (!head) return undefined
  const mark = markAfter(parts[at + head.parts])
  if (mark === undefined) return head
  // ZSU-23-4 keeps the hyphen between its numbers; S-300PMU-2 is also written S-300PMU2.
  const hyphen = /\d$/.test(head.term) && !head.hasVariant ? '-' : ''
  return { term: `${head.term}${hyphen}${mark}`, parts: head.parts + 1 }
}

interface Head extends WholeTerm {
  readonly hasVariant: boolean
}

const fewLetters = /^\p{L}{1,4}$/u
const joinedLetters = /^(\p{L}{1,4})(\d{1,4})(\p{L}[\p{L}\d]{0,7})?$/u
const hyphenatedNumber = /^(\d{1,4})(\p{L}[\p{L}\d]{0,7})?$/u

function letterHead(parts: readonly Part[], at: number): Head | undefined {
  const [first, second] = [parts[at], parts[at + 1]]
  if (!first) return undefined
  const joined = joinedLetters.exec(first.raw)
  if (joined) return headOf(joined[1], joined[2], joined[3], 1)
  if (second?.before !== '-' || !fewLetters.test(first.raw)) return undefined
  const number = hyphenatedNumber.exec(second.raw)
  return number ? headOf(first.raw, number[1], number[2], 2) : undefined
}

function headOf(letters = '', number = '', written = '', parts = 1): Head | undefined {
  const prefix = prefixInLatin(letters, number)
  const variant = inLatin(withoutPlural(written))
  if (!/^[a-z]+$/.test(prefix) || isOrdinary(prefix, number + variant)) return undefined
  return { term: `${prefix}-${number}${variant}`, parts, hasVariant: variant !== '' }
}

const joinedDigits = /^(1?\d\p{L}{1,2})(\d{1,4})(\p{L}[\p{L}\d]{0,7})?$/u
const digitsAndLetters = /^1?\d\p{L}{1,2}$/u
const longNumber = /^(\d{2,4})(\p{L}[\p{L}\d]{0,7})?$/u

/** 3M-54, unlike the ranges 9am-11pm, 19th-20th and 40K-60K. */
function digitHead(parts: readonly Part[], at: number): Head | undefined {
  const [first, second] = [parts[at], parts[at + 1]]
  if (!first) return undefined
  const joined = joinedDigits.exec(first.raw)
  if (joined) return digitHeadOf(joined[1], joined[2], joined[3], 1)
  if (second?.before !== '-' || !digitsAndLetters.test(first.raw)) return undefined
  const number = longNumber.exec(second.raw)
  if (!number || isRange(first.raw, number[2])) return undefined
  return digitHeadOf(first.raw, number[1], number[2], 2)
}

function isRange(first: string, variant = ''): boolean {
  const unit = first.replace(/^\d+/, '').toLowerCase()
  return /^(?:am|pm|st|nd|rd|th|ft)$/.test(unit) || unit === variant.toLowerCase()
}

function digitHeadOf(index = '', number = '', written = '', parts = 1): Head {
  const variant = inLatin(withoutPlural(written))
  return { term: `${inLatin(index)}${number}${variant}`, parts, hasVariant: variant !== '' }
}

/** The s of F-16s, F-16Cs and M4A1s; that of MiG-29S belongs to it. */
const withoutPlural = (variant: string) =>
  variant === 's' ? '' : variant.replace(/(?<=[\p{Lu}\d])s$/u, '')

function markAfter(part: Part | undefined): string | undefined {
  if (part?.before !== '-' || !/^\d{1,2}\p{L}{0,2}$/u.test(part.raw)) return undefined
  return inLatin(withoutPlural(part.raw))
}

/** Letters of one script, as transliterated; В-52, which nobody lists as V-52, is the listed B-52. */
function prefixInLatin(letters: string, number: string): string {
  const prefix = inLatin(letters)
  if (listed.designators.has(`${prefix}-${number}`)) return prefix
  const twin = lookedAt(fold(letters))
  return listed.designators.has(`${twin}-${number}`) ? twin : prefix
}

function inLatin(letters: string): string {
  const folded = fold(letters)
  if (/^[a-z\d]*$/.test(folded)) return folded
  return /[a-z]/.test(folded) ? lookedAt(folded) : transliterate(folded)
}

const lookedAt = (folded: string) =>
  Array.from(folded, (letter) => lookAlikes.get(letter) ?? letter).join('')
