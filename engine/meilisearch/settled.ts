import type { WordPlan } from '../compare/stands-in.ts'
import { planQuery, type PlannedQuery } from '../query/plan-query.ts'
import type { SearchRequest } from '../search-engine.ts'
import { allOf, condition, type Filter } from './filter.ts'
import { writeFilter } from './write-filter.ts'
import { idOf, searchAll, type Searched } from './server.ts'
import { settle, type Candidates } from './settle.ts'

/** A request's query as far as the index and the archive can settle it. */
export interface SettledQuery extends PlannedQuery {
  /** The articles that the query finds, before the request's filters; more than those where words are left open. */
  readonly base: Filter
  readonly open: readonly WordPlan[]
}

/** Plans and settles the query of a request. */
export async function settled(searched: Searched, request: SearchRequest): Promise<SettledQuery> {
  const planned = planQuery(request, searched.archive, searched.vocabulary)
  const newer = condition(`sequence > ${request.newerThan}`)
  const { filter, open } = await settle(planned.plan, [newer], candidatesIn(searched))
  return { ...planned, base: allOf([newer, filter]), open }
}

/** Articles of the index to compare with a query, read from the archive. */
export function candidatesIn({ server, index, archive }: Searched): Candidates {
  return {
    find: async (filter, limit) => {
      const query = {
        filter: writeFilter(filter),
        page: 1,
        hitsPerPage: limit,
        attributesToRetrieve: ['id'],
      }
      const [found] = await searchAll(server, index, [query])
      return found && found.total <= limit ? found.hits.map(idOf) : undefined
    },
    get: (id) => archive.get(id),
  }
}
