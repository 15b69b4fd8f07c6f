import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { certain, type Substitute } from './substitute.ts'
import { isDesignator, type TypedWord } from './typed-words.ts'

/** More variants of one designator are not looked for. */
const mostVariants = 48
/** What may follow a designator as its variant, asked for one by one: between S-300 and S-300A stands many an S-3000. */
export const latinLetters: readonly string[] = Array.from('abcdefghijklmnopqrstuvwxyz')

/** What a variant adds: the V of S-300V, the PMU2 of S-300PMU-2, the A2 of M1A2; no tail of an address. */
const variant = /^[a-z]{1,4}(?:\d{1,2}[a-z]{0,2})?$/

/** The variants of designators that articles write: a letter behind the number, S-300V and S-300PMU2 for S-300. */
export function designatorSubstitutes(
  words: readonly TypedWord[],
  vocabulary: Vocabulary,
): Substitute[] {
  return words.flatMap(({ term, raw }, from) =>
    variantsOf(term, vocabulary).map((known) => ({
      from,
      to: from + 1,
      terms: [known],
      text: asWritten(known, raw),
      name: '',
      weight: certain - 1,
    })),
  )
}

/** In capitals, but for letters that were typed otherwise: Su-27K. */
function asWritten(known: string, raw: string): string {
  const letters = /^[a-z]+/i.exec(raw)?.[0] ?? ''
  return known.startsWith(letters.toLowerCase())
    ? letters + known.slice(letters.length).toUpperCase()
    : known.toUpperCase()
}

function variantsOf(term: string, vocabulary: Vocabulary): string[] {
  if (!isDesignator(term) || !/\d$/.test(term)) return []
  return latinLetters
    .flatMap((letter) => vocabulary.formsFrom(term + letter, mostVariants))
    .filter((form) => variant.test(form.slice(term.length)))
    .slice(0, mostVariants)
}
