import type { Archive } from '../../engine/archive/archive.ts'
import type { Lease } from '../../engine/archive/lease.ts'
import { restoreCorrection } from './read-correction.ts'
import type { FoundMerge } from './merge.ts'
import type { ResolutionState } from './touched.ts'
import { facetNames } from '../../engine/article.ts'

/** An archive keeps what it was resolved by, and what it is being resolved by while that takes. */
type Slot = 'resolved by' | 'resolving by'

export const unresolved: ResolutionState = { merges: [], corrections: [] }

/** What the archive keeps in a slot; undefined for nothing. */
export function keptState(archive: Archive, slot: Slot): ResolutionState | undefined {
  const kept = archive.setting(slot)
  return kept === undefined || kept === '' ? undefined : parseState(kept)
}

/** Keeps a state in a slot; undefined empties it. */
export function keepState(
  archive: Archive,
  lease: Lease,
  slot: Slot,
  state: ResolutionState | undefined,
): void {
  archive.setSetting(lease, slot, state ? JSON.stringify(state) : '')
}

/** The archive wrote it itself, so only its shape is looked at. */
function parseState(json: string): ResolutionState {
  const state: unknown = JSON.parse(json)
  if (typeof state !== 'object' || state === null) return unresolved
  return {
    merges: 'merges' in state && Array.isArray(state.merges) ? state.merges.map(readMerge) : [],
    corrections:
      'corrections' in state && Array.isArray(state.corrections)
        ? state.corrections.map((each) => restoreCorrection(JSON.stringify(each)))
        : [],
  }
}

function readMerge(merge: unknown): FoundMerge {
  const fields: Readonly<Record<string, unknown>> = typeof merge === 'object' ? { ...merge } : {}
  const facet = facetNames.find((name) => name === fields['facet'])
  if (facet === undefined)
    throw new Error(`The archive joins values of an unknown facet: ${String(fields['facet'])}`)
  return { facet, id: String(fields['id']), into: String(fields['into']) }
}
