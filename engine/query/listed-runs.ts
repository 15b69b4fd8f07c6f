import type { FacetName } from '../article.ts'
import { listedAs, type ListedName } from '../gazetteers/listed-names.ts'
import { analyse } from '../text/analyse.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { latinLetters } from './designator-substitutes.ts'
import type { NameIndex } from './name-index.ts'
import { isOrdinaryWord } from './ordinary-word.ts'
import { isDesignator, type TypedWord } from './typed-words.ts'

/** Listed names have no more words. */
const mostWords = 6

/** A value whose listed name begins a text, and how many words it takes. */
export interface ListedRun {
  readonly id: string
  readonly name: string
  readonly length: number
}

/**
 * The values that the first of some words are a whole listed name of, and those of which it is the common beginning: SA-20 is S-300PMU-1
 * too, whose name is SA-20A.
 */
export function listedRuns(
  words: readonly TypedWord[],
  facet: FacetName,
  vocabulary: Vocabulary,
): ListedRun[] {
  const [first] = words
  if (!first) return []
  return [
    ...words.slice(0, mostWords).flatMap((_, i) => {
      const typed = words.slice(0, i + 1)
      return listedAs(facet, typed.map(({ form }) => form).join(''))
        .filter((listed) => isMeant(listed, typed, vocabulary))
        .map(({ id, name }) => ({ id, name, length: typed.length }))
    }),
    ...variantsOf(first, facet).map(({ id, name }) => ({ id, name, length: 1 })),
  ]
}

function isMeant(
  { name, isDoubtful }: ListedName,
  typed: readonly TypedWord[],
  vocabulary: Vocabulary,
): boolean {
  const [first] = typed
  const forms = typed.map(({ form }) => form).join(' ')
  if (!first || analyse(name).forms.join(' ') !== forms) return false
  if (/^\p{Lu}/u.test(first.raw)) return true
  // One inflection will do: that no article uses the name for the value speaks against it already.
  return !isDoubtful && !(typed.length === 1 && isOrdinaryWord(first, vocabulary, 1))
}

function variantsOf({ form }: TypedWord, facet: FacetName): ListedName[] {
  if (facet !== 'weapons' || !isDesignator(form) || !/\d$/.test(form)) return []
  return latinLetters.flatMap((letter) => listedAs(facet, form + letter))
}

/**
 * The ids of the values that a name typed for a field stands for: those that articles call so, most frequent first, and those that
 * the lists call so. At most `limit`.
 */
export function findValues(
  names: NameIndex,
  facet: FacetName,
  name: string,
  limit: number,
): string[] {
  const seen = names.findEntities(facet, name, limit).map(({ id }) => id)
  const listed = listedAs(facet, name).map(({ id }) => id)
  const shown = names.displayNames(facet, listed)
  return [...new Set([...seen, ...listed.filter((id) => shown.has(id))])].slice(0, limit)
}
