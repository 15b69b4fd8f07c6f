import { Archive } from '../engine/archive/archive.ts'
import { acquireLease, LeaseHeld } from '../engine/archive/lease.ts'
import { DatabaseUnusable } from '../engine/archive/open-database.ts'
import { ArchiveUnreadable } from '../engine/archive/schema.ts'
import { MalformedList } from '../engine/gazetteers/list-file.ts'
import { engineChoice, openEngine } from '../engine/open-engine.ts'
import { EngineUnavailable } from '../engine/search-engine.ts'
import { readCommandLine, UsageError, type CommandLine } from '../engine/settings.ts'
import { exitCodes, type Opened } from './commands/command.ts'
import { askOnTerminal } from './commands/ask-on-terminal.ts'
import { commandFor, commandOptions } from './commands/commands.ts'
import { outliveClosedOutput } from './closed-output.ts'
import { usage } from './usage.ts'

outliveClosedOutput()
try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(explain(error))
  process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.failed
}

async function run(args: readonly string[]): Promise<number> {
  const line = readCommandLine('index', args, process.env, commandOptions)
  if (line.switches.has('help')) {
    console.log(usage())
    return exitCodes.completed
  }
  if (line.words.length === 0) {
    console.log(usage())
    return exitCodes.usage
  }
  const { name, command, rest } = commandFor(line.words)
  const known = new Set([...command.switches, ...command.values])
  const foreign = [...line.switches, ...line.values.keys()].find((option) => !known.has(option))
  if (foreign !== undefined)
    throw new UsageError(`--${foreign} is no option of ${name || 'indexing paths'}. See --help.`)
  return command.run(rest, {
    line,
    say: (text) => {
      console.log(text)
    },
    ask: askOnTerminal,
    opened: (work) => opened(line, `npm run index${name === '' ? '' : ` -- ${name}`}`, work),
  })
}

/** Opens archive and engine under the lease, and closes them whatever happens. */
async function opened(
  line: CommandLine,
  purpose: string,
  work: (opened: Opened) => Promise<number>,
): Promise<number> {
  const lease = acquireLease(line.settings.DATA_DIR, purpose)
  try {
    const archive = new Archive(line.settings.DATA_DIR)
    try {
      const engine = await openEngine(engineChoice(line.settings), archive)
      try {
        return await work({ archive, engine, lease })
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
