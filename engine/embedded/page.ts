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
import { isIn, type SortedIds } from './sorted-ids.ts'

/**
 * Ranking reads every match; beyond so many only the newest-indexed are ranked. In an archive of 100,000, the first twenty of
 * these scored 0.5 % less than the first twenty of all, 1.1 % at worst; ranking 50,000 takes twice as long.
 */
export const mostRanked = 20_000

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
  const offset = (request.page - 1) * request.pageSize
  const groups = found.families?.groups ?? found.matched.length
  const end = Math.min(offset + request.pageSize, reachableHits, groups)
  return {
    sequences: end > offset ? first(snapshot, found, request, end).slice(offset) : [],
    warnings: rankingWarnings(found, request),
  }
}

function rankingWarnings({ retrieved, matched }: Found, { sort }: SearchRequest): Warning[] {
  if (sort !== 'relevance' || !hasWords(retrieved.ranking)) return []
  if (!retrieved.isRanked) return [notRanked]
  return matched.length > mostRanked ? [partlyRanked] : []
}

/** The first articles in the order asked for. */
function first(
  snapshot: Snapshot,
  found: Found,
  request: SearchRequest,
  most: number,
): readonly number[] {
  if (request.sort === 'oldest') return firstDated(snapshot, found, 'oldest', most)
  const { isRanked, ranking } = found.retrieved
  return request.sort === 'relevance' && isRanked && hasWords(ranking)
    ? firstByRank(snapshot, found, request, most)
    : firstDated(snapshot, found, 'newest', most)
}

const partlyRanked: Warning = {
  message: `Sorted by relevance are the ${mostRanked.toLocaleString('en')} articles that were indexed last; the others follow them.`,
}

const notRanked: Warning = {
  message:
    'The words of this query stand in too many places to sort by relevance: the newest articles come first. Rarer words can be sorted.',
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
  found: Found,
  request: SearchRequest,
  most: number,
): readonly number[] {
  const { retrieved, matched } = found
  const after = Math.max(request.newerThan, matched.at(-mostRanked - 1) ?? 0)
  const plan = passMostly(found) ? retrieved.ranking : withFilters(retrieved.ranking, request)
  const expression = matchExpression(plan, (facet, id) => columns.numberOf(facet, id))
  const pick = picker(found)
  for (let limit = pick === everyOne ? most : most * 4; ; limit *= 8) {
    const ranked = rank(db, expression, after, limit)
    const picked = pick(ranked)
    if (picked.length >= most) return picked.slice(0, most)
    if (ranked.length < limit) return pick([...picked, ...restOf(picked, matched)]).slice(0, most)
  }
}

/**
 * Whether the filters leave enough of few enough articles that it is quicker to rank them all and pick: FTS5 would also count the
 * articles of each filter to rank by them, which for the seventy terms of a period takes longer than the ranking itself.
 */
function passMostly({ retrieved, matched }: Found): boolean {
  return retrieved.ids.length <= mostRanked && matched.length * 4 >= retrieved.ids.length
}

type Pick = (ranked: readonly number[]) => readonly number[]

const everyOne: Pick = (ranked) => ranked

/** Which of the ranked articles are listed. */
function picker(found: Found): Pick {
  const { retrieved, matched, families } = found
  const isFiltered = passMostly(found) && matched.length < retrieved.ids.length
  const among: Pick =
    retrieved.isNarrower || isFiltered
      ? (ranked) => ranked.filter((each) => isIn(matched, each))
      : everyOne
  return families ? (ranked) => among(ranked).filter(families.firstOfEach()) : among
}

function rank(db: DatabaseSync, expression: string, after: number, limit: number): number[] {
  return db
    .prepare(
      'select rowid from tokens where tokens match ? and rowid > ? order by +rank, rowid limit ?',
    )
    .all(expression, after, limit)
    .map((row) => Number(row['rowid']))
}

/** Deep pages may go beyond what was ranked; there the articles indexed last come first. */
function restOf(picked: readonly number[], matched: SortedIds): number[] {
  const known = new Set(picked)
  return Array.from(matched)
    .reverse()
    .filter((sequence) => !known.has(sequence))
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
