import type { RequestHandler } from 'express'
import { fold } from '../../engine/text/fold.ts'
import { readerOf } from '../reader.ts'
import { fromUrl, type SearchState } from '../search-state.ts'
import { parametersOf, type Site } from '../site.ts'
import { suggestValues } from '../suggestions/suggest-values.ts'
import { suggestWords } from '../suggestions/suggest-words.ts'
import { showSaved, showValue, showWord, type Suggestion } from '../view-models/suggestion.ts'

/** Fewer letters may be anything; nobody types more before looking at what is suggested. */
const [shortest, longest] = [2, 200]
const most = { saved: 2, values: 5, words: 3 } as const

/**
 * GET /suggest.json: what may be meant by what stands in the search box: the reader's saved queries, names and words. The rest of a
 * search is kept. With `format=opensearch` as browsers ask for it.
 */
export function suggestJson(site: Site): RequestHandler {
  return async (request, response) => {
    const parameters = parametersOf(request)
    const { state } = fromUrl(parameters)
    const { owner } = readerOf(request)
    const isLooking = state.q.length >= shortest && state.q.length <= longest
    const suggestions = isLooking ? await suggestionsFor(site, owner, state) : []
    if (parameters.get('format') !== 'opensearch') {
      response.json({ q: state.q, suggestions })
      return
    }
    const queries = suggestions.filter(({ kind }) => kind !== 'saved query')
    response
      .type('application/x-suggestions+json')
      .send(JSON.stringify([state.q, queries.map(({ q }) => q), queries.map(({ note }) => note)]))
  }
}

async function suggestionsFor(
  { engine, store }: Site,
  owner: number,
  state: SearchState,
): Promise<Suggestion[]> {
  const [values, words] = await Promise.all([
    suggestValues(engine, state.q, most.values),
    suggestWords(engine, state.q, most.words),
  ])
  const typed = fold(state.q)
  const saved = store.savedQueries.list(owner).filter(({ name }) => fold(name).includes(typed))
  return [
    ...saved.slice(0, most.saved).map(showSaved),
    ...values.map((value) => showValue(state, value)),
    ...words.map((word) => showWord(state, word)),
  ]
}
