import { textFields } from '../article.ts'
import { completionForms } from '../completions.ts'
import {
  correctionOf,
  doubtfulWords,
  likeliest,
  mostCorrections,
  similarForms,
  type SimilarForm,
} from '../did-you-mean.ts'
import type { Correction, Reading, SearchRequest, SimilarWord } from '../search-engine.ts'
import { encodeTerm } from './encode.ts'
import { anyOf, condition } from './filter.ts'
import { wordsOf } from './index-settings.ts'
import { searchAll, type Query, type Searched } from './server.ts'
import { writeFilter } from './write-filter.ts'

/** What a reader may have meant by the words of a request that no article has. */
export async function correctionsOf(
  searched: Searched,
  request: SearchRequest,
  readings: readonly Reading[],
): Promise<Correction[]> {
  const doubtful = doubtfulWords(request, readings)
  const known = await countTerms(
    searched,
    doubtful.map(({ term }) => term),
  )
  const unknown = doubtful.filter(({ term }) => known.get(term) === 0)
  const forms = unknown.map(({ form }) => similarForms(form, searched.vocabulary))
  const counts = await countTerms(searched, termsOf(forms.flat()))
  return unknown.flatMap((word, i) =>
    likely(forms[i] ?? [], counts, {
      typed: word.raw,
      names: searched.archive,
      limit: mostCorrections,
    }).map((similar) => correctionOf(request.query, word, similar)),
  )
}

/** Words of the index that begin with one, or else are spelled much like it, the likeliest first. */
export async function wordsMeant(
  searched: Searched,
  word: string,
  limit: number,
): Promise<SimilarWord[]> {
  const begun = await likeliestOf(searched, completionForms(word, searched.vocabulary), word, limit)
  return begun.length > 0
    ? begun
    : likeliestOf(searched, similarForms(word, searched.vocabulary), word, limit)
}

async function likeliestOf(
  searched: Searched,
  forms: readonly SimilarForm[],
  word: string,
  limit: number,
): Promise<SimilarWord[]> {
  return likely(forms, await countTerms(searched, termsOf(forms)), {
    typed: word,
    names: searched.archive,
    limit,
  })
}

function likely(
  forms: readonly SimilarForm[],
  counts: ReadonlyMap<string, number>,
  by: Parameters<typeof likeliest>[2],
): SimilarWord[] {
  return likeliest(forms, (term) => counts.get(term) ?? 0, by)
}

const termsOf = (forms: readonly SimilarForm[]) => [...new Set(forms.map(({ term }) => term))]

/** How many articles have each term. */
async function countTerms(
  { server, index }: Searched,
  terms: readonly string[],
): Promise<Map<string, number>> {
  if (terms.length === 0) return new Map()
  const results = await searchAll(server, index, terms.map(termQuery))
  return new Map(terms.map((term, i) => [term, results[i]?.total ?? 0]))
}

function termQuery(term: string): Query {
  const code = encodeTerm(term)
  const stands = textFields.map((field) => condition(`${wordsOf[field]} = "${code}"`))
  return { filter: writeFilter(anyOf(stands)), page: 1, hitsPerPage: 0 }
}
