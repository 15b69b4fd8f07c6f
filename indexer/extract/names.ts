import { JaroWinklerDistance } from 'natural/lib/natural/distance/index.js'
import { fold } from '../../engine/text/fold.ts'
import { transliterate } from '../../engine/text/transliterate.ts'

/** Lower case in plain Latin letters: folded as texts are, and Cyrillic transliterated as weapon designators are (С-300 → s-300). */
export function foldLetters(text: string): string {
  return transliterate(text.replace(/\S+/gu, (word) => fold(word)))
}

/**
 * The readable id of a name: `Hossein Dehghan` → `hossein-dehghan`. Scripts without Latin letters keep their own;
 * a name without any letter or digit becomes `unnamed`.
 */
export function slug(name: string): string {
  const id = foldLetters(name)
    .replace(/['’ʼʻ‘.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return id === '' ? 'unnamed' : id
}

/**
 * Whether two folded surnames are spellings of one name: Jaro-Winkler of at least 0.89 and the same first letter.
 * Only meaningful beside an equal first name: Khamenei and Khomeini pass as surnames, and are two men.
 */
export function areCloseSpellings(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length < 4 || b.length < 4 || !b.startsWith(a.charAt(0))) return false
  return JaroWinklerDistance(a, b, {}) >= 0.89
}
