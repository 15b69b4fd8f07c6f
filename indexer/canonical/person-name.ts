import type { NameWord } from './name-word.ts'

/** A person's full name, taken apart. */
export interface PersonName {
  /** The words behind the surname as one, where a name begins with it: Jong Un. */
  readonly given: NameWord
  /** What the given name is short for, else itself: William for Bill. */
  readonly formal: NameWord
  /** The words between, without articles such as al. */
  readonly middle: readonly NameWord[]
  readonly surname: NameWord
  /** jr, iii; '' for none. */
  readonly generation: string
  /** All words but the generation, without spaces, hyphens, dots and articles. */
  readonly letters: string
  /** What names are found by that may be the same person's: two names of one person share one at least. */
  readonly keys: readonly number[]
}

/** What it takes to take names apart. */
export interface NameReading {
  readonly word: (letters: string) => NameWord
  readonly shortNames: ReadonlyMap<string, string>
  /** Whether the words of a name begin with the surname: Kim Jong Un. */
  readonly isSurnameFirst: (words: readonly string[]) => boolean
}

const generations = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])
const articles = new Set(['al', 'el', 'ul', 'ad', 'as', 'ash', 'at', 'ar', 'an', 'az'])

/** Takes the words of a name apart, folded and without dots; undefined where it is one word. */
export function personName(words: readonly string[], reading: NameReading): PersonName | undefined {
  const last = words.at(-1) ?? ''
  const generation = words.length > 2 && generations.has(last) ? last : ''
  const all = generation === '' ? words : words.slice(0, -1)
  const named = all.filter((each, at) => at === 0 || at === all.length - 1 || !articles.has(each))
  if (named.length < 2) return undefined
  const parts = partsOf(named, reading)
  return { ...parts, generation, letters: named.join(''), keys: keysOf(parts, reading) }
}

type Parts = Pick<PersonName, 'given' | 'formal' | 'middle' | 'surname'>

function partsOf(
  named: readonly string[],
  { word, shortNames, isSurnameFirst }: NameReading,
): Parts {
  const [first = '', ...rest] = named
  if (isSurnameFirst(named)) {
    const given = word(rest.join(''))
    return { given, formal: given, middle: [], surname: word(first) }
  }
  const surname = rest.pop() ?? ''
  const formal = word(shortNames.get(first) ?? first)
  return { given: word(first), formal, middle: rest.map(word), surname: word(surname) }
}

/** The sounds of given name and surname, as a number; of other ways to read a longer name too. */
function keysOf({ given, formal, middle, surname }: Parts, { word }: NameReading): number[] {
  const keys = [keyOf(given, surname)]
  if (formal.skeleton !== given.skeleton) keys.push(keyOf(formal, surname))
  const [next] = middle
  if (!next) return keys
  for (const each of middle) if (each.letters.length > 2) keys.push(keyOf(each, surname))
  const [inner, outer] = [middle.map(({ letters }) => letters).join(''), surname.letters]
  // Abdul Rahman Saleh is Abdulrahman Saleh; Jan de Boer, Jan Deboer; Saddam Hussein al-Tikriti, Saddam Hussein.
  keys.push(keyOf(word(given.letters + inner), surname), keyOf(given, word(inner + outer)))
  if (next.letters.length > 2) keys.push(keyOf(given, next))
  return keys
}

const manySkeletons = 2 ** 26

const keyOf = (given: NameWord, surname: NameWord) =>
  given.skeleton * manySkeletons + surname.skeleton
