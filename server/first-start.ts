import type { Archive } from '../engine/archive/archive.ts'
import { acquireLease, LeaseHeld, type Lease } from '../engine/archive/lease.ts'
import { EngineUnavailable, type SearchEngine } from '../engine/search-engine.ts'
import { loadLists, loadSample, sampleIsDue, silentProgress } from '../indexer/pipeline.ts'
import { counted, number } from './view-models/counting.ts'

/** What a start has to prepare, and how it says so. */
export interface Preparation {
  readonly archive: Archive
  readonly engine: SearchEngine
  readonly say: (line: string) => void
  readonly stop: AbortSignal
}

/**
 * Loads the sample into a data folder that was never used. While an indexer is writing, this is left to it; while the engine is
 * away, the site starts all the same and says so on its pages.
 */
export async function loadSampleIfDue(preparation: Preparation): Promise<void> {
  const { archive, say } = preparation
  if (!sampleIsDue(archive)) return
  await unlessAway(preparation, () =>
    withLease(archive, say, (lease) => loadFirst(preparation, lease)),
  )
}

/**
 * Brings an index that is behind up to date with the archive, or builds it anew where it cannot be used: minutes for a large archive,
 * during which the site answers from what there is. Leaves it to an indexer that is writing.
 */
export async function bringIndexUpToDate(preparation: Preparation): Promise<void> {
  const { archive, say } = preparation
  const reason = await whyBehind(preparation)
  if (reason === undefined) return
  say(reason)
  await unlessAway(preparation, () =>
    withLease(archive, say, (lease) => catchUp(preparation, lease)),
  )
}

async function unlessAway({ say, stop }: Preparation, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error
    if (!stop.aborted) say(`The index was not brought up to date. ${error.message}`)
  }
}

/** An index that cannot be used is behind too: `sync` builds it anew, or says that the engine is away. */
async function whyBehind({ archive, engine }: Preparation): Promise<string | undefined> {
  try {
    const { change } = await engine.stats()
    return change === archive.lastChange() ? undefined : 'The index is behind the archive.'
  } catch (error) {
    // What it asks of the reader is done right now; where that fails too, its reason is told then.
    if (error instanceof EngineUnavailable) return 'The index cannot be used as it is.'
    throw error
  }
}

async function loadFirst({ archive, engine, say, stop }: Preparation, lease: Lease): Promise<void> {
  say('This is a new data folder: loading the sample archive …')
  const report = await loadSample({
    ...{ archive, engine, lease, stop },
    lists: loadLists(),
    progress: silentProgress,
  })
  say(`Loaded ${counted(report.added, 'sample article')} in ${report.seconds.toFixed(1)} s.`)
  if (report.behind) say(`They cannot be searched yet: ${report.behind.reason}`)
}

/** A large archive is indexed anew for minutes. */
const secondsBetweenLines = 5

async function catchUp({ engine, say }: Preparation, lease: Lease): Promise<void> {
  say('Bringing the index up to date; the site answers meanwhile …')
  let said = Date.now()
  await engine.sync(lease, (done, of) => {
    if (Date.now() - said < secondsBetweenLines * 1000) return
    said = Date.now()
    say(`  indexing: ${number(done)} of ${number(of)} changes`)
  })
  say('The index is up to date.')
}

async function withLease(
  { dataDir }: Archive,
  say: Preparation['say'],
  work: (lease: Lease) => Promise<void>,
): Promise<void> {
  let lease: Lease
  try {
    lease = acquireLease(dataDir, 'start of the site')
  } catch (error) {
    if (!(error instanceof LeaseHeld)) throw error
    say(`${error.message} The site starts meanwhile and shows what has been indexed so far.`)
    return
  }
  try {
    await work(lease)
  } finally {
    lease.release()
  }
}
