import { fold } from './fold.ts'
import type { Part, WholeTerm } from './part.ts'

/** Reads a number with its separators and unit: 1,000 is `1000`, 3.5 is `3.5`, 1.5bn is `1.5bn`; 12.05.2016 is three numbers. */
export function readNumber(parts: readonly Part[], at: number): WholeTerm | undefined {
  let end = at + 1
  while (isSeparated(parts[end])) end++
  if (end - at < 2 || isSeparated(parts[at])) return undefined
  const written = parts.slice(at, end).map((part) => part.before + part.raw)
  const [first = '', ...others] = written
  const number = (at === 0 ? first : first.slice(1)) + others.join('')
  const isNumber =
    /^\d{1,3}(?:,\d{3})+(?:\.\d+)?\p{L}{0,3}$/u.test(number) || /^\d+\.\d+\p{L}{0,3}$/u.test(number)
  return isNumber ? { term: fold(number.replaceAll(',', '')), parts: end - at } : undefined
}

const isSeparated = (part: Part | undefined) =>
  part !== undefined && /^[.,]$/.test(part.before) && /^\d/.test(part.raw)
