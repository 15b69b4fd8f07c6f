import type { DatabaseSync } from 'node:sqlite'
import { facetNames } from '../article.ts'
import type { Plan } from '../query/plan.ts'
import { periodBetween } from '../query/plan-query.ts'
import { reachableHits, type SearchRequest, type Warning } from '../search-engine.ts'
import type { Families } from './families.ts'
import { matchExpression } from './match.ts'
import { joined, normalPlan, type NormalPlan } from './normal.ts'
import { firstByDate } from './order.ts'
import type { Retrieved, Snapshot } from './retrieve.ts'
import type { SortedIds } from './sorted-ids.ts'

/** Ranking reads every match; beyond so many only the newest-indexed are ranked. */
export const mostRanked = 50_000

/** One page of what was found. */
export interface Page {
  readonly sequences: readonly number[]
  readonly warnings: readonly Warning[]
}

/** What a page is taken from. */
export interface Found {
  readonly retrieved: Retrieved
  /** Those of `retrieved` that pass the filters. */
  readonly matched: SortedIds
  /** Where near-duplicates share a hit. */
  readonly families: Families | undefined
}

/** Picks the page that a request asks for, in its order. */
export function pageOf(snapshot: Snapshot, found: Found, request: SearchRequest): Page {
  const { matched, families } = found
  const ranked = request.sort === 'relevance' && hasWords(found.retrieved.ranking)
  const warnings = ranked && matched.length > mostRanked ? [partlyRanked] : []
  const offset = (request.page - 1) * request.pageSize
  const end = Math.min(offset + request.pageSize, reachableHits, families?.groups ?? matched.length)
  if (end <= offset) return { sequences: [], warnings }
  const inOrder = ranked
    ? firstByRank(snapshot, found, request, end)
    : firstDated(snapshot, found, request.sort === 'oldest' ? 'oldest' : 'newest', end)
  return { sequences: inOrder.slice(offset, end), warnings }
}

const partlyRanked: Warning = {
  message: `Sorted by relevance are the ${mostRanked.toLocaleString('en')} articles that were indexed last; the others follow them.`,
}

function hasWords(plan: NormalPlan): boolean {
  if (plan.kind !== 'leaf') return plan.operands.some(hasWords)
  return !plan.isExcluded && ['words', 'prefix', 'near'].includes(plan.leaf.kind)
}

function firstDated(
  { columns }: Snapshot,
  { matched, families }: Found,
  sort: 'newest' | 'oldest',
  most: number,
): number[] {
  if (!families) return firstByDate(columns, matched, sort, most)
  return firstByDate(columns, matched, sort, matched.length)
    .filter(families.firstOfEach())
    .slice(0, most)
}

/** Asks for more and more ranked articles until enough of them are wanted: FTS5 knows neither families nor spellings. */
function firstByRank(
  { db, columns }: Snapshot,
  { retrieved, matched, families }: Found,
  request: SearchRequest,
  most: number,
): number[] {
  const after = Math.max(request.newerThan, matched.at(-mostRanked - 1) ?? 0)
  const expression = matchExpression(withFilters(retrieved.ranking, request), (facet, id) =>
    columns.numberOf(facet, id),
  )
  const isExact = !families && !retrieved.isNarrower
  for (let limit = isExact ? most : most * 4; ; limit *= 8) {
    const ranked = rank(db, expression, after, limit)
    const wanted = ranked.filter(retrieved.isNarrower ? isAmong(matched) : () => true)
    const first = families ? wanted.filter(families.firstOfEach()) : wanted
    if (first.length >= most) return first.slice(0, most)
    if (ranked.length < limit) return withRest(first, matched, families, most)
  }
}

function rank(db: DatabaseSync, expression: string, after: number, limit: number): number[] {
  return db
    .prepare(
      'select rowid from tokens where tokens match ? and rowid > ? order by +rank, rowid limit ?',
    )
    .all(expression, after, limit)
    .map((row) => Number(row['rowid']))
}

function isAmong(ids: SortedIds): (sequence: number) => boolean {
  const set = new Set(ids)
  return (sequence) => set.has(sequence)
}

/** Deep pages may go beyond what was ranked; there the articles indexed last come first. */
function withRest(
  first: readonly number[],
  matched: SortedIds,
  families: Families | undefined,
  most: number,
): number[] {
  const known = new Set(first)
  const rest = Array.from(matched)
    .reverse()
    .filter((sequence) => !known.has(sequence))
  const all = [...first, ...rest]
  return (families ? all.filter(families.firstOfEach()) : all).slice(0, most)
}

/** The filters of the request as part of the query, because FTS5 ranks only what it matches itself. */
function withFilters(plan: NormalPlan, { filters, from, to }: SearchRequest): NormalPlan {
  const added: Plan[] = []
  for (const facet of facetNames) {
    const { include, match, exclude } = filters[facet]
    if (match === 'all') for (const id of include) added.push({ kind: 'values', facet, ids: [id] })
    else if (include.length > 0) added.push({ kind: 'values', facet, ids: include })
    if (exclude.length > 0)
      added.push({ kind: 'not', operand: { kind: 'values', facet, ids: exclude } })
  }
  if (from !== '' || to !== '') added.push({ kind: 'days', period: periodBetween(from, to) })
  return joined('and', [plan, ...added.map(normalPlan)])
}
