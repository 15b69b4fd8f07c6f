import { explain } from '../engine/query/explain.ts'
import type { Query } from '../engine/query/query.ts'
import type { NameOf } from './names.ts'
import { offerRemovals, type Removal } from './removals.ts'
import type { Search } from './run-search.ts'
import type { Site } from './site.ts'
import { suggestValues } from './suggestions/suggest-values.ts'
import { activeParts } from './view-models/chips.ts'
import { describeConditions } from './view-models/describe-search.ts'
import { showValue, type Suggestion } from './view-models/suggestion.ts'

/** What to say and to offer where a search found nothing. */
export interface NothingFound {
  /** What no article has, to stand after "No article": `with “convoy”; place: Northland`. */
  readonly asked: string
  readonly removals: readonly Removal[]
  /** People, places, weapons and media that the words of the query may name. */
  readonly names: readonly Suggestion[]
  /** Why that may be; '' for nothing in particular. */
  readonly hint: string
}

const mostNames = 4

/** Looks for what a search that found nothing could ask for instead. Throws EngineUnavailable. */
export async function explainNothing(
  site: Site,
  { state, query }: Search,
  nameOf: NameOf,
): Promise<NothingFound> {
  const [removals, names] = await Promise.all([
    offerRemovals(site, activeParts(state, nameOf)),
    suggestValues(site.engine, state.q, mostNames),
  ])
  const conditions = describeConditions({ ...state, sort: 'relevance', group: 'article' }, nameOf)
  return {
    asked: [explain(query), ...conditions].filter((part) => part !== '').join('; '),
    removals,
    names: names.map((name) => showValue(state, name)),
    hint: asksForLanguage(query)
      ? 'Articles whose language could not be told, because their text is short or mixed, are not found by lang:.'
      : '',
  }
}

function asksForLanguage(query: Query): boolean {
  if (query.kind === 'not') return asksForLanguage(query.operand)
  if (query.kind === 'and' || query.kind === 'or') return query.operands.some(asksForLanguage)
  return query.kind === 'language'
}
