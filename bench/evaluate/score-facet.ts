import { comparedName, keysOf, meet, type Named } from './compared-name.ts'
import type { Labels } from './gold.ts'

/** How one facet of one article, or of several, compares with its labels. */
export interface Score {
  /** Values that are labelled. */
  readonly hits: number
  /** Values that are not. */
  readonly wrong: number
  /** Labels without a value. */
  readonly missed: number
  /** Hits that bear the label's name. */
  readonly named: number
}

/** What is wrong with a value, or a label that has none. */
export interface Fault {
  readonly kind: 'false' | 'split' | 'misnamed' | 'missed'
  readonly name: string
  /** For a misnamed one: the label's name. */
  readonly instead?: string
}

/** A score and everything that keeps it from being perfect. */
export interface FacetScore extends Score {
  readonly faults: readonly Fault[]
}

/**
 * Scores the values of a facet: each is held against the labels, in order, and hits the first one that it has a form in common with. A
 * second value for one label is false (split); one that meets only what is optional does not count.
 */
export function scoreFacet(values: readonly Named[], { wanted, optional }: Labels): FacetScore {
  const labels = wanted.map((label) => ({ name: label.name, keys: keysOf(label), isHit: false }))
  const free = optional.map(keysOf)
  const faults: Fault[] = []
  const count = { hits: 0, wrong: 0, named: 0 }
  for (const value of values) {
    const keys = keysOf(value)
    const met = labels.filter((label) => meet(keys, label.keys))
    const hit = met.find(({ isHit }) => !isHit)
    if (hit) {
      hit.isHit = true
      count.hits++
      if (comparedName(value.name) === comparedName(hit.name)) count.named++
      else faults.push({ kind: 'misnamed', name: value.name, instead: hit.name })
    } else if (!free.some((other) => meet(keys, other))) {
      count.wrong++
      faults.push({ kind: met.length > 0 ? 'split' : 'false', name: value.name })
    }
  }
  const missed = labels.filter(({ isHit }) => !isHit)
  return {
    ...count,
    missed: missed.length,
    faults: [...faults, ...missed.map(({ name }) => ({ kind: 'missed' as const, name }))],
  }
}
