import type { FacetName, TextField } from '../article.ts'
import { periodOf, type Period } from '../dates.ts'
import type { Warning } from '../search-engine.ts'
import { analyse } from '../text/analyse.ts'
import { fieldOfFacet } from './fields.ts'
import type { Query } from './query.ts'

/** A query in the terms of an index: what engines compile. */
export type Plan =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  /** One term, or several at successive positions of one field; in any field unless one is named. */
  | {
      readonly kind: 'terms'
      readonly terms: readonly string[]
      readonly field: TextField | undefined
    }
  /** Articles with one of these values. */
  | { readonly kind: 'values'; readonly facet: FacetName; readonly ids: readonly string[] }
  /** Articles whose whole period of publication lies in these days. */
  | { readonly kind: 'days'; readonly period: Period }
  | { readonly kind: 'not'; readonly operand: Plan }
  | { readonly kind: 'and'; readonly operands: readonly Plan[] }

/** Where names of facet values are looked up; the archive is one. */
export interface NameIndex {
  findEntities(facet: FacetName, name: string, limit: number): readonly { readonly id: string }[]
}

/** A plan, and what of the query could not be planned. */
export interface PlannedQuery {
  readonly plan: Plan
  readonly warnings: readonly Warning[]
}

/** A name that stands for more values than this is searched as the most frequent ones, with a warning. */
const mostValues = 100

/** The days before and after every article: open ends. */
export const firstOfDays = -1_000_000
export const lastOfDays = 10_000_000

/** Lowers a query to terms, entity ids and days. A name that nobody has matches nothing, and says so. */
export function planQuery(query: Query, names: NameIndex): PlannedQuery {
  const warnings: Warning[] = []
  return { plan: lower(query, names, warnings), warnings }
}

function lower(query: Query, names: NameIndex, warnings: Warning[]): Plan {
  switch (query.kind) {
    case 'all':
      return query
    case 'word':
    case 'phrase':
      return lowerWords(query.text, query.field, warnings)
    case 'facet':
      return lowerFacet(query.facet, query.name, names, warnings)
    case 'dates':
      return { kind: 'days', period: periodBetween(query.from, query.to) }
    case 'not':
      return negated(lower(query.operand, names, warnings))
    case 'and':
      return conjunction(query.operands.map((operand) => lower(operand, names, warnings)))
  }
}

function lowerWords(text: string, field: TextField | undefined, warnings: Warning[]): Plan {
  const { terms } = analyse(text)
  if (terms.length > 0) return { kind: 'terms', terms, field }
  warnings.push({ message: `There is no letter or digit in “${text}”; it is ignored.` })
  return { kind: 'all' }
}

function lowerFacet(facet: FacetName, name: string, names: NameIndex, warnings: Warning[]): Plan {
  const found = names.findEntities(facet, name, mostValues + 1)
  const typed = `${fieldOfFacet(facet)}:${name}`
  if (found.length === 0) {
    warnings.push({ message: `No article has a value for ${typed}.` })
    return { kind: 'none' }
  }
  if (found.length > mostValues) {
    warnings.push({
      message: `${typed} stands for more than ${mostValues} names; the most frequent ${mostValues} are searched.`,
    })
  }
  return { kind: 'values', facet, ids: found.slice(0, mostValues).map((match) => match.id) }
}

/** An ignored operand excludes nothing; a name that nobody has excludes nothing either. */
function negated(operand: Plan): Plan {
  return operand.kind === 'all' || operand.kind === 'none'
    ? { kind: 'all' }
    : { kind: 'not', operand }
}

function conjunction(operands: readonly Plan[]): Plan {
  if (operands.some((operand) => operand.kind === 'none')) return { kind: 'none' }
  const kept = operands.filter((operand) => operand.kind !== 'all')
  const [only] = kept
  if (!only) return { kind: 'all' }
  return kept.length === 1 ? only : { kind: 'and', operands: kept }
}

/** The days from the first of one partial date to the last of another; '' or an invalid date leaves the end open. */
export function periodBetween(from: string, to: string): Period {
  return { first: periodOf(from)?.first ?? firstOfDays, last: periodOf(to)?.last ?? lastOfDays }
}
