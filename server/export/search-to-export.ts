import { comparedArticle, standsIn } from '../../engine/compare/stands-in.ts'
import { fulfils } from '../../engine/compare/fulfils.ts'
import type { StoredArticle } from '../../engine/article.ts'
import { explain } from '../../engine/query/explain.ts'
import { parse } from '../../engine/query/parse.ts'
import type { Plan } from '../../engine/query/plan.ts'
import type { SearchAnswer, Warning } from '../../engine/search-engine.ts'
import { BadRequest } from '../error-pages.ts'
import { namesOf, type NameOf } from '../names.ts'
import { resolveNames } from '../resolve-names.ts'
import { fromUrl, toPairs, withGroup, withoutPlace, type SearchState } from '../search-state.ts'
import type { Site } from '../site.ts'
import { toCount } from '../to-request.ts'
import { describeConditions, nameSearch } from '../view-models/describe-search.ts'
import { searchLink } from '../view-models/links.ts'
import { describeProblem } from '../view-models/describe-problem.ts'
import type { ToExport } from './exported.ts'
import { readArticles } from './read-articles.ts'
import { savedFacts } from './saved-search.ts'
import { stateOfArchive } from './state-of-archive.ts'

/** Who asks for what. */
interface Asked {
  readonly url: URLSearchParams
  /** Of the saved query that the search may have come from. */
  readonly owner: number
  /** Aborts once nobody waits for the file any more. */
  readonly signal: AbortSignal
}

/**
 * Everything that a search finds, whatever its page and order: in the order of indexing. Near-duplicates that its page folds are all
 * among it, and where the page can only say "at most", each article is compared with the query, so what is exported is exact.
 * Throws BadRequest where a part of the address cannot be read: without it more would be exported than was asked for.
 */
export async function searchToExport(
  site: Pick<Site, 'engine' | 'archive' | 'store'>,
  { url, owner, signal }: Asked,
): Promise<ToExport> {
  const { state: asked, problems } = fromUrl(url)
  if (problems.length > 0) throw new BadRequest(problems.map(describeProblem).join(' '))
  const { state, warnings } = resolveNames(site.archive, asked)
  const parsed = parse(state.q)
  const request = toCount(state, parsed.query)
  const before = await stateOfArchive(site)
  const [answer, sequences, plan] = await Promise.all([
    site.engine.search(request, signal),
    site.engine.matching(request),
    site.engine.plan(parsed.query, state.spelling),
  ])
  const told = {
    ...{ state, answer, nameOf: namesOf(site), explanation: explain(parsed.query, state.spelling) },
    warnings: [...parsed.warnings, ...warnings, ...answer.warnings],
  }
  const saved = savedFacts(site, owner, state)
  const isExact = answer.capability.bound === 'exact'
  const isWanted = isExact ? {} : { isWanted: comparison(plan) }
  return {
    name: nameSearch(exportedState(state), told.nameOf, longestName),
    href: searchLink(exportedState(state)),
    at: before.at,
    facts: [...saved.facts, ...factsOf(told), ...before.facts],
    query: { ...queryOf(told), ...saved.query, ...before.query },
    total: sequences.length,
    bound: answer.capability.bound,
    articles: readArticles(site, { sequences, signal, ...isWanted }),
    plan,
    remarkOn: () => undefined,
    originalOf: url.get('originals') === '1' ? (id) => site.archive.original(id) : () => undefined,
  }
}

/** In a heading; a file's name takes less of it. */
const longestName = 120

function exportedState(state: SearchState): SearchState {
  return withGroup({ ...withoutPlace(state), newer: state.newer, sort: 'relevance' }, 'article')
}

function comparison(plan: Plan): (article: StoredArticle) => boolean {
  return (article) => {
    const compared = comparedArticle(article)
    return fulfils(plan, article, (part) => standsIn(compared, part))
  }
}

interface Told {
  readonly state: SearchState
  readonly answer: SearchAnswer
  readonly nameOf: NameOf
  readonly explanation: string
  readonly warnings: readonly Warning[]
}

function factsOf({ state, answer, nameOf, explanation, warnings }: Told): ToExport['facts'] {
  const conditions = describeConditions(exportedState(state), nameOf)
  const readings = answer.readings.map(
    ({ typed, also }) => `${typed}: ${also.map(({ text }) => text).join(', ')}`,
  )
  const facts: ToExport['facts'] = [
    ['Query', state.q],
    ['Understood as', explanation === '' ? 'every article' : `articles ${explanation}`],
    ['Filters', conditions.join('; ')],
    ['Also searched', readings.join('; ')],
    ['Warnings', warnings.map(({ message }) => message).join(' ')],
    ['Near-duplicates', state.group === 'family' ? allMembers : ''],
    ['Order', 'as first indexed, whatever the order of the results on the screen'],
  ]
  return facts.filter(([, value]) => value !== '')
}

const allMembers =
  'The list of results showed one of each family. All its members that were found are exported; “family” says which belong together.'

function queryOf({ state, explanation, warnings, nameOf }: Told): ToExport['query'] {
  return {
    kind: 'search',
    q: state.q,
    explanation,
    address: searchLink(exportedState(state)),
    parameters: toPairs(exportedState(state)),
    conditions: describeConditions(exportedState(state), nameOf),
    warnings: warnings.map(({ message }) => message),
    families: 'all members of a family are exported',
    order: 'as first indexed',
  }
}
