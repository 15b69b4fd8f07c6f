import type { Archive } from '../archive/archive.ts'
import { byFacet } from '../by-facet.ts'
import { hitFamily } from '../hit-family.ts'
import { hitMaker } from '../hits.ts'
import { knownNames } from '../known-names.ts'
import { listFacet, listValues } from '../list-values.ts'
import type { Plan } from '../query/plan.ts'
import { planQuery, type PlannedQuery } from '../query/plan-query.ts'
import type { Hit } from '../hit.ts'
import type {
  Capability,
  FacetValuesAnswer,
  FacetValuesRequest,
  SearchAnswer,
  SearchRequest,
} from '../search-engine.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { countArticles, type Counted } from './count.ts'
import { allValues, listedValues } from './counted-values.ts'
import { Families } from './families.ts'
import { pageOf } from './page.ts'
import type { Patience } from './patience.ts'
import { retrieve, type Retrieved, type Snapshot } from './retrieve.ts'
import type { SortedIds } from './sorted-ids.ts'

/** What a reader thread answers from. */
export interface Desk extends Snapshot {
  readonly archive: Archive
  readonly vocabulary: Vocabulary
  /** What takes more is not answered: TooBroad or TooCostly is thrown. Default: `endless`. */
  readonly patience?: Patience
}

/** Answers a request from the snapshot of the index connection's open transaction. `didYouMean` is left to others. */
export function answerRequest(desk: Desk, request: SearchRequest): SearchAnswer {
  const { planned, retrieved, counted } = find(desk, request)
  const { matched, periods } = counted
  const families = request.groupBy === 'family' ? new Families(desk.columns, matched) : undefined
  const page = pageOf(desk, { retrieved, matched, families }, request)
  const listed = listedValues(desk.columns, counted.perValue, request)
  const names = knownNames(desk.archive)
  return {
    total: matched.length,
    groups: families?.groups ?? matched.length,
    capability: capabilityOf(retrieved),
    hits: readHits(desk, planned.plan, page.sequences, families),
    facets: byFacet((facet) => listValues(names, facet, listed[facet], request)),
    timeline: { unit: periods.unit, counts: periods.counts() },
    warnings: [...planned.warnings, ...page.warnings],
    readings: planned.readings,
    didYouMean: [],
  }
}

/** Searches inside a facet, from the same snapshot and with the same counts. */
export function answerFacet(desk: Desk, request: FacetValuesRequest): FacetValuesAnswer {
  const { retrieved, counted } = find(desk, request.search)
  const values = allValues(desk.columns, counted.perValue, request.facet)
  return {
    ...listFacet(knownNames(desk.archive), values, request),
    capability: capabilityOf(retrieved),
  }
}

/** The sequence numbers of all articles that a request finds, in the order of indexing. */
export function matchingSequences(desk: Desk, request: SearchRequest): SortedIds {
  return find(desk, request).counted.matched
}

function find(
  desk: Desk,
  request: SearchRequest,
): { planned: PlannedQuery; retrieved: Retrieved; counted: Counted } {
  const planned = planQuery(request, desk.archive, desk.vocabulary)
  const retrieved = retrieve(desk, planned.plan, desk.patience)
  return { planned, retrieved, counted: countArticles(desk.columns, retrieved.ids, request) }
}

function capabilityOf({ reasons }: Retrieved): Capability {
  return reasons.length === 0 ? { bound: 'exact' } : { bound: 'at most', reasons }
}

function readHits(
  { archive }: Desk,
  plan: Plan,
  page: readonly number[],
  families: Families | undefined,
): Hit[] {
  const toHit = hitMaker(plan)
  return page.flatMap((sequence) => {
    const article = archive.getBySequence(sequence)
    if (!article) return []
    const matching = families?.matching(sequence) ?? 0
    const family = matching > 0 ? hitFamily(archive, article.family, matching) : undefined
    return [{ ...toHit(article), family }]
  })
}
