import type { FacetName } from '../article.ts'
import { analyse, type TokenStream } from '../text/analyse.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import type { NameIndex } from './name-index.ts'
import { hasRun } from './alternatives.ts'
import { listedRuns } from './listed-runs.ts'
import { isOrdinaryWord } from './ordinary-word.ts'
import type { Substitute } from './substitute.ts'
import { isDesignator, type TypedWord } from './typed-words.ts'

/** Facets whose values are known by whole names. */
const facets: readonly FacetName[] = ['places', 'weapons', 'cites']
/** More values that share a word are not looked at; lists have far fewer. */
const mostValues = 400
/** Names begin with none of these. */
const small = new Set(['the', 'a', 'an', 'of', 'in', 'to', 'and', 'for', 'on', 'at', 'by', 'from'])

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
    words.flatMap((_, from) => runsFrom(words, from, facet, { names, vocabulary })),
  )
  const whole = runs.filter((run) => !runs.some((other) => contains(other, run)))
  return whole
    .filter((run) => !isOneOrdinaryWord(run, words, vocabulary))
    .flatMap((run) => otherNames(run, words, { names, vocabulary }))
}

/** Where names and words are looked up. */
interface Desk {
  readonly names: NameIndex
  readonly vocabulary: Vocabulary
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
  { names, vocabulary }: Desk,
): Run[] {
  const ids = idsOfWord(tellingWord(words, from), facet, names)
  const listed = listedRuns(words.slice(from), facet, vocabulary)
  if (ids.length === 0 && listed.length === 0) return []
  const shown = names.displayNames(facet, [...ids, ...listed.map(({ id }) => id)])
  const seen = names.namesOf(facet, ids).map(({ id, name }) => {
    return { id, name, length: lengthAsTyped(words.slice(from), analyse(name).forms) }
  })
  const found = new Map<string, Run>()
  for (const { id, name, length } of [...seen, ...listed.filter((run) => shown.has(run.id))]) {
    if (length === 0 || isShortened(name, shown.get(id) ?? '', facet)) continue
    found.set(`${id} ${length}`, { facet, id, from, to: from + length })
  }
  return [...found.values()]
}

/** The word by which names that begin here are looked up: The Associated Press by its second. */
function tellingWord(words: readonly TypedWord[], from: number): TypedWord | undefined {
  const first = words[from]
  const word = first?.form === 'the' ? words[from + 1] : first
  return word && small.has(word.form) ? undefined : word
}

/** How many words begin what was typed; 0 where it begins otherwise. */
function lengthAsTyped(words: readonly TypedWord[], forms: readonly string[]): number {
  return forms.every((form, i) => isForm(words[i], form)) ? forms.length : 0
}

/** The form itself or its plural; another inflection is another word: "missing" is not Miss. */
function isForm(word: TypedWord | undefined, form: string): boolean {
  return word?.form === form || word?.form === `${form}s`
}

/** The archive keeps what hyphens join as one word; the term of a plural may be the name. */
function idsOfWord(word: TypedWord | undefined, facet: FacetName, names: NameIndex): string[] {
  if (!word) return []
  const keys = new Set([word.form, word.term].map((key) => key.replace(/[^\p{L}\p{N}]/gu, '')))
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

function otherNames(
  { facet, id, from, to }: Run,
  words: readonly TypedWord[],
  { names, vocabulary }: Desk,
): Substitute[] {
  const typed = words.slice(from, to).map(({ term }) => term)
  const ids = [id, ...membersOf(facet, id, names)]
  const shown = names.displayNames(facet, ids)
  const found = new Map<string, Substitute>()
  for (const named of names.namesOf(facet, ids)) {
    const name = shown.get(named.id) ?? ''
    const stream = analyse(named.name)
    const { terms } = stream
    if (asksForLess(terms, typed, facet) || isOrdinary(stream, vocabulary)) continue
    if (isShortened(named.name, name, facet)) continue
    const key = `${named.id} ${terms.join(' ')}`
    const known = found.get(key) ?? { text: named.name, weight: 0 }
    const among = { facet, ids: [named.id] }
    found.set(key, {
      ...known,
      from,
      to,
      terms,
      among,
      name,
      weight: known.weight + named.articles,
    })
  }
  return [...found.values()]
}

/** The Times would be found in "the time" and "the timing": capitals are not indexed. */
function isOrdinary({ terms, forms }: TokenStream, vocabulary: Vocabulary): boolean {
  return terms.every((term, i) => {
    const form = forms[i] ?? term
    return [form, term].some(
      (word) => small.has(word) || isOrdinaryWord({ raw: word, form: word }, vocabulary),
    )
  })
}

/**
 * Patriot is less than "Patriot missile", and C-130 than C-130J; the same words are no other name. Of media there are no kinds: TASS is
 * all that ITAR-TASS is.
 */
function asksForLess(
  terms: readonly string[],
  typed: readonly string[],
  facet: FacetName,
): boolean {
  if (facet === 'cites') return terms.join(' ') === typed.join(' ')
  if (hasRun(typed, terms)) return true
  const [base = '', ...others] = terms
  return others.length === 0 && isDesignator(base) && typed.some((term) => term.startsWith(base))
}

/** Tex, Mass and La for Texas, Massachusetts and Louisiana: words of their own when they stand without their full stop. */
function isShortened(name: string, full: string, facet: FacetName): boolean {
  const isOneWord = /^\p{Lu}\p{L}{1,4}\.?$/u.test(name) && /^\p{L}+$/u.test(full)
  if (facet !== 'places' || !isOneWord) return false
  return full.startsWith(name.charAt(0)) && full.length >= name.replace('.', '').length + 2
}

/** The values below a family. A category, which has nothing above it, is no family: not every drone is called one. */
function membersOf(facet: FacetName, id: string, names: NameIndex): readonly string[] {
  if (facet !== 'weapons' || names.broader(facet, id).length === 0) return []
  return names.narrower(facet, id)
}
