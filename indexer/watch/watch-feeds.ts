import { Archive } from '../../engine/archive/archive.ts'
import { DatabaseUnusable } from '../../engine/archive/open-database.ts'
import { FeedMemory } from '../feeds/feed-memory.ts'
import type { Met } from '../feeds/met.ts'
import { together } from '../feeds/together.ts'
import { visit, type VisitTools } from '../feeds/visit.ts'
import { summaryLines } from '../feeds/web-lines.ts'
import { visitsAtOnce } from '../feeds/web-source.ts'
import type { Clock } from '../fetch/clock.ts'
import { FeedBatch } from './feed-batch.ts'
import type { Passes } from './passes.ts'
import { Schedule } from './schedule.ts'

/** What watching feeds needs. */
export interface FeedWatch {
  /** The addresses to visit: asked for before each round. */
  readonly addresses: () => readonly string[]
  readonly dataDir: string
  /** Milliseconds between two visits to a feed. */
  readonly every: number
  readonly processing: string
  readonly visiting: Pick<VisitTools, 'client' | 'documents' | 'pages'>
  readonly passes: Passes
  readonly clock: Clock
  readonly say: (line: string) => void
  readonly stop: AbortSignal
}

/** Addresses that were added to a list are noticed after a minute at most. */
const longestSleep = 60_000

/** Visits feeds again and again and has what is new indexed, until it is stopped. */
export async function watchFeeds(watch: FeedWatch): Promise<void> {
  const { clock, stop } = watch
  const schedule = new Schedule(watch.every, watch.say)
  while (!stop.aborted) {
    const due = schedule.due(watch.addresses(), clock.now())
    if (due.length > 0) await visitPatiently(due, watch, schedule)
    const wait = Math.min(schedule.wait(clock.now()), longestSleep)
    await clock.sleep(wait, stop).catch(() => undefined)
  }
}

/** A data folder that cannot be used now, as on a full disk, may be well again later. */
async function visitPatiently(
  due: readonly string[],
  watch: FeedWatch,
  schedule: Schedule,
): Promise<void> {
  try {
    await visitAll(due, watch, schedule)
  } catch (error) {
    if (!(error instanceof DatabaseUnusable)) throw error
    watch.say(`Waiting: ${error.message}`)
    await watch.clock.sleep(longestSleep, watch.stop).catch(() => undefined)
  }
}

async function visitAll(
  due: readonly string[],
  watch: FeedWatch,
  schedule: Schedule,
): Promise<void> {
  const archive = new Archive(watch.dataDir)
  const batch = new FeedBatch(watch.passes)
  const summaries = new Map<string, number>()
  const onlySummary = (_address: string, reason: string) => {
    summaries.set(reason, (summaries.get(reason) ?? 0) + 1)
  }
  const visits = { archive, batch, schedule, onlySummary }
  try {
    for await (const met of together(lazily(due, watch, visits), visitsAtOnce)) await batch.add(met)
    await batch.finish(archive)
  } finally {
    archive.close()
  }
  for (const line of summaryLines(summaries)) watch.say(line)
}

interface Visits extends Pick<VisitTools, 'onlySummary'> {
  readonly archive: Archive
  readonly batch: FeedBatch
  readonly schedule: Schedule
}

/** A visit begins when it is its turn: what a feed is known by is read then. */
function* lazily(
  due: readonly string[],
  watch: FeedWatch,
  visits: Visits,
): Generator<AsyncGenerator<Met>> {
  for (const address of due) yield visitOne(address, watch, visits)
}

async function* visitOne(
  address: string,
  { visiting, processing, clock, stop }: FeedWatch,
  { archive, batch, schedule, onlySummary }: Visits,
): AsyncGenerator<Met> {
  const memory = new FeedMemory(archive.feed(address), processing)
  batch.open(address, memory)
  let failure: Extract<Met, { kind: 'failed' }> | undefined
  for await (const met of visit(address, memory, { ...visiting, onlySummary, stop })) {
    if (met.kind === 'failed') failure = met
    yield met
  }
  schedule.visited(address, failure, clock.now())
}
