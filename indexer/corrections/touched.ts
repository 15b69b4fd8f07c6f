import type { ValueKey } from '../../engine/archive/extracted.ts'
import type { FacetName } from '../../engine/article.ts'
import type { Correction, Step } from './correction.ts'
import type { FoundMerge } from './merge.ts'
import { forBothFacets } from './standing.ts'
import { keyOf, toKey } from './value-key.ts'

/** What an archive was, or is to be, resolved by. */
export interface ResolutionState {
  readonly merges: readonly FoundMerge[]
  readonly corrections: readonly Correction[]
}

/** Which articles may change from one state to another; more than really do. */
export interface Touched {
  /** Articles in which extraction found one of these. */
  readonly values: readonly ValueKey[]
  /** Articles in which extraction found a value below one of these. */
  readonly above: readonly ValueKey[]
  readonly articles: readonly string[]
  /** Articles with one of these spellings. */
  readonly spellings: readonly string[]
}

/** Compares two states. Corrections follow one another, so everything from the first that differs on is looked at. */
export function touchedBetween(before: ResolutionState, after: ResolutionState): Touched {
  const same = commonStart(before.corrections, after.corrections)
  const changed = [...before.corrections.slice(same), ...after.corrections.slice(same)]
  const all = [...before.corrections, ...after.corrections]
  const meant = forBothFacets([...changed, ...undoneBy(changed, all)]).filter(isStep)
  const steps = forBothFacets(all).filter(isStep)
  const merges = [...before.merges, ...after.merges]
  const joined = differingMerges(before.merges, after.merges)
  const reached = withSources(
    new Set([...joined.map(keyOf), ...meant.flatMap(valuesOf)]),
    merges,
    steps,
  )
  // A value that an addition brought is where its spelling is, whatever extraction found there.
  const adding = [...meant, ...steps.filter((each) => reached.has(keyOfStep(each)))].filter(
    (each) => each.do === 'add',
  )
  return {
    values: [...reached].map(toKey),
    above: aboveOthers(meant, joined, merges, steps).map(toKey),
    articles: unique([...meant, ...adding].flatMap((each) => each.article ?? [])),
    spellings: unique(adding.flatMap((each) => (each.article === undefined ? [each.surface] : []))),
  }
}

/** The values that a step may change wherever extraction found them; none for one that is of a single article, or adds. */
export function reachOf(step: Step, { merges, corrections }: ResolutionState): ValueKey[] {
  const steps = forBothFacets(corrections).filter(isStep)
  return [...withSources(new Set(valuesOf(step)), merges, steps)].map(toKey)
}

const isStep = (each: Correction): each is Step => each.do !== 'undo' && each.do !== 'rename'

function commonStart(before: readonly Correction[], after: readonly Correction[]): number {
  const [a, b] = [before, after].map((list) => list.map((each) => JSON.stringify(each)))
  let same = 0
  while (a && b && same < a.length && a[same] === b[same]) same++
  return same
}

/** What an undo takes back, and what that had taken back itself. */
function undoneBy(changed: readonly Correction[], all: readonly Correction[]): Correction[] {
  const found = new Set<Correction>()
  const ids = changed.flatMap((each) => (each.do === 'undo' ? [each.of] : []))
  for (const id of ids) {
    for (const each of all) {
      if (each.id !== id || found.has(each)) continue
      found.add(each)
      if (each.do === 'undo') ids.push(each.of)
    }
  }
  return [...found]
}

/** A correction of one article touches that one only. */
function valuesOf(each: Step): string[] {
  if (each.article !== undefined || each.do === 'add') return []
  // A value set apart again was joined by its own id.
  const others = each.do === 'split' && each.surface === '' ? [`${each.facet} ${each.into}`] : []
  return [keyOfStep(each), ...others]
}

/** Values that lead elsewhere, or no more, with the changed steps: what stands below them stands below something else. */
function aboveOthers(
  changed: readonly Step[],
  joined: readonly FoundMerge[],
  merges: readonly FoundMerge[],
  steps: readonly Step[],
): string[] {
  const merging = new Set([
    ...merges.flatMap(({ facet, id, into }) => [`${facet} ${id}`, `${facet} ${into}`]),
    ...steps.flatMap((each) => {
      if (each.do === 'reject' && each.article === undefined) return [keyOfStep(each)]
      return each.do === 'merge' ? [keyOfStep(each), `${each.facet} ${each.into}`] : []
    }),
  ])
  const keys = [
    ...joined.flatMap(({ facet, id, into }) => [`${facet} ${id}`, `${facet} ${into}`]),
    ...changed.flatMap((each) =>
      each.do === 'merge' || each.do === 'split'
        ? [keyOfStep(each), `${each.facet} ${each.into}`]
        : [keyOfStep(each)],
    ),
  ]
  const reached = new Set(keys.filter((key) => merging.has(key)))
  // Where one leads to the next, all of a chain may lead elsewhere.
  for (const key of reached) {
    for (const { facet, id, into } of chained(merges, steps)) {
      if (`${facet} ${into}` === key) reached.add(`${facet} ${id}`)
    }
  }
  return [...reached]
}

function chained(merges: readonly FoundMerge[], steps: readonly Step[]): FoundMerge[] {
  return [
    ...merges,
    ...steps.flatMap((each) =>
      each.do === 'merge' ? [{ facet: each.facet, id: each.value, into: each.into }] : [],
    ),
  ]
}

function differingMerges(
  before: readonly FoundMerge[],
  after: readonly FoundMerge[],
): FoundMerge[] {
  const text = ({ facet, id, into }: FoundMerge) => `${facet} ${id} ${into}`
  const [old, fresh] = [new Set(before.map(text)), new Set(after.map(text))]
  return [
    ...before.filter((each) => !fresh.has(text(each))),
    ...after.filter((each) => !old.has(text(each))),
  ]
}

/** The values and all from which mentions may have come to them. */
function withSources(
  values: ReadonlySet<string>,
  merges: readonly FoundMerge[],
  steps: readonly Step[],
): ReadonlySet<string> {
  const sources = new Map<string, string[]>()
  const note = (facet: FacetName, from: string, into: string) => {
    const known = sources.get(`${facet} ${into}`)
    if (known) known.push(`${facet} ${from}`)
    else sources.set(`${facet} ${into}`, [`${facet} ${from}`])
  }
  for (const { facet, id, into } of merges) {
    note(facet, id, into)
    // A correction of a former id means its successor.
    note(facet, into, id)
  }
  for (const each of steps)
    if (each.do === 'merge' || each.do === 'split') note(each.facet, each.value, each.into)
  const found = new Set(values)
  // A set that grows while it is walked is walked to its end.
  for (const value of found) for (const source of sources.get(value) ?? []) found.add(source)
  return found
}

const keyOfStep = ({ facet, value }: Step) => `${facet} ${value}`

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
