import { setImmediate as untilNextTurn } from 'node:timers/promises'
import type { Archive } from '../../engine/archive/archive.ts'
import type { Lease } from '../../engine/archive/lease.ts'
import { resolutionOf, type Above, type Resolution } from './resolution.ts'
import { keepState, keptState, unresolved } from './resolution-state.ts'
import { touchedBetween, type ResolutionState } from './touched.ts'

/** Articles whose facets are decided anew in one transaction; a site answers between two. */
const batch = 100

/** What an archive is resolved by now. */
export function currentState(archive: Archive): ResolutionState {
  return keptState(archive, 'resolved by') ?? unresolved
}

/** The resolution of a state, for articles of an archive. */
export function resolutionFor(archive: Archive, state: ResolutionState): Resolution {
  const known = new Map<string, ReturnType<Above>>()
  const above: Above = (facet, id) => {
    const key = `${facet} ${id}`
    const found = known.get(key) ?? archive.broader(facet, id)
    known.set(key, found)
    return found
  }
  return resolutionOf(state.merges, state.corrections, above)
}

/**
 * Brings the facets of all stored articles to a state, looking at those only that may change. Interrupted, the next call finishes what
 * was begun before it goes on to its own state. Returns how many articles changed; engines follow with their next sync.
 */
export async function applyState(
  archive: Archive,
  lease: Lease,
  state: ResolutionState,
): Promise<number> {
  const begun = keptState(archive, 'resolving by')
  const finished = begun ? await moveTo(archive, lease, begun) : 0
  if (JSON.stringify(currentState(archive)) === JSON.stringify(state)) return finished
  return finished + (await moveTo(archive, lease, state))
}

async function moveTo(archive: Archive, lease: Lease, state: ResolutionState): Promise<number> {
  keepState(archive, lease, 'resolving by', state)
  const sequences = articlesBetween(archive, currentState(archive), state)
  const { resolve, names, redirects } = resolutionFor(archive, state)
  let changed = 0
  for (let from = 0; from < sequences.length; from += batch) {
    changed += archive.resolveAgain(lease, sequences.slice(from, from + batch), resolve)
    await untilNextTurn()
  }
  archive.setNaming(lease, names, redirects)
  keepState(archive, lease, 'resolved by', state)
  keepState(archive, lease, 'resolving by', undefined)
  return changed
}

function articlesBetween(
  archive: Archive,
  before: ResolutionState,
  after: ResolutionState,
): number[] {
  const { values, articles, spellings } = touchedBetween(before, after)
  const sequences = new Set([
    ...archive.withExtracted(values),
    ...articles.flatMap((id) => archive.get(id)?.sequence ?? []),
    ...archive.withSpelling(spellings),
  ])
  return [...sequences].sort((a, b) => a - b)
}
