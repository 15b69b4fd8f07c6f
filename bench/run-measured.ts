import { spawnSync } from 'node:child_process'
import { openSync, closeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What a process took. */
export interface Cost {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMb: number
}

/** How a command is run. */
export interface RunOptions {
  readonly args: readonly string[]
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>
  /** A file to read from standard input. */
  readonly input?: string
}

/**
 * Runs one of the project's commands to its end in a process of its own; what it prints is dropped. Throws when it fails.
 * `script` is a path from this folder.
 */
export function runMeasured(script: string, { args, env, input }: RunOptions): Cost {
  const command = fileURLToPath(new URL(script, import.meta.url))
  const used = `data:text/javascript,${encodeURIComponent(printUsed)}`
  const stdin = input === undefined ? 'ignore' : openSync(input, 'r')
  try {
    const started = performance.now()
    const run = spawnSync(process.execPath, ['--import', used, command, ...args], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      stdio: [stdin, 'ignore', 'pipe'],
      maxBuffer: Infinity,
    })
    if (run.status !== 0) throw new Error(`${script} failed:\n${run.stderr}`)
    const [, kilobytes, microseconds] = /used (\d+) (\d+)/.exec(run.stderr) ?? []
    return {
      seconds: (performance.now() - started) / 1000,
      cpuSeconds: Number(microseconds) / 1e6,
      peakMb: Number(kilobytes) / 1024,
    }
  } finally {
    if (typeof stdin === 'number') closeSync(stdin)
  }
}

/** The command says at its end what it used, because nobody else can ask for it portably. Its threads run this too, but end otherwise. */
const printUsed = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  console.error('used ' + maxRSS + ' ' + (userCPUTime + systemCPUTime))
})`
