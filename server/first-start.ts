import type { Archive } from '../engine/archive/archive.ts'
import { acquireLease, LeaseHeld, type Lease } from '../engine/archive/lease.ts'
import { EngineUnavailable, type SearchEngine } from '../engine/search-engine.ts'
import { loadLists, loadSample, sampleIsDue, silentProgress } from '../indexer/pipeline.ts'
import { counted } from './view-models/counting.ts'

/** What a start has to prepare, and how it says so. */
export interface Preparation {
  readonly archive: Archive
  readonly engine: SearchEngine
  readonly say: (line: string) => void
  readonly stop: AbortSignal
}

/**
 * Loads the sample into a data folder that was never used, or else brings the index up to date with the archive.
 * While an indexer is writing, both are left to it; while the engine is away, the site starts all the same and says so on its pages.
 */
export async function prepareArchive(preparation: Preparation): Promise<void> {
  const { archive, engine, say } = preparation
  try {
    if (sampleIsDue(archive))
      await withLease(archive, say, (lease) => loadFirst(preparation, lease))
    else if (await isBehind(archive, engine)) {
      await withLease(archive, say, (lease) => catchUp(preparation, lease))
    }
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error
    say(`The index was not brought up to date. ${error.message}`)
  }
}

/**
 * An index that cannot be read counts as behind, and so does one that is ahead of an archive put back to an earlier copy:
 * `sync` builds them anew, or says that the engine is away.
 */
async function isBehind(archive: Archive, engine: SearchEngine): Promise<boolean> {
  try {
    return (await engine.stats()).change !== archive.lastChange()
  } catch (error) {
    if (error instanceof EngineUnavailable) return true
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
  say('The index is behind the archive: bringing it up to date …')
  let said = Date.now()
  await engine.sync(lease, (done, of) => {
    if (Date.now() - said < secondsBetweenLines * 1000) return
    said = Date.now()
    say(`  ${done} of ${of} changes`)
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
