import type { DatabaseSync } from 'node:sqlite'
import type { Archive } from '../archive/archive.ts'
import { facetNames } from '../article.ts'
import { byFacet } from '../by-facet.ts'
import { hitMaker } from '../hits.ts'
import { listValues, type CountedValue } from '../list-values.ts'
import { planQuery, periodBetween, type Plan } from '../query/plan.ts'
import {
  reachableHits,
  type Hit,
  type MonthCount,
  type SearchAnswer,
  type SearchRequest,
} from '../search-engine.ts'
import type { FacetColumns } from './columns.ts'
import { countArticles, type Counted } from './count.ts'
import { monthName, undated } from './facet-block.ts'
import { matchExpression, type ValueNumber } from './match.ts'

/** What a reader thread has open. */
export interface Snapshot {
  readonly db: DatabaseSync
  readonly columns: FacetColumns
  readonly archive: Archive
}

/** Answers a request from the snapshot of the index connection's open transaction. */
export function answerRequest(
  { db, columns, archive }: Snapshot,
  request: SearchRequest,
): SearchAnswer {
  const { plan, warnings } = planQuery(request.query, archive)
  const numberOf: ValueNumber = (facet, id) => columns.numberOf(facet, id)
  const counted = countArticles(columns, candidates(db, columns, plan, numberOf), request)
  const page = pageOf(db, columns, plan, numberOf, counted, request)
  return {
    total: counted.matched.length,
    capability: { bound: 'exact' },
    hits: readHits(archive, page, request),
    facets: facetCounts(archive, columns, counted, request),
    months: monthCounts(counted),
    warnings,
  }
}

function candidates(
  db: DatabaseSync,
  columns: FacetColumns,
  plan: Plan,
  numberOf: ValueNumber,
): Int32Array {
  if (plan.kind === 'all')
    return Int32Array.from({ length: columns.size }, (_, sequence) => sequence)
  const row = db
    .prepare('select group_concat(rowid) as ids from tokens where tokens match ?')
    .get(matchExpression(plan, numberOf))
  return parseIds(typeof row?.['ids'] === 'string' ? row['ids'] : '')
}

/** One long string parsed here beats as many rows from SQLite several times over. */
function parseIds(list: string): Int32Array {
  if (list === '') return new Int32Array(0)
  const ids: number[] = []
  let id = 0
  for (let i = 0; i < list.length; i++) {
    const unit = list.charCodeAt(i)
    if (unit === 44) {
      ids.push(id)
      id = 0
    } else id = id * 10 + unit - 48
  }
  ids.push(id)
  return Int32Array.from(ids)
}

function pageOf(
  db: DatabaseSync,
  columns: FacetColumns,
  plan: Plan,
  numberOf: ValueNumber,
  { matched }: Counted,
  request: SearchRequest,
): readonly number[] {
  const offset = (request.page - 1) * request.pageSize
  const size = Math.min(request.pageSize, reachableHits - offset, matched.length - offset)
  if (size <= 0) return []
  if (request.sort === 'relevance' && hasTerms(plan)) {
    const expression = matchExpression(filteredPlan(plan, request), numberOf)
    return db
      .prepare(
        'select rowid from tokens where tokens match ? and rowid > ? order by +rank, rowid limit ? offset ?',
      )
      .all(expression, request.newerThan, size, offset)
      .map((row) => Number(row['rowid']))
  }
  return sortByDate(columns, matched, request.sort === 'oldest' ? 1 : -1).slice(
    offset,
    offset + size,
  )
}

function hasTerms(plan: Plan): boolean {
  return (
    plan.kind === 'terms' ||
    (plan.kind === 'and' && plan.operands.some((operand) => operand.kind === 'terms'))
  )
}

/** The filters of the request as part of the query, because FTS5 ranks only what it matches itself. */
function filteredPlan(plan: Plan, { filters, from, to }: SearchRequest): Plan {
  const operands: Plan[] = plan.kind === 'and' ? [...plan.operands] : [plan]
  for (const facet of facetNames) {
    const { include, exclude } = filters[facet]
    if (include.length > 0) operands.push({ kind: 'values', facet, ids: include })
    if (exclude.length > 0)
      operands.push({ kind: 'not', operand: { kind: 'values', facet, ids: exclude } })
  }
  if (from !== '' || to !== '') operands.push({ kind: 'days', period: periodBetween(from, to) })
  return { kind: 'and', operands }
}

/** Undated articles come last in both directions; equal days in the order of indexing, newest first when descending. */
function sortByDate(columns: FacetColumns, matched: Int32Array, direction: 1 | -1): number[] {
  const day = (sequence: number) => columns.firstDay[sequence] ?? undated
  return Array.from(matched).sort((a, b) => {
    const [first, second] = [day(a), day(b)]
    if (first === second) return (a - b) * direction
    if (first === undated) return 1
    if (second === undated) return -1
    return (first - second) * direction
  })
}

function readHits(archive: Archive, page: readonly number[], request: SearchRequest): Hit[] {
  const toHit = hitMaker(request.query)
  return page.flatMap((sequence) => {
    const article = archive.getBySequence(sequence)
    return article ? [toHit(article)] : []
  })
}

function facetCounts(
  archive: Archive,
  columns: FacetColumns,
  { perValue }: Counted,
  request: SearchRequest,
): SearchAnswer['facets'] {
  const counted = byFacet((): CountedValue[] => [])
  for (const [value, count] of perValue.entries()) {
    const facet = facetNames[columns.facetOf[value] ?? 0]
    if (count > 0 && facet) counted[facet].push({ id: columns.idOf[value] ?? '', count })
  }
  return byFacet((facet) => listValues(archive, facet, counted[facet], request))
}

function monthCounts({ perMonth }: Counted): MonthCount[] {
  return [...perMonth]
    .sort(([a], [b]) => a - b)
    .map(([month, count]) => ({ month: monthName(month), count }))
}
