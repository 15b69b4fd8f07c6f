import type { Archive } from '../engine/archive/archive.ts'
import type { Lease } from '../engine/archive/lease.ts'
import type { SearchEngine } from '../engine/search-engine.ts'
import { Batch } from './batch.ts'
import { takeClosingSteps } from './closing-steps.ts'
import { correctorOf, type Corrector } from './corrections/corrector.ts'
import type { Lists } from './extract/lists.ts'
import { followArchive, type Follower } from './follow-archive.ts'
import { makeEntries, type MadeOrRead } from './make-entries.ts'
import { findFiles } from './read/find-files.ts'
import type { FileKind } from './read/source-kinds.ts'
import type { ReadingWishes } from './read/source-record.ts'
import type { Progress } from './report/progress.ts'
import { RemarkList } from './report/remark-list.ts'
import type { Behind, RunReport } from './report/run-report.ts'
import { startTally, type Tally } from './report/tally.ts'
import { markSample, sampleFolder } from './sample.ts'
import { ArticleMaker } from './workers/article-maker.ts'
import { WorkersUnusable } from './workers/worker-pool.ts'

export { articlesConcerned, inForce, type InForce } from './corrections/concerned.ts'
export type { Correction } from './corrections/correction.ts'
export {
  appendCorrections,
  correctionsPath,
  correctionsStamp,
  parseCorrections,
  readCorrections,
  type CorrectionsRead,
} from './corrections/corrections-file.ts'
export { correctorOf, isCorrected } from './corrections/corrector.ts'
export { effectsOn, type Effects, type TakenStep } from './corrections/effects.ts'
export { selectNew, type Selection } from './corrections/import-lines.ts'
export { listedValue } from './corrections/listed-values.ts'
export { BadCorrection } from './corrections/bad-correction.ts'
export { longestName, readCorrection } from './corrections/read-correction.ts'
export { placesOfSpelling } from './corrections/spelling-places.ts'
export { withoutUndone } from './corrections/standing.ts'
export { correctionLine } from './corrections/write-correction.ts'
export { ask } from './fetch/ask.ts'
export { systemClock, type Clock } from './fetch/clock.ts'
export { isLinkLocal, isPublicAddress } from './fetch/public-address.ts'
export { systemResolve, type Reach } from './fetch/resolve.ts'
export { Unfetchable } from './fetch/unfetchable.ts'
export { checkedAddress } from './fetch/web-address.ts'
export { loadLists, type Lists } from './extract/lists.ts'
export { slug } from './extract/names.ts'
export { silentProgress, type Progress } from './report/progress.ts'
export type { RunReport } from './report/run-report.ts'
export { removeSample, sampleIsDue } from './sample.ts'
export { datelineVersion } from './upkeep/backup/dateline-version.ts'
export { forgetInUserData } from './upkeep/forget-in-user-data.ts'

/** What a run is asked to do, and with what. */
export interface RunOptions extends ReadingWishes {
  /** Files, folders and patterns; `-` is standard input. */
  readonly paths: readonly string[]
  readonly archive: Archive
  readonly engine: SearchEngine
  readonly lease: Lease
  readonly lists: Lists
  /** What comes through standard input; JSON lines by default. */
  readonly inputKind?: FileKind | undefined
  /** What the journal calls this run. Default: the paths. */
  readonly named?: string | undefined
  /** Whether the articles are part of the sample archive. */
  readonly sample: boolean
  readonly progress: Progress
  /** Takes nothing but what was set aside before. Default: everything. */
  readonly only?: 'set aside' | undefined
  /** Told what becomes of each record that is not known already. */
  readonly became?: ((origin: string, what: string) => void) | undefined
  /** Articles stored at once. Default: 200. */
  readonly atOnce?: number | undefined
  /** See `MakerOptions`. Default: half a million, 0 for large inputs and after a run that ended without a word. */
  readonly fewest?: number | undefined
  /** Between the last attempts to bring a failing engine up to date, in milliseconds. Default: one, two and four seconds. */
  readonly pauses?: readonly number[] | undefined
  /** Ends the run cleanly, within seconds: what is made is stored, what is being made and the rest is left for another run. */
  readonly stop?: AbortSignal
}

