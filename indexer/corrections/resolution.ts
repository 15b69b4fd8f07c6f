import { facetNames, type FacetName, type Facets, type FacetValue } from '../../engine/article.ts'
import type { Resolvable, Resolve } from '../../engine/archive/extracted.ts'
import type { GivenName, Redirect } from '../../engine/archive/given-names.ts'
import type { Correction, Step } from './correction.ts'
import type { ListedBy } from './listed-values.ts'
import type { FoundMerge } from './merge.ts'
import { followBroader, redirectsOf, toRedirects } from './redirects.ts'
import { forBothFacets, joinedValues, ledSteps, stepsOf, withoutUndone } from './standing.ts'
import { takeStep } from './take-step.ts'
import { ValueSet } from './value-set.ts'

/** What is made of the values that extraction finds. */
export interface Resolution {
  readonly resolve: Resolve
  /** Names that values are given, by the last correction that names them. */
  readonly names: readonly GivenName[]
  /** Values that are no more because all of their articles have another one instead. */
  readonly redirects: readonly Redirect[]
}

/** Told of each step that does something to an article, with its value as it was just before; undefined where it was new. */
type Watch = (step: Step, before: FacetValue | undefined) => void

/**
 * Joins what is found to be one entity, then follows the corrections in their order: each sees what the ones before it left. `listed`
 * is asked for values that a correction brings into an article.
 */
export function resolutionOf(
  merges: readonly FoundMerge[],
  corrections: readonly Correction[],
  listed: ListedBy,
  watch?: Watch,
): Resolution {
  const asked = stepsOf(corrections)
  const joined = joinedValues(merges, asked)
  const steps = ledSteps(asked, joined)
  const redirects = redirectsOf(joined, steps)
  return {
    resolve: (article) => {
      const sets = setsOf(article.facets)
      if (joined.size > 0) joinFound(article, sets, joined, listed)
      for (const step of steps) {
        if (step.article !== undefined && step.article !== article.id) continue
        const before = sets[step.facet].get(step.value)
        if (takeStep(article, sets[step.facet], step, listed)) watch?.(step, before)
      }
      return facetsOf(sets, (facet, set) =>
        redirects.size === 0
          ? set.values()
          : set.values().map((value) => followBroader(facet, value, redirects, listed)),
      )
    },
    names: namesGiven(withoutUndone(corrections), joined),
    redirects: toRedirects(redirects),
  }
}

type ValueSets = Readonly<Record<FacetName, ValueSet>>

function setsOf(facets: Facets): ValueSets {
  return {
    people: new ValueSet(facets.people),
    places: new ValueSet(facets.places),
    weapons: new ValueSet(facets.weapons),
    outlet: new ValueSet(facets.outlet),
    cites: new ValueSet(facets.cites),
  }
}

function facetsOf(
  sets: ValueSets,
  valuesOf: (facet: FacetName, set: ValueSet) => Facets[FacetName],
): Facets {
  return {
    people: valuesOf('people', sets.people),
    places: valuesOf('places', sets.places),
    weapons: valuesOf('weapons', sets.weapons),
    outlet: valuesOf('outlet', sets.outlet),
    cites: valuesOf('cites', sets.cites),
  }
}

function joinFound(
  { facets }: Resolvable,
  sets: ValueSets,
  joined: ReadonlyMap<string, string>,
  listed: ListedBy,
): void {
  for (const facet of facetNames) {
    for (const value of facets[facet]) {
      const id = joined.get(`${facet} ${value.id}`)
      if (id === undefined) continue
      const broader = listed(facet, id)?.broader ?? []
      sets[facet].replace(value, { id, name: value.name, rule: value.rule, broader })
    }
  }
}

function namesGiven(
  corrections: readonly Correction[],
  joined: ReadonlyMap<string, string>,
): GivenName[] {
  const names = new Map<string, GivenName>()
  for (const each of forBothFacets(corrections)) {
    if (each.do !== 'rename') continue
    const { facet, value, name } = each
    const id = joined.get(`${facet} ${value}`) ?? value
    names.set(`${facet} ${id}`, { facet, id, name })
  }
  return [...names.values()]
}
