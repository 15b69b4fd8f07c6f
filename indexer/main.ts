import { existsSync } from 'node:fs'
import { Archive } from '../engine/archive/archive.ts'
import { acquireLease, LeaseHeld, type Lease } from '../engine/archive/lease.ts'
import { DatabaseUnusable } from '../engine/archive/open-database.ts'
import { MalformedList } from '../engine/gazetteers/list-file.ts'
import { ArchiveUnreadable } from '../engine/archive/schema.ts'
import { engineChoice, openEngine } from '../engine/open-engine.ts'
import { EngineUnavailable, type SearchEngine } from '../engine/search-engine.ts'
import { readCommandLine, UsageError, type CommandLine } from '../engine/settings.ts'
import { askAboutSample } from './ask-about-sample.ts'
import { correctionsCommand, type CorrectionsTools } from './corrections/command.ts'
import {
  indexPaths,
  loadLists,
  loadSample,
  removeSample,
  silentProgress,
  type RunReport,
} from './pipeline.ts'
import { closingReport } from './report/closing-report.ts'
import { plainProgress } from './report/plain-progress.ts'
import { plural, type Progress } from './report/progress.ts'
import { terminalProgress } from './report/terminal-progress.ts'
import { declineSample } from './sample.ts'
import { usage } from './usage.ts'

const exitCodes = { completed: 0, failed: 1, usage: 2, interrupted: 130 } as const

interface Opened {
  readonly archive: Archive
  readonly engine: SearchEngine
  readonly lease: Lease
}

/** What the first word may ask for instead of naming a path. */
const commands: ReadonlyMap<string, (opened: Opened) => Promise<number>> = new Map([
  ['load-sample', loadSampleOnly],
  ['remove-sample', removeSampleOnly],
  ['rebuild', rebuildIndex],
])

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(explain(error))
  process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.failed
}

async function run(args: readonly string[]): Promise<number> {
  const line = readCommandLine('index', args, process.env, ['keep-sample', 'remove-sample'])
  if (line.switches.has('help')) {
    console.log(usage())
    return exitCodes.completed
  }
  if (line.words.length === 0) {
    console.log(usage())
    return exitCodes.usage
  }
  const [word = '', ...rest] = line.words
  if (word === 'corrections') return correctionsCommand(rest, correctionsTools(line))
  const command = commands.get(word)
  if (!command) return opened(line, 'npm run index', indexWords)
  if (line.words.length > 1) throw new UsageError(`${word} takes no paths. See --help.`)
  return opened(line, `npm run index -- ${word}`, command)
}

function correctionsTools(line: CommandLine): CorrectionsTools {
  return {
    dataDir: line.settings.DATA_DIR,
    say: (text) => {
      console.log(text)
    },
    opened: (work) => opened(line, 'npm run index -- corrections', work),
  }
}

/** Opens archive and engine under the lease, and closes them whatever happens. */
async function opened(
  line: CommandLine,
  purpose: string,
  work: (opened: Opened, line: CommandLine) => Promise<number>,
): Promise<number> {
  const lease = acquireLease(line.settings.DATA_DIR, purpose)
  try {
    const archive = new Archive(line.settings.DATA_DIR)
    try {
      const engine = await openEngine(engineChoice(line.settings), archive)
      try {
        return await work({ archive, engine, lease }, line)
      } finally {
        await engine.close()
      }
    } finally {
      archive.close()
    }
  } finally {
    lease.release()
  }
}

async function loadSampleOnly(tools: Opened): Promise<number> {
  const report = await loadSample({ ...tools, lists: loadLists(), progress: silentProgress })
  for (const text of closingReport(report, tools.archive.count())) console.log(text)
  return exitCode(report)
}

async function removeSampleOnly({ archive, engine, lease }: Opened): Promise<number> {
  const removed = await removeSample(archive, engine, lease)
  console.log(
    `Removed ${plural(removed, 'sample article')}. The archive holds ${plural(archive.count(), 'article')}.`,
  )
  return exitCodes.completed
}

async function rebuildIndex({ engine, lease }: Opened): Promise<number> {
  const started = performance.now()
  const progress = shownProgress()
  progress.begin(0)
  try {
    await engine.rebuild(lease, (done, of) => {
      progress.indexing(done, of)
    })
  } finally {
    progress.end()
  }
  const { articles } = await engine.stats()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`The index was built anew in ${seconds} s. It holds ${plural(articles, 'article')}.`)
  return exitCodes.completed
}

async function indexWords(tools: Opened, { words, switches }: CommandLine): Promise<number> {
  const stop = stopOnSignal()
  if (words.some((path) => existsSync(path))) {
    declineSample(tools.archive, tools.lease)
    await askAboutSample(tools, switches, stop)
  }
  if (stop.aborted) return exitCodes.interrupted
  const progress = shownProgress()
  const report = await indexPaths({
    ...tools,
    paths: words,
    lists: loadLists(),
    sample: false,
    progress,
    stop,
  })
  for (const text of closingReport(report, tools.archive.count())) console.log(text)
  return exitCode(report)
}

/** A bar on a terminal, lines elsewhere. */
function shownProgress(): Progress {
  return process.stderr.isTTY
    ? terminalProgress()
    : plainProgress((text) => {
        console.log(text)
      })
}

function exitCode(report: RunReport): number {
  if (report.stopped) return exitCodes.interrupted
  return report.missing.length > 0 || report.behind ? exitCodes.failed : exitCodes.completed
}

/** The first SIGINT or SIGTERM asks for a clean end; a second one does not wait for it. */
function stopOnSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(exitCodes.interrupted)
      stop.abort()
      console.error('\nStopping: what has been read is stored first. Once more to stop at once.')
    })
  }
  return stop.signal
}

function explain(error: unknown): string {
  const expected = [
    UsageError,
    LeaseHeld,
    EngineUnavailable,
    ArchiveUnreadable,
    DatabaseUnusable,
    MalformedList,
  ]
  if (!(error instanceof Error)) return String(error)
  return expected.some((kind) => error instanceof kind)
    ? error.message
    : (error.stack ?? error.message)
}
