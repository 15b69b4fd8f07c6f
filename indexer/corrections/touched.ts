import type { ValueKey } from '../../engine/archive/extracted.ts'
import { facetNames, type FacetName } from '../../engine/article.ts'
import type { Correction } from './correction.ts'
import type { FoundMerge } from './merge.ts'

/** What an archive was, or is to be, resolved by. */
export interface ResolutionState {
  readonly merges: readonly FoundMerge[]
  readonly corrections: readonly Correction[]
}

/** Which articles may change from one state to another; more than really do. */
export interface Touched {
  /** Articles in which extraction found one of these. */
  readonly values: readonly ValueKey[]
  readonly articles: readonly string[]
  /** Articles with one of these spellings. */
  readonly spellings: readonly string[]
}

/** Compares two states. Corrections follow one another, so everything from the first that differs on is looked at. */
export function touchedBetween(before: ResolutionState, after: ResolutionState): Touched {
  const same = commonStart(before.corrections, after.corrections)
  const changed = [...before.corrections.slice(same), ...after.corrections.slice(same)]
  const all = [...before.corrections, ...after.corrections]
  const meant = [...changed, ...undoneBy(changed, all)]
  const merges = [...before.merges, ...after.merges]
  const values = new Set([
    ...differingMerges(before.merges, after.merges).map(keyOf),
    ...meant.flatMap((each) => (each.do === 'undo' ? [] : valuesOf(each))),
  ])
  return {
    values: withSources(values, merges, all).map(toKey),
    articles: unique(
      meant.flatMap((each) => ('article' in each && each.article ? [each.article] : [])),
    ),
    spellings: unique(
      meant.flatMap((each) =>
        each.do === 'add' && each.article === undefined ? [each.surface] : [],
      ),
    ),
  }
}

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

/** A correction of one article touches that one only; a new name touches none. */
function valuesOf(each: Exclude<Correction, { do: 'undo' }>): string[] {
  if (each.do === 'rename' || each.article !== undefined || each.do === 'add') return []
  const key = `${each.facet} ${each.value}`
  // A value set apart again was joined by its own id.
  return each.do === 'split' && each.surface === '' ? [key, `${each.facet} ${each.into}`] : [key]
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
  corrections: readonly Correction[],
): string[] {
  const sources = new Map<string, string[]>()
  const note = (facet: FacetName, from: string, into: string) => {
    const known = sources.get(`${facet} ${into}`)
    if (known) known.push(`${facet} ${from}`)
    else sources.set(`${facet} ${into}`, [`${facet} ${from}`])
  }
  for (const { facet, id, into } of merges) note(facet, id, into)
  for (const each of corrections)
    if (each.do === 'merge' || each.do === 'split') note(each.facet, each.value, each.into)
  const found = new Set(values)
  // A set that grows while it is walked is walked to its end.
  for (const value of found) for (const source of sources.get(value) ?? []) found.add(source)
  return [...found]
}

const keyOf = ({ facet, id }: ValueKey) => `${facet} ${id}`

function toKey(key: string): ValueKey {
  const facet = facetNames.find((name) => key.startsWith(`${name} `))
  if (facet === undefined) throw new Error(`"${key}" names no facet.`)
  return { facet, id: key.slice(facet.length + 1) }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
