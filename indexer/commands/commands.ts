import { existsSync } from 'node:fs'
import { UsageError } from '../../engine/settings.ts'
import { correctionsCommand } from '../corrections/command.ts'
import { backupCommand } from '../upkeep/backup/backup.ts'
import { restoreCommand } from '../upkeep/backup/restore.ts'
import { exportCommand } from '../upkeep/export/export.ts'
import { purgeCommand } from '../upkeep/purge.ts'
import { removeCommand } from '../upkeep/remove.ts'
import { statsCommand } from '../upkeep/stats.ts'
import { verifyCommand } from '../upkeep/verify.ts'
import { watchCommand } from '../watch/command.ts'
import type { IndexCommand } from './command.ts'
import { indexPathsCommand } from './index-paths.ts'
import { rebuildCommand } from './rebuild.ts'
import { retryCommand } from './retry.ts'
import { loadSampleCommand, removeSampleCommand } from './sample.ts'
import { setAsideCommand } from './set-aside.ts'
import { suggest } from './suggest.ts'

/** What the first word may ask for; any other word is a path to index. */
export const commands: ReadonlyMap<string, IndexCommand> = new Map([
  ['load-sample', loadSampleCommand],
  ['remove-sample', removeSampleCommand],
  ['rebuild', rebuildCommand],
  ['set-aside', setAsideCommand],
  ['retry', retryCommand],
  ['corrections', correctionsCommand],
  ['stats', statsCommand],
  ['verify', verifyCommand],
  ['remove', removeCommand],
  ['purge', purgeCommand],
  ['export', exportCommand],
  ['backup', backupCommand],
  ['restore', restoreCommand],
  ['watch', watchCommand],
])

/** What a command line asks for, and the words that are meant for it. Throws UsageError for what is hardly a path but nearly a command. */
export function commandFor(words: readonly string[]): {
  readonly name: string
  readonly command: IndexCommand
  readonly rest: readonly string[]
} {
  const [name = '', ...rest] = words
  const command = commands.get(name)
  if (command) return { name, command, rest }
  const meant = existsSync(name) ? undefined : suggest(name, commands.keys())
  if (meant !== undefined)
    throw new UsageError(
      `There is no command, file or folder ${name}. Did you mean ${meant}? See --help.`,
    )
  return { name: '', command: indexPathsCommand, rest: words }
}

const all: readonly IndexCommand[] = [indexPathsCommand, ...commands.values()]

/** Every option of a command, those without a value and those with one. */
export const commandOptions = {
  switches: [...new Set(all.flatMap(({ switches }) => switches))],
  values: [...new Set(all.flatMap(({ values }) => values))],
}
