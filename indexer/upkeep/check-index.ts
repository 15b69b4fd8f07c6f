import type { Archive } from '../../engine/archive/archive.ts'
import { EngineUnavailable, everything, type SearchEngine } from '../../engine/search-engine.ts'
import { counted, plural } from '../report/progress.ts'
import { buildIndexAnew, type Report } from './fault.ts'
import type { Reading } from './reading.ts'

/** What the comparison came to, in a sentence. */
export type Compared = string

/**
 * Compares the index with the archive: every article that the index should have is found by a search for everything, and it counts no
 * more than there are. An index that is behind is compared as far as it has come; one that goes on meanwhile is not.
 */
export async function checkIndex({ archive, engine }: Reading, report: Report): Promise<Compared> {
  try {
    return await compare(archive, engine, report)
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error
    report({ problem: `The index cannot be searched. ${error.message}`, remedy: buildIndexAnew })
    return 'The index was not compared.'
  }
}

async function compare(archive: Archive, engine: SearchEngine, report: Report): Promise<Compared> {
  const before = await engine.stats()
  const last = archive.lastChange()
  const found = new Uint8Array(archive.lastSequence() + 1)
  for await (const { sequence } of engine.scan(everything)) found[sequence] = 1
  const { change, articles } = await engine.stats()
  if (change !== before.change || change > last)
    return 'The index went on meanwhile: check it again when no indexer runs.'
  const missing = countMissing(archive, found, change)
  if (missing > 0)
    report({ problem: `The index lacks ${plural(missing, 'article')}.`, remedy: buildIndexAnew })
  return change === last
    ? compareCounts(archive.count(), articles, report)
    : `The index is ${plural(last - change, 'change')} behind the archive; the next run, or start of the site, goes on. It was compared as far as it has come.`
}

function compareCounts(stored: number, indexed: number, report: Report): Compared {
  if (indexed !== stored)
    report({
      problem: `The index counts ${plural(indexed, 'article')}, the archive has ${counted(stored)}.`,
      remedy: buildIndexAnew,
    })
  return `The index was compared with the archive: ${plural(indexed, 'article')}.`
}

/** How many articles were not found that the index should have after a change. */
function countMissing(archive: Archive, found: Uint8Array, change: number): number {
  const changed = changedAfter(archive, change)
  let missing = 0
  for (const sequence of sequencesIn(archive))
    if (found[sequence] !== 1 && !changed.has(sequence)) missing++
  return missing
}

const atOnce = 1_000

/** The articles of which the index may not know, or know something else. */
function changedAfter(archive: Archive, change: number): Set<number> {
  const changed = new Set<number>()
  for (let after = change; ;) {
    const changes = archive.changedSequences(after, atOnce)
    const last = changes.at(-1)
    if (!last) return changed
    for (const { sequence } of changes) changed.add(sequence)
    after = last.number
  }
}

function* sequencesIn(archive: Archive): Generator<number> {
  for (let after = 0; ;) {
    const sequences = archive.sequencesAfter(after, atOnce)
    const last = sequences.at(-1)
    if (last === undefined) return
    yield* sequences
    after = last
  }
}
