import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { residentMegabytes } from './measure.ts'

/** The memory of an indexer at some moment of its run. */
export interface Moment {
  readonly seconds: number
  readonly mainMb: number
  /** Of the processes that it started, together. */
  readonly othersMb: number
}

/** How a run of the indexer went. */
export interface WatchedRun {
  readonly seconds: number
  readonly moments: readonly Moment[]
  /** What it said at the end. */
  readonly report: string
}

const millisecondsBetween = 500

/** Runs the indexer over a file as `npm run index` does, and watches its memory. Throws when it fails. */
export async function watchRun(file: string, dataDir: string): Promise<WatchedRun> {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  const indexer = spawn(process.execPath, [...nodeOptions(), file], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, DATA_DIR: dataDir, MEILI_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  indexer.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = once(indexer, 'close')
  const moments: Moment[] = []
  while (indexer.exitCode === null && indexer.signalCode === null && indexer.pid !== undefined) {
    moments.push({ seconds: seconds(), ...memoryOf(indexer.pid) })
    await Promise.race([setTimeout(millisecondsBetween), ended])
  }
  await ended
  if (indexer.exitCode !== 0) throw new Error(`The indexer failed:\n${said}`)
  const report = said.split('\n').filter((line) => /^(?:Added|The archive holds)/.test(line))
  return { seconds: seconds(), moments, report: report.join('\n') }
}

/** What `npm run index` gives Node, so that the memory is that of the command. */
function nodeOptions(): string[] {
  const scripts: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  )
  const [, options = ''] = /"index":"node ([^"]+)"/.exec(JSON.stringify(scripts)) ?? []
  return options.split(' ')
}

function memoryOf(pid: number): Pick<Moment, 'mainMb' | 'othersMb'> {
  const others = childrenOf(pid).map((child) => residentMegabytes(child) ?? 0)
  return {
    mainMb: residentMegabytes(pid) ?? 0,
    othersMb: others.reduce((sum, each) => sum + each, 0),
  }
}

function childrenOf(pid: number): number[] {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return list
      .split(' ')
      .map(Number)
      .filter((child) => child > 0)
  } catch {
    // Only Linux has the file: the table shows nothing for them instead.
    return []
  }
}
