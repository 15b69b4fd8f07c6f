import { fold } from './fold.ts'
import type { Part, WholeTerm } from './part.ts'

/** The term of U.S. and US, which never meets the word "us". */
export const unitedStates = 'u.s'

/** English words that an initialism without its dots would be mistaken for. */
const words = new Set(
  'us it am an as at be by do go he if in is me my no of on or so to up we who'.split(' '),
)

/** Reads single letters with full stops between them: U.S. is `u.s`, which never meets "us"; U.N. is `un`, as it is also written. */
export function readInitialism(parts: readonly Part[], at: number): WholeTerm | undefined {
  let end = at
  while (isLetter(parts[end]) && (end === at || parts[end]?.before === '.')) end++
  if (end - at < 2) return undefined
  const letters = parts.slice(at, end).map((part) => fold(part.raw))
  const joined = letters.join('')
  return { term: words.has(joined) ? letters.join('.') : joined, parts: end - at }
}

const isLetter = (part: Part | undefined) => part !== undefined && /^\p{L}$/u.test(part.raw)
