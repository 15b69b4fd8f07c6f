import type { Archive } from '../archive/archive.ts'
import { lineOf, payloadsAfter, payloadSize } from './payload.ts'
import { retrySetAside, sendPayload, type Written } from './send.ts'
import type { IndexState } from './state.ts'

/** Told how many changes are applied, and how many there were at the start. */
export type Progress = (done: number, of: number) => void

/** Applies every change of the archive that an index has not seen, and tries again what it would not take before. */
export async function fillIndex(
  written: Written,
  archive: Archive,
  start: IndexState,
  progress: Progress,
): Promise<IndexState> {
  let state = await retried(written, archive, start)
  const end = archive.lastChange()
  const payloads = payloadsAfter(archive, state.change, payloadSize)
  let next = await payloads.next()
  while (next.done !== true) {
    // The next payload is prepared while the server works on this one.
    const [applied, following] = await Promise.all([
      sendPayload(written, next.value, state),
      payloads.next(),
    ])
    state = applied
    next = following
    progress(Math.min(state.change, end) - start.change, end - start.change)
  }
  return state
}

async function retried(written: Written, archive: Archive, state: IndexState): Promise<IndexState> {
  if (state.setAside.length === 0) return state
  const lines = state.setAside.flatMap(({ id }) => lineOf({ article: archive.get(id) }) ?? [])
  return retrySetAside(written, lines, state)
}
