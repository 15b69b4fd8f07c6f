import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Archive } from '../../engine/archive/archive.ts'
import { LeaseHeld } from '../../engine/archive/lease.ts'
import { UsageError } from '../../engine/settings.ts'
import type { CommandTools, IndexCommand, Opened } from '../commands/command.ts'
import { plural } from '../report/progress.ts'
import { currentState } from './apply.ts'
import {
  appendCorrections,
  correctionsPath,
  readCorrections,
  type CorrectionFault,
} from './corrections-file.ts'
import { correctorOf } from './corrector.ts'
import { selectNew } from './import-lines.ts'
import { listLines } from './list-lines.ts'

interface CorrectionsTools extends CommandTools {
  readonly dataDir: string
}

const [completed, failed] = [0, 1]

/**
 * `npm run index -- corrections …`: lists, checks, applies, exports or imports the corrections of a data folder. Ends with 1 where a
 * line is faulty or a file cannot be read.
 */
export const correctionsCommand: IndexCommand = {
  switches: [],
  values: [],
  run: async (words, tools) => run(words, { ...tools, dataDir: tools.line.settings.DATA_DIR }),
}

async function run(words: readonly string[], tools: CorrectionsTools): Promise<number> {
  const [word = 'list', file, ...others] = words
  const wantsFile = word === 'export' || word === 'import'
  if (others.length > 0 || wantsFile !== (file !== undefined))
    throw new UsageError(
      'Write corrections, corrections check, corrections apply, corrections export FILE or corrections import FILE.',
    )
  switch (word) {
    case 'list':
      return list(tools)
    case 'check':
      return check(tools)
    case 'apply':
      return tools.opened((opened) => apply(opened, tools))
    case 'export':
      return exportTo(file ?? '', tools)
    case 'import':
      return importFrom(file ?? '', tools)
    default:
      throw new UsageError(`corrections ${word} is not known. See --help.`)
  }
}

function list({ dataDir, say }: CorrectionsTools): number {
  const { corrections, faults } = readCorrections(dataDir)
  for (const line of listLines(corrections, appliedIn(dataDir))) say(line)
  say(`${plural(corrections.length, 'correction')} in ${correctionsPath(dataDir)}`)
  report(faults, say)
  return codeFor(faults)
}

/** Ids of the corrections that the archive has; none without an archive, which this does not make. */
function appliedIn(dataDir: string): Set<string> {
  if (!existsSync(join(dataDir, 'archive.sqlite'))) return new Set()
  const archive = new Archive(dataDir)
  try {
    return new Set(currentState(archive).corrections.map(({ id }) => id))
  } finally {
    archive.close()
  }
}

function check({ dataDir, say }: CorrectionsTools): number {
  const { corrections, faults } = readCorrections(dataDir)
  say(`${correctionsPath(dataDir)}: ${plural(corrections.length, 'correction')} can be read.`)
  report(faults, say)
  return codeFor(faults)
}

const codeFor = (faults: readonly CorrectionFault[]) => (faults.length === 0 ? completed : failed)

function report(faults: readonly CorrectionFault[], say: (line: string) => void): void {
  for (const { line, problem } of faults) say(`Line ${line} ${problem}. It is skipped.`)
}

async function apply(
  { archive, engine, lease }: Opened,
  { say }: CorrectionsTools,
): Promise<number> {
  const corrector = correctorOf(archive, lease)
  const changed = await corrector.follow()
  await engine.sync(lease)
  say(`${plural(changed, 'article')} changed.`)
  report(corrector.faults, say)
  return codeFor(corrector.faults)
}

function exportTo(file: string, { dataDir, say }: CorrectionsTools): number {
  const path = correctionsPath(dataDir)
  withFile(file, 'written', () => {
    if (existsSync(path)) copyFileSync(path, file)
    else writeFileSync(file, '')
  })
  const { corrections } = readCorrections(dataDir)
  say(`Wrote ${plural(corrections.length, 'correction')} to ${file}.`)
  return completed
}

/** Throws UsageError for a folder, or a file that may not be used so. */
function withFile<T>(file: string, done: 'read' | 'written', work: () => T): T {
  try {
    return work()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `${file} cannot be ${done} (${reason}). Name a file, in a folder that exists.`,
      { cause: error },
    )
  }
}

async function importFrom(file: string, tools: CorrectionsTools): Promise<number> {
  const { dataDir, say } = tools
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  const content = withFile(file, 'read', () => readFileSync(file, 'utf8'))
  const { lines, known, faults } = selectNew(content, readCorrections(dataDir))
  appendCorrections(dataDir, lines)
  say(`Added ${plural(lines.length, 'correction')}; ${known} were there already.`)
  report(faults, say)
  try {
    if (lines.length > 0) await tools.opened((opened) => apply(opened, tools))
  } catch (error) {
    if (!(error instanceof LeaseHeld)) throw error
    say(`${error.message} They are kept and will be applied by whoever writes next.`)
  }
  return faults.length === 0 ? completed : failed
}
