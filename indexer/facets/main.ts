import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { availableParallelism } from 'node:os'
import { UsageError } from '../../engine/settings.ts'
import { errorCode } from '../read/source-file.ts'
import { WorkersUnusable } from '../workers/worker-pool.ts'
import { facetsLines } from './facets-lines.ts'
import { InputUnusable, readInput } from './standard-input.ts'
import { usage } from './usage.ts'

const exitCodes = { completed: 0, failed: 1, usage: 2 } as const

/** Each one reads the lists anew and keeps them in memory. */
const mostThreads = 64

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(explain(error))
  process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.failed
}

async function run(args: readonly string[]): Promise<number> {
  const { help, threads } = readOptions(args)
  if (help || process.stdin.isTTY) {
    console.log(usage())
    return help ? exitCodes.completed : exitCodes.usage
  }
  process.stdout.on('error', endEarly)
  let bad = 0
  for await (const line of facetsLines(readInput(process.stdin), threads)) {
    if (line.kind === 'facets') await write(`${line.json}\n`)
    else {
      bad++
      console.error(`line ${line.number}: ${line.reason}`)
    }
  }
  return bad > 0 ? exitCodes.failed : exitCodes.completed
}

function readOptions(args: readonly string[]): { help: boolean; threads: number } {
  const { help, threads } = parse(args)
  const count = threads === undefined ? availableParallelism() : Number(threads)
  if (!Number.isInteger(count) || count < 1 || count > mostThreads) {
    throw new UsageError(
      `--threads is a whole number from 1 to ${mostThreads}, not ${threads ?? ''}.`,
    )
  }
  return { help, threads: count }
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { threads: { type: 'string' }, help: { type: 'boolean', default: false } },
    })
    return values
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`${problem}\nArticles are read from standard input. See --help.`, {
      cause,
    })
  }
}

/** Resolves when there is room for more, so that a slow reader slows the reading too. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** A reader such as `head` may have had enough; that is no failure. */
function endEarly(error: Error): void {
  if (errorCode(error) === 'EPIPE') process.exit(exitCodes.completed)
  console.error(`The result cannot be written: ${error.message}.`)
  process.exit(exitCodes.failed)
}

function explain(error: unknown): string {
  const expected = [UsageError, InputUnusable, WorkersUnusable]
  if (!(error instanceof Error)) return String(error)
  return expected.some((kind) => error instanceof kind)
    ? error.message
    : (error.stack ?? error.message)
}
