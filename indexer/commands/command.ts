import type { Archive } from '../../engine/archive/archive.ts'
import type { Lease } from '../../engine/archive/lease.ts'
import type { SearchEngine } from '../../engine/search-engine.ts'
import type { CommandLine } from '../../engine/settings.ts'
import type { WebClient } from '../fetch/web-client.ts'

/** What a command that writes works on. */
export interface Opened {
  readonly archive: Archive
  readonly engine: SearchEngine
  readonly lease: Lease
}

/** What every command is run with. */
export interface CommandTools {
  readonly line: CommandLine
  readonly say: (line: string) => void
  /** What fetches from the web. Default: as the settings ask for. */
  readonly client?: WebClient
  /** What a reader at a terminal types; undefined where there is no terminal, or they leave without an answer. */
  readonly ask: (question: string) => Promise<string | undefined>
  /** Opens archive and engine under the writer's lease, and closes them whatever happens. */
  readonly opened: (work: (opened: Opened) => Promise<number>) => Promise<number>
}

/** One thing that `npm run index` does, named by the first word of its command line. */
export interface IndexCommand {
  /** Options without a value that it knows, besides the settings and --help. */
  readonly switches: readonly string[]
  /** Options with a value that it knows, besides the settings. */
  readonly values: readonly string[]
  /** Works on the words behind its name. Returns the exit code; throws UsageError for words it does not know. */
  run(words: readonly string[], tools: CommandTools): Promise<number>
}

export const exitCodes = { completed: 0, failed: 1, usage: 2, interrupted: 130 } as const
