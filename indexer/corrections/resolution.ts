import {
  facetNames,
  type BroaderValue,
  type FacetName,
  type FacetValue,
  type Facets,
} from '../../engine/article.ts'
import type { Resolvable, Resolve } from '../../engine/archive/extracted.ts'
import type { GivenName, Redirect } from '../../engine/archive/given-names.ts'
import type { Add, Correction, Merge, Reject, Split } from './correction.ts'
import type { FoundMerge } from './merge.ts'
import { isWritten, placesOfSpelling } from './spelling-places.ts'
import { ValueSet, type Target } from './value-set.ts'

/** What is made of the values that extraction finds. */
export interface Resolution {
  readonly resolve: Resolve
  /** Names that values are given, by the last correction that names them. */
  readonly names: readonly GivenName[]
  /** Values that are no more because all of their articles have another one instead. */
  readonly redirects: readonly Redirect[]
}

/** Tells what stands above a value, nearest first. */
export type Above = (facet: FacetName, id: string) => readonly BroaderValue[]

type Step = Reject | Merge | Split | Add

/**
 * Joins what is found to be one entity, then follows the corrections in their order: each sees what the ones before it left. `above`
 * is asked for values that a correction brings into an article.
 */
export function resolutionOf(
  merges: readonly FoundMerge[],
  corrections: readonly Correction[],
  above: Above,
): Resolution {
  const standing = withoutUndone(corrections)
  const joined = withoutParted(merges, standing)
  const steps = standing.filter((each) => each.do !== 'undo' && each.do !== 'rename')
  return {
    resolve: (article) => resolveFacets(article, joined, steps, above),
    names: namesGiven(standing),
    redirects: redirectsOf(joined, steps),
  }
}

/** What is left once corrections were taken back; taking back a taking back restores it. */
export function withoutUndone(corrections: readonly Correction[]): Correction[] {
  const undone = new Set<string>()
  const standing: Correction[] = []
  for (const correction of corrections.toReversed()) {
    if (undone.has(correction.id)) continue
    if (correction.do === 'undo') undone.add(correction.of)
    standing.push(correction)
  }
  return standing.reverse()
}

/** A split of a whole value keeps it apart from the one that it would be joined with. */
function withoutParted(
  merges: readonly FoundMerge[],
  corrections: readonly Correction[],
): Map<string, string> {
  const parted = new Set(
    corrections.flatMap((each) =>
      each.do === 'split' && each.surface === '' ? [`${each.facet} ${each.into}`] : [],
    ),
  )
  return new Map(
    merges.flatMap(({ facet, id, into }) => {
      const key = `${facet} ${id}`
      return parted.has(key) ? [] : [[key, into]]
    }),
  )
}

function resolveFacets(
  article: Resolvable,
  joined: ReadonlyMap<string, string>,
  steps: readonly Step[],
  above: Above,
): Facets {
  const sets = {
    people: new ValueSet(article.facets.people),
    places: new ValueSet(article.facets.places),
    weapons: new ValueSet(article.facets.weapons),
    outlet: new ValueSet(article.facets.outlet),
    cites: new ValueSet(article.facets.cites),
  }
  if (joined.size > 0) joinFound(article, sets, joined, above)
  for (const step of steps) {
    if (step.article === undefined || step.article === article.id)
      take(article, sets[step.facet], step, above)
  }
  return {
    people: sets.people.values(),
    places: sets.places.values(),
    weapons: sets.weapons.values(),
    outlet: sets.outlet.values(),
    cites: sets.cites.values(),
  }
}

function joinFound(
  { facets }: Resolvable,
  sets: Readonly<Record<FacetName, ValueSet>>,
  joined: ReadonlyMap<string, string>,
  above: Above,
): void {
  for (const facet of facetNames) {
    for (const value of facets[facet]) {
      const into = joined.get(`${facet} ${value.id}`)
      if (into === undefined) continue
      sets[facet].replace(value, {
        id: into,
        name: value.name,
        rule: value.rule,
        broader: above(facet, into),
      })
    }
  }
}

function take(article: Resolvable, values: ValueSet, step: Step, above: Above): void {
  if (step.do === 'add') {
    const mentions = placesOfSpelling(article, step.surface)
    if (mentions.length > 0 || step.article !== undefined)
      values.give(mentions, {
        id: step.value,
        name: step.name,
        rule: 'added by a correction',
        broader: above(step.facet, step.value),
      })
    return
  }
  const value = values.get(step.value)
  if (!value) return
  if (step.do === 'reject') values.remove(step.value)
  else if (step.do === 'merge')
    values.replace(value, targetOf(step, value.name, 'joined by a correction', above))
  else setApart(article, values, value, step, above)
}

function setApart(
  article: Resolvable,
  values: ValueSet,
  value: FacetValue,
  step: Split,
  above: Above,
): void {
  if (step.surface === '') return
  const mentions = value.evidence.filter((at) => isWritten(article, at, step.surface))
  if (mentions.length === 0) return
  values.move(value, mentions, targetOf(step, step.surface, 'set apart by a correction', above))
}

function targetOf(step: Merge | Split, unnamed: string, rule: string, above: Above): Target {
  const { facet, into: id } = step
  return { id, name: step.name === '' ? unnamed : step.name, rule, broader: above(facet, id) }
}

function namesGiven(corrections: readonly Correction[]): GivenName[] {
  const names = new Map<string, GivenName>()
  for (const each of corrections) {
    if (each.do !== 'rename') continue
    const { facet, value: id, name } = each
    names.set(`${facet} ${id}`, { facet, id, name })
  }
  return [...names.values()]
}

/** Each value that is gone leads to the one at the end of its chain. */
function redirectsOf(joined: ReadonlyMap<string, string>, steps: readonly Step[]): Redirect[] {
  const next = new Map(joined)
  for (const step of steps) {
    if (step.do === 'merge' && step.article === undefined)
      next.set(`${step.facet} ${step.value}`, step.into)
  }
  return [...next.keys()].flatMap((key) => {
    const facet = facetNames.find((name) => key.startsWith(`${name} `))
    if (facet === undefined) return []
    const id = key.slice(facet.length + 1)
    return [{ facet, id, into: endOf(next, facet, id) }]
  })
}

function endOf(next: ReadonlyMap<string, string>, facet: FacetName, from: string): string {
  const seen = new Set([from])
  let id = from
  for (;;) {
    const into = next.get(`${facet} ${id}`)
    // Two corrections may send values in a circle; each article then has what the later one says.
    if (into === undefined || seen.has(into)) return id
    seen.add(into)
    id = into
  }
}
