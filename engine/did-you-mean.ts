import { foldName } from './archive/names.ts'
import type { FacetName } from './article.ts'
import { spellingOf } from './query/literal-words.ts'
import type { NameIndex } from './query/name-index.ts'
import type { Literal, Query } from './query/query.ts'
import { literalsOf, replaceLiteral } from './query/walk.ts'
import type { Correction, Reading, SearchRequest, SimilarWord } from './search-engine.ts'
import { analyse } from './text/analyse.ts'
import { similarDistances } from './text/similar.ts'
import type { Vocabulary } from './vocabulary/vocabulary.ts'

/*
 * How an engine finds what a reader may have meant:
 *   for each of `doubtfulWords` whose term no article has: `similarForms` of it, how many articles have the terms of those,
 *   and the `likeliest` of them, each as a `correctionOf` the query.
 */

/** A word of a query that may be misspelled. */
export interface DoubtfulWord {
  readonly literal: Literal
  /** Where it stands in the literal's text. */
  readonly start: number
  readonly end: number
  /** As typed, with its capitals. */
  readonly raw: string
  readonly form: string
  readonly term: string
}

/** A form of the vocabulary that is spelled much like another. */
export interface SimilarForm {
  readonly form: string
  readonly term: string
  /** See `similarWords`. */
  readonly distance: number
}

/** Words of a query that are looked at; a reader corrects one after the other. */
const mostDoubtful = 5
/** Forms whose articles are counted. */
const mostForms = 40
/** Shorter words resemble too many others. */
const fewestLetters = 4
/** Offered in place of one word. */
export const mostCorrections = 3

/**
 * The words that may be misspelled if no article has them: not those that are read as a known name, are to be spelled exactly, have
 * a digit or a dot, or fewer than four letters, and none of what is excluded.
 */
export function doubtfulWords(
  { query, spelling }: Pick<SearchRequest, 'query' | 'spelling'>,
  readings: readonly Reading[],
): DoubtfulWord[] {
  if (spelling === 'exact') return []
  const known = new Set(readings.map(({ typed }) => typed))
  const literals = literalsOf(query).filter(
    (literal) => isPlain(literal) && !known.has(literal.text),
  )
  const words = literals.flatMap(wordsOf).filter(({ form }) => isWord(form))
  return words
    .filter((word, i) => words.findIndex(({ term }) => term === word.term) === i)
    .slice(0, mostDoubtful)
}

function isPlain(literal: Literal): boolean {
  return (literal.kind === 'word' || literal.kind === 'phrase') && spellingOf(literal) !== 'exact'
}

function wordsOf(literal: Literal): DoubtfulWord[] {
  const { terms, forms, starts, ends } = analyse(literal.text)
  return terms.map((term, i) => ({
    literal,
    term,
    form: forms[i] ?? term,
    raw: literal.text.slice(starts[i], ends[i]),
    start: starts[i] ?? 0,
    end: ends[i] ?? 0,
  }))
}

function isWord(form: string): boolean {
  return /^\p{L}+$/u.test(form) && Array.from(form).length >= fewestLetters
}

/** What a word may have been meant to be, nearest first; one form of each term. The word itself is not among them. */
export function similarForms(word: string, vocabulary: Vocabulary): SimilarForm[] {
  const [form = '', ...others] = analyse(word).forms
  if (others.length > 0 || !isWord(form)) return []
  const nearest = [...similarDistances(form, vocabulary.letterForms())]
    .filter(([similar, distance]) => distance < 2 || mayBeTwoSlips(form, similar))
    .sort(([a, near], [b, far]) => near - far || unlikeness(form, a) - unlikeness(form, b))
  const perTerm = new Map<string, SimilarForm>()
  const own = termOf(form)
  for (const [similar, distance] of nearest) {
    const term = termOf(similar)
    if (term !== own && !perTerm.has(term)) perTerm.set(term, { form: similar, term, distance })
    if (perTerm.size === mostForms) break
  }
  return [...perTerm.values()]
}

const termOf = (form: string) => analyse(form).terms[0] ?? form

/** A short word that begins otherwise too is another word: combat is not Bombay. */
function mayBeTwoSlips(typed: string, form: string): boolean {
  return typed.length >= fewestForTwoSlips || form.startsWith(typed.charAt(0))
}

const fewestForTwoSlips = 7

/** Who mistypes a word seldom mistypes its first letter, and has its length about right. */
function unlikeness(typed: string, form: string): number {
  const otherStart = form.startsWith(typed.charAt(0)) ? 0 : 10
  return otherStart + Math.abs(typed.length - form.length)
}

/** Where known names are looked up. */
type Names = Pick<NameIndex, 'idsWithWord' | 'namesOf'>

/** Facets whose values may be called by one word. */
const namedFacets: readonly FacetName[] = ['people', 'places', 'weapons', 'cites']
/** Values that have a word in their names: so many are looked at. */
const mostNamed = 50

/** Whether some value is called so, by this word alone: Kiev, but not the view of Mountain View. */
function isName(form: string, names: Names): boolean {
  return namedFacets.some((facet) => {
    const ids = names.idsWithWord(facet, form, mostNamed)
    return ids.length > 0 && names.namesOf(facet, ids).some(({ name }) => foldName(name) === form)
  })
}

/**
 * The forms that articles have: nearest first, then names, then those that most articles have. Where what was typed
 * begins with a capital, as names do, names come before all others.
 */
export function likeliest(
  forms: readonly SimilarForm[],
  articlesWith: (term: string) => number,
  { typed, names, limit }: { typed: string; names: Names; limit: number },
): SimilarWord[] {
  const isCapital = /^\p{Lu}/u.test(typed)
  return forms
    .map(({ form, term, distance }) => ({ word: form, articles: articlesWith(term), distance }))
    .filter(({ articles }) => articles > 0)
    .map((each) => ({ ...each, unnamed: isName(each.word, names) ? 0 : 1 }))
    .sort(
      (a, b) =>
        (isCapital ? a.unnamed - b.unnamed : 0) ||
        a.distance - b.distance ||
        a.unnamed - b.unnamed ||
        b.articles - a.articles,
    )
    .slice(0, limit)
    .map(({ word, articles }) => ({ word, articles }))
}

/** The query with every word that one of the corrections is for corrected, in whatever inflection and wherever it stands. */
export function correctedQuery(
  query: Query,
  corrections: readonly Pick<Correction, 'typed' | 'word'>[],
): Query {
  const words = new Map(corrections.map(({ typed, word }) => [analyse(typed).terms[0], word]))
  return literalsOf(query)
    .filter(isPlain)
    .reduce((changed, literal) => {
      const text = wordsOf(literal).reduceRight((before, { term, start, end }) => {
        const word = words.get(term)
        return word === undefined ? before : before.slice(0, start) + word + before.slice(end)
      }, literal.text)
      return text === literal.text
        ? changed
        : replaceLiteral(changed, literal, { ...literal, text })
    }, query)
}

/** The query with a similar word in place of a doubtful one. */
export function correctionOf(
  query: Query,
  { literal, start, end }: DoubtfulWord,
  similar: SimilarWord,
): Correction {
  const { text } = literal
  const corrected = text.slice(0, start) + similar.word + text.slice(end)
  return {
    ...similar,
    typed: text.slice(start, end),
    query: replaceLiteral(query, literal, { ...literal, text: corrected }),
  }
}
