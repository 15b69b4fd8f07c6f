import { setImmediate as untilNextTurn } from 'node:timers/promises'
import type { Archive } from '../../engine/archive/archive.ts'
import type { ValueKey } from '../../engine/archive/extracted.ts'
import type { Lease } from '../../engine/archive/lease.ts'
import { listedBelow, listedValue } from './listed-values.ts'
import { resolutionOf, type Resolution } from './resolution.ts'
import { keepState, keptState, unresolved } from './resolution-state.ts'
import { touchedBetween, type ResolutionState, type Touched } from './touched.ts'

/** Articles whose facets are decided anew in one transaction; a site answers between two. */
const batch = 50

/** Articles whose texts are looked through before a site answers. */
const readAtOnce = 500

/** How the applying of a state is followed, and ended. */
export interface Applying {
  /** Told how many articles may change, before the first does. */
  readonly begin?: (articles: number) => void
  /** Ends it after the batch at hand. The next `applyState` goes on where it was. */
  readonly stop?: AbortSignal
}

/** What an archive is resolved by now. */
export function currentState(archive: Archive): ResolutionState {
  return keptState(archive, 'resolved by') ?? unresolved
}

/** The resolution of a state. */
export function resolutionFor(state: ResolutionState): Resolution {
  return resolutionOf(state.merges, state.corrections, listedValue)
}

/**
 * Brings the facets of all stored articles to a state, looking at those only that may change. Interrupted, the next call finishes what
 * was begun before it goes on to its own state. Returns how many articles changed; engines follow with their next sync.
 */
export async function applyState(
  archive: Archive,
  lease: Lease,
  state: ResolutionState,
  applying: Applying = {},
): Promise<number> {
  const begun = keptState(archive, 'resolving by')
  const finished = begun ? await moveTo(archive, lease, begun, applying) : 0
  if (applying.stop?.aborted || isSame(currentState(archive), state)) return finished
  return finished + (await moveTo(archive, lease, state, applying))
}

/** Whether an archive is resolved by a state, all of it. */
export function isAppliedTo(archive: Archive, state: ResolutionState): boolean {
  return keptState(archive, 'resolving by') === undefined && isSame(currentState(archive), state)
}

const isSame = (a: ResolutionState, b: ResolutionState) => JSON.stringify(a) === JSON.stringify(b)

async function moveTo(
  archive: Archive,
  lease: Lease,
  state: ResolutionState,
  { begin, stop }: Applying,
): Promise<number> {
  keepState(archive, lease, 'resolving by', state)
  const touched = touchedBetween(currentState(archive), state)
  const sequences = await articlesTouched(archive, touched, stop)
  begin?.(sequences.length)
  const { resolve, names, redirects } = resolutionFor(state)
  let changed = 0
  for (let from = 0; from < sequences.length; from += batch) {
    if (stop?.aborted) return changed
    changed += archive.resolveAgain(lease, sequences.slice(from, from + batch), resolve)
    await untilNextTurn()
  }
  if (stop?.aborted) return changed
  archive.setNaming(lease, names, redirects)
  keepState(archive, lease, 'resolved by', state)
  keepState(archive, lease, 'resolving by', undefined)
  return changed
}

async function articlesTouched(
  archive: Archive,
  { values, above, articles, spellings }: Touched,
  stop: AbortSignal | undefined,
): Promise<number[]> {
  const sequences = new Set([
    ...archive.withExtracted([...values, ...valuesBelow(archive, above)]),
    ...articles.flatMap((id) => archive.get(id)?.sequence ?? []),
  ])
  const last = spellings.length === 0 ? 0 : archive.lastSequence()
  for (let from = 1; from <= last && !stop?.aborted; from += readAtOnce) {
    const found = archive.withSpelling(spellings, { from, to: from + readAtOnce - 1 })
    for (const sequence of found) sequences.add(sequence)
    await untilNextTurn()
  }
  return [...sequences].sort((a, b) => a - b)
}

/** By the lists, and by the archive where an article was read with older ones. */
function valuesBelow(archive: Archive, above: readonly ValueKey[]): ValueKey[] {
  const byFacet = Map.groupBy(above, ({ facet }) => facet)
  return [...byFacet].flatMap(([facet, keys]) => {
    const ids = new Set(keys.map(({ id }) => id))
    const below = [
      ...listedBelow(facet, ids),
      ...[...ids].flatMap((id) => archive.narrower(facet, id)),
    ]
    return below.map((id) => ({ facet, id }))
  })
}