/**
 * Reads articles, cleans them, dates them, extracts their facets, stores them in the archive and brings the index up to date,
 * every two seconds or so. Bad articles are set aside, and a failing engine does not keep the good ones from being stored:
 * see the report. Throws only when the archive cannot be written.
 */
export async function indexPaths(options: RunOptions): Promise<RunReport> {
  const { archive, lease, progress } = options
  const started = performance.now()
  const found = findFiles(options.paths, archive.dataDir, options.inputKind)
  const bytes = found.bytes()
  const fewest = options.fewest ?? fewestHere(archive, bytes)
  const run = archive.beginRun(lease, options.named ?? options.paths.join(' '))
  const remarks = new RemarkList(archive.dataDir, run)
  const tally = startTally(remarks, progress, options.became)
  progress.begin(bytes)
  let behind: Behind | undefined
  const corrector = correctorOf(archive, lease)
  const today = new Date().toISOString().slice(0, 10)
  const maker = new ArticleMaker({ lists: options.lists, today, fewest })
  const endMaking = () => void maker.close()
  options.stop?.addEventListener('abort', endMaking)
  try {
    const made = makeEntries(found.files, { ...options, advance: tally.advance, maker })
    behind = await store(made, { ...options, run, corrector, maker }, tally)
  } finally {
    progress.end()
    remarks.close()
    options.stop?.removeEventListener('abort', endMaking)
    await maker.close()
  }
  const report: RunReport = {
    run,
    ...tally.counts(),
    setAside: remarks.remarks('set aside'),
    conflicts: remarks.remarks('conflict'),
    listedIn: remarks.path,
    missing: found.missing,
    stopped: options.stop?.aborted ?? false,
    seconds: (performance.now() - started) / 1000,
    behind,
    skippedCorrections: corrector.faults,
  }
  archive.endRun(
    lease,
    run,
    JSON.stringify({
      ...report,
      setAside: report.setAside.count,
      conflicts: report.conflicts.count,
    }),
  )
  return report
}

/** From so many bytes on, as they are on the disk, there will be work for other processes; making nothing here saves some 60 MB. */
const manyBytes = 3_000_000

/** See `MakerOptions`. An article may have ended the last run: then this one makes none in its own process. */
function fewestHere(archive: Archive, bytes: number): number | undefined {
  return bytes >= manyBytes || !archive.lastRunEnded() ? 0 : undefined
}

/** Loads the sample archive, as a site's first start does; interrupted, the next start goes on. */
export async function loadSample(
  options: Omit<RunOptions, 'paths' | 'sample'>,
): Promise<RunReport> {
  markSample(options.archive, options.lease, 'loading')
  const report = await indexPaths({ ...options, paths: [sampleFolder], sample: true })
  if (!report.stopped) markSample(options.archive, options.lease, 'loaded')
  return report
}

/** What storing needs. */
interface StoreOptions extends RunOptions {
  readonly run: number
  readonly corrector: Corrector
  readonly maker: ArticleMaker
}

async function store(
  made: AsyncIterable<MadeOrRead>,
  options: StoreOptions,
  tally: Tally,
): Promise<Behind | undefined> {
  const follower = followArchive(options)
  let batch = new Batch(options.atOnce)
  for await (const item of made) {
    batch.add(item)
    tally.met(item)
    if (batch.isFull) {
      await commit(batch, options, follower, tally)
      batch = new Batch(options.atOnce)
    }
  }
  await commit(batch, options, follower, tally)
  try {
    for await (const changed of takeClosingSteps(options)) follower.changed(changed)
  } catch (error) {
    // A step whose workers were ended is left where it is, as by a kill: the next run finishes it.
    if (!options.stop?.aborted || !(error instanceof WorkersUnusable)) throw error
  }
  return follower.finish()
}

async function commit(
  batch: Batch,
  options: StoreOptions,
  follower: Follower,
  tally: Tally,
): Promise<void> {
  // A reader may have corrected something since the last batch, or by hand while nothing ran.
  follower.changed(await options.corrector.follow())
  if (batch.isEmpty) return
  const { resolve } = options.corrector
  follower.changed(batch.store({ ...options, resolve }, tally))
}
