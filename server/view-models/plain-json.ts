import type {
  Capability,
  Correction,
  FacetCount,
  SearchAnswer,
} from '../../engine/search-engine.ts'
import { print } from '../../engine/query/print.ts'
import type { Companion } from '../statistics/rank-together.ts'

/** A count of articles as every answer to a program has it: with how far it can be trusted. */
export function totalJson({ total, capability }: Pick<SearchAnswer, 'total' | 'capability'>): {
  total: number
  exact: boolean
  capability: Capability
} {
  return { total, exact: capability.bound === 'exact', capability }
}

/** A value of a facet, called `name` as everywhere. */
export function valueJson({ id, value, ...rest }: FacetCount) {
  return { id, name: value, ...rest }
}

/** A value that stands with something: no more of it than this, whatever it was made of. */
export function besideJson({ id, value, count, articles }: Omit<Companion, 'lift'>) {
  return { id, name: value, count, articles }
}

/** The same for one that does so more often than by chance. */
export function companionJson(companion: Companion) {
  return { ...besideJson(companion), lift: companion.lift }
}

/** A query that may be meant instead, as it can be typed. */
export function correctionJson({ typed, word, articles, query }: Correction) {
  return { typed, word, articles, q: print(query) }
}

/** Where in a list that is cut into parts an answer is, in the words of its address. */
export function partJson(part: number, partSize: number, all: number) {
  return { part, parts: Math.max(1, Math.ceil(all / partSize)), partSize }
}
