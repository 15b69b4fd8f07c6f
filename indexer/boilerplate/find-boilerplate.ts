import { setImmediate as untilNextTurn } from 'node:timers/promises'
import type { Archive } from '../../engine/archive/archive.ts'
import type { ComparedSource } from '../../engine/archive/boilerplate.ts'
import type { Lease } from '../../engine/archive/lease.ts'
import { repeatedLines } from './repeated-lines.ts'

/** The latest articles of a source are compared, not all: an outlet changes what it prints around them. */
const latest = 500
/** A source is compared again when so many articles came since, as its size asks for. */
const waitingFor = { least: 5, most: 50, share: 0.1 }

/**
 * Finds what each source that got articles prints around them, and keeps it; all of it at once, so that what is found depends on the
 * archive alone, however often a run was interrupted. Stopped, it keeps nothing.
 */
export async function findBoilerplate(
  archive: Archive,
  lease: Lease,
  stop: AbortSignal | undefined,
): Promise<void> {
  const sources: ComparedSource[] = []
  const lines = new Map<string, readonly string[]>()
  const waiting = archive.sourcesToCompare()
  if (waiting.length === 0) return
  for (const each of waiting) {
    if (!isDue(each)) {
      sources.push(each)
      continue
    }
    const found = repeatedLines(archive.latestTexts(each.source, latest))
    sources.push({ source: each.source, seen: found.texts, waiting: 0 })
    lines.set(each.source, found.lines)
    await untilNextTurn()
    if (stop?.aborted) return
  }
  archive.keepBoilerplate(lease, { sources, lines })
}

function isDue({ seen, waiting }: ComparedSource): boolean {
  const { least, most, share } = waitingFor
  return waiting >= Math.min(most, Math.max(least, share * seen))
}
