import type { CommandTools, IndexCommand, Opened } from '../../../indexer/commands/command.ts'
import { readCommandLine } from '../../../engine/settings.ts'

/** What a command did. */
export interface CommandEnd {
  readonly code: number
  readonly said: readonly string[]
}

/** Runs a command of `npm run index` on an archive that is open already; `args` are the words and options behind its name. */
export async function runCommand(
  command: IndexCommand,
  args: readonly string[],
  opened: Opened,
  changes: Partial<CommandTools> = {},
): Promise<CommandEnd> {
  const said: string[] = []
  const line = readCommandLine(
    'index',
    [...args, '--data-dir', opened.archive.dataDir],
    {},
    command,
  )
  const code = await command.run(line.words, {
    line,
    say: (text) => said.push(text),
    ask: async () => undefined,
    opened: (work) => work(opened),
    ...changes,
  })
  return { code, said }
}
