import { listed } from './listed.ts'
import type { Part } from './part.ts'

/** Words before a number that make an ordinary compound of it: mid-90s, top-10, "2-to-1", "in-10". */
const words = new Set(
  (
    'mid pre post non anti pro ex sub over plus late low high then than now past next last top all age day week year hour ' +
    'foot feet inch mile one two six ten no vol fig part map in to at by of on or for from and cov covd covid ncov sars'
  ).split(' '),
)

/** Groups of states, visas, schooling, tax forms and a gang: what is read as words although it looks like a designator. */
const compounds = new Set(
  'g-7 g-8 g-20 g-77 h-1b h-2a h-2b h-4 k-5 k-6 k-8 k-12 ms-13 w-2 w-4'.split(' '),
)
const influenza = /^h-\d{1,2}n\d{1,2}$/

/**
 * Whether letters and a number (with its variant) are an ordinary compound: words that are found whole, as a phrase, and by
 * part. A designator of the weapon list never is; a year after two letters or more, a word or a listed name is (Fajr-5).
 */
export function isOrdinary(prefix: string, number: string): boolean {
  const digits = /^\d+/.exec(number)?.[0] ?? ''
  if (listed.designators.has(`${prefix}-${digits}`)) return false
  return (
    words.has(prefix) ||
    listed.names.has(prefix) ||
    isYear(prefix, number) ||
    isKnown(prefix, number)
  )
}

const isYear = (prefix: string, number: string) =>
  prefix.length > 1 && /^(?:19|20)\d\ds?$/.test(number)

function isKnown(prefix: string, number: string): boolean {
  const compound = `${prefix}-${number.replace(/s$/, '')}`
  return compounds.has(compound) || influenza.test(compound)
}

/** An ordinary compound is the same words joined: G7 is G-7, COVID19 is COVID-19. Other parts stay as they are. */
export function splitCompound(part: Part, chunk: string): Part[] {
  const [, letters = '', number = ''] = /^(\p{L}{1,5})(\d[\p{L}\d]*)$/u.exec(part.raw) ?? []
  if (letters === '' || !isOrdinary(letters.toLowerCase(), number.toLowerCase())) return [part]
  const border = part.start + chunk.slice(part.start, part.end).search(/\p{N}/u)
  return [
    { ...part, raw: letters, end: border },
    { raw: number, start: border, end: part.end, before: '-' },
  ]
}
