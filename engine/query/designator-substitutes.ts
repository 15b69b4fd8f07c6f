import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { certain, type Substitute } from './substitute.ts'
import { isDesignator, type TypedWord } from './typed-words.ts'

/** More variants of one designator are not looked for. */
const mostVariants = 48
/** What may follow a designator as its variant, asked for one by one: between S-300 and S-300A stands many an S-3000. */
export const latinLetters: readonly string[] = Array.from('abcdefghijklmnopqrstuvwxyz')

/** The variants of designators that articles write: a letter behind the number, S-300V and S-300PMU2 for S-300. */
export function designatorSubstitutes(
  words: readonly TypedWord[],
  vocabulary: Vocabulary,
): Substitute[] {
  return words.flatMap(({ term, raw }, from) =>
    variantsOf(term, vocabulary).map((variant) => ({
      from,
      to: from + 1,
      terms: [variant],
      text: raw + variant.slice(term.length).toUpperCase(),
      name: '',
      weight: certain - 1,
    })),
  )
}

function variantsOf(term: string, vocabulary: Vocabulary): string[] {
  if (!isDesignator(term) || !/\d$/.test(term)) return []
  return latinLetters
    .flatMap((letter) => vocabulary.formsFrom(term + letter, mostVariants))
    .slice(0, mostVariants)
}
