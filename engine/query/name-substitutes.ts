import type { FacetName } from '../article.ts'
import { analyse } from '../text/analyse.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import type { NameIndex } from './name-index.ts'
import { isOrdinaryWord } from './ordinary-word.ts'
import type { Substitute } from './substitute.ts'
import type { TypedWord } from './typed-words.ts'

/** Facets whose values are known by whole names. */
const facets: readonly FacetName[] = ['places', 'weapons', 'cites']
/** More values that share a word are not looked at; lists have far fewer. */
const mostValues = 400
/** No name begins with them that is not found without them: The Associated Press. */
const articles = new Set([
  'the',
  'a',
  'an',
  'of',
  'in',
  'to',
  'and',
  'for',
  'on',
  'at',
  'by',
  'from',
])

/**
 * Other names of the places, weapons and cited media that words of a literal are a whole name of, each for the articles that carry
 * them: Kiev is Kyiv. A weapon's are also those of the members of its family: S-300 is SA-20.
 */
export function nameSubstitutes(
  words: readonly TypedWord[],
  names: NameIndex,
  vocabulary: Vocabulary,
): Substitute[] {
  const runs = facets.flatMap((facet) =>
    words.flatMap((_, from) => runsFrom(words, from, facet, names)),
  )
  const whole = runs.filter((run) => !runs.some((other) => contains(other, run)))
  return whole
    .filter((run) => !isOneOrdinaryWord(run, words, vocabulary))
    .flatMap((run) => otherNames(run, words, names))
}

/** Words that are a whole name of a value. */
interface Run {
  readonly facet: FacetName
  readonly id: string
  readonly from: number
  readonly to: number
}

function runsFrom(
  words: readonly TypedWord[],
  from: number,
  facet: FacetName,
  names: NameIndex,
): Run[] {
  const first = words[from]
  if (!first || articles.has(first.form)) return []
  const ids = idsOfWord(first, facet, names)
  if (ids.length === 0) return []
  const found = new Map<string, Run>()
  for (const { id, name } of names.namesOf(facet, ids)) {
    const { terms } = analyse(name)
    if (terms.length === 0 || !terms.every((term, i) => words[from + i]?.term === term)) continue
    const to = from + terms.length
    found.set(`${id} ${to}`, { facet, id, from, to })
  }
  return [...found.values()]
}

/** The archive keeps what hyphens join as one word; the term of a plural may be the name. */
function idsOfWord({ form, term }: TypedWord, facet: FacetName, names: NameIndex): string[] {
  const keys = new Set([form, term].map((word) => word.replace(/[^\p{L}\p{N}]/gu, '')))
  return [...new Set([...keys].flatMap((key) => names.idsWithWord(facet, key, mostValues)))]
}

function contains(outer: Run, inner: Run): boolean {
  return (
    outer.from <= inner.from &&
    outer.to >= inner.to &&
    outer.to - outer.from > inner.to - inner.from
  )
}

function isOneOrdinaryWord(
  { from, to }: Run,
  words: readonly TypedWord[],
  vocabulary: Vocabulary,
): boolean {
  const word = words[from]
  return to - from === 1 && word !== undefined && isOrdinaryWord(word, vocabulary)
}

function otherNames({ facet, id, from, to }: Run, words: readonly TypedWord[], names: NameIndex) {
  const typed = words.slice(from, to).map(({ term }) => term)
  const ids = [id, ...membersOf(facet, id, names)]
  const shown = names.displayNames(facet, ids)
  const found = new Map<string, Substitute>()
  for (const named of names.namesOf(facet, ids)) {
    const { terms } = analyse(named.name)
    const key = `${named.id} ${terms.join(' ')}`
    if (terms.length === 0 || terms.join(' ') === typed.join(' ')) continue
    const { weight = 0, text = named.name } = found.get(key) ?? {}
    found.set(key, {
      from,
      to,
      terms,
      text,
      among: { facet, ids: [named.id] },
      name: shown.get(named.id) ?? '',
      weight: weight + named.articles,
    })
  }
  return [...found.values()]
}

/** The values below a family. A category, which has nothing above it, is no family: not every drone is called one. */
function membersOf(facet: FacetName, id: string, names: NameIndex): readonly string[] {
  if (facet !== 'weapons' || names.broader(facet, id).length === 0) return []
  return names.narrower(facet, id)
}
