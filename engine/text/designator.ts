import type { Part } from './chunk.ts'
import { fold } from './fold.ts'

/** A designator found in a chunk: its one term and how many parts of the chunk it takes. */
export interface Designator {
  readonly term: string
  readonly parts: number
}

/** Words before a number that make an ordinary compound of it: mid-90s, top-10. */
const ordinary = new Set('mid pre post non top past next last age day all one two six ten no vol fig over plus sub'.split(' '))

/** Cyrillic letters as designators are transliterated: С-300 is S-300, МиГ-29 is MiG-29. */
const transliterated = new Map(
  Object.entries({
    а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o',
    п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', ы: 'y', э: 'e', ю: 'yu', я: 'ya',
  }),
)

/** Cyrillic letters beside Latin ones are slips of the keyboard, and stand for what they look like. */
const lookAlikes = new Map([...'авекмнорстху'].map((letter, i) => [letter, 'abekmhopctxy'.charAt(i)]))

/**
 * Reads a designator that begins at a part: one to four letters, a number, and what belongs to it.
 * S-300, S300 and С‑300 → `s-300`; S-300PMU-2 and S-300PMU2 → `s-300pmu2`; a plural s is dropped; the "type" of S-300-type is left.
 */
export function readDesignator(parts: readonly Part[], at: number): Designator | undefined {
  const first = parts[at]
  if (!first) return undefined
  const joined = /^(\p{L}{1,4})(\d{1,4}(?!\d).*)$/u.exec(first.raw)
  if (joined) return finish(parts, at + 1, 1, joined[1] ?? '', joined[2] ?? '')
  const second = parts[at + 1]
  const hyphenated = second?.before === '-' && /^\p{L}{1,4}$/u.test(first.raw) && /^\d{1,4}(?!\d)/.test(second.raw)
  return hyphenated ? finish(parts, at + 2, 2, first.raw, second.raw) : undefined
}

function finish(parts: readonly Part[], next: number, taken: number, letters: string, rest: string): Designator | undefined {
  const prefix = latin(letters)
  const tail = /^(\d+)(\p{L}[\p{L}\d]{0,7})?$/u.exec(rest)
  if (prefix === undefined || !tail || isOrdinary(prefix, tail[1] ?? '')) return undefined
  const number = tail[1] ?? ''
  const variant = tail[2] === 's' ? '' : inLatinLetters(tail[2] ?? '')
  const following = parts[next]
  const mark = following?.before === '-' ? /^(\d{1,2}\p{L}{0,2})$/u.exec(following.raw)?.[1] : undefined
  if (mark === undefined) return { term: `${prefix}-${number}${variant}`, parts: taken }
  // ZSU-23-4 keeps the hyphen between its numbers; S-300PMU-2 is also written S-300PMU2.
  const hyphen = variant === '' ? '-' : ''
  return { term: `${prefix}-${number}${variant}${hyphen}${fold(mark)}`, parts: taken + 1 }
}

function isOrdinary(prefix: string, number: string): boolean {
  const isYear = /^(?:19|20)\d\d$/.test(number) && prefix.length > 1
  return isYear || ordinary.has(prefix)
}

function inLatinLetters(letters: string): string {
  const folded = fold(letters)
  if (/^[a-z\d]*$/.test(folded)) return folded
  const table = /[a-z]/.test(folded) ? lookAlikes : transliterated
  return [...folded].map((letter) => table.get(letter) ?? letter).join('')
}

function latin(letters: string): string | undefined {
  const folded = inLatinLetters(letters)
  return /^[a-z]+$/.test(folded) ? folded : undefined
}
