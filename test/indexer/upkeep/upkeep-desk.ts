import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease, type Lease } from '../../../engine/archive/lease.ts'
import type { Entry } from '../../../engine/archive/write.ts'
import type { Article } from '../../../engine/article.ts'
import { openEngine } from '../../../engine/open-engine.ts'
import type { SearchEngine } from '../../../engine/search-engine.ts'
import type { CommandTools, IndexCommand } from '../../../indexer/commands/command.ts'
import { record } from '../../engine/archive/test-archive.ts'
import { runCommand, type CommandEnd } from '../commands/run-command.ts'

/** An archive with its index in a folder of its own, beside room for backups and exports. */
export interface UpkeepDesk {
  readonly folder: string
  readonly dataDir: string
  readonly archive: Archive
  readonly engine: SearchEngine
  readonly lease: Lease
  /** Stores articles and indexes them; returns their ids. */
  add(...entries: readonly Entry[]): Promise<string[]>
  /** Runs a command as somebody at a terminal would who answers so; without an answer there is no terminal. */
  run(command: IndexCommand, args: readonly string[], answer?: string): Promise<CommandEnd>
  /** Gives lease and files back, as at the end of a process; `remove` still works. */
  close(): Promise<void>
  remove(): Promise<void>
}

export async function openUpkeepDesk(): Promise<UpkeepDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-upkeep-'))
  const dataDir = join(folder, 'data')
  const lease = acquireLease(dataDir, 'a test')
  const archive = new Archive(dataDir)
  const engine = await openEngine({ kind: 'embedded' }, archive)
  const close = async () => {
    await engine.close()
    archive.close()
    lease.release()
  }
  return {
    ...{ folder, dataDir, archive, engine, lease, close },
    add: async (...entries) => {
      const outcomes = archive.commit(lease, entries)
      await engine.sync(lease)
      return outcomes.map(({ id }) => id)
    },
    run: (command, args, answer) => {
      const changes: Partial<CommandTools> = answer === undefined ? {} : { ask: async () => answer }
      return runCommand(command, args, { archive, engine, lease }, changes)
    },
    remove: async () => {
      await close()
      rmSync(folder, { recursive: true })
    },
  }
}

type Said = Partial<
  Pick<Article, 'title' | 'text' | 'outlet' | 'published' | 'language' | 'facets'>
>

/** An entry for a file, with what a test says of its article. */
export function entry(file: string, more: Said = {}): Entry {
  const said = { title: `The title of ${file}`, text: `The text of ${file}.`, ...more }
  const made = record({ file, ...said })
  return { ...made, article: { ...made.article, ...said } }
}
