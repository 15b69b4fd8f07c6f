import type { CommandTools } from '../commands/command.ts'
import type { PageWish } from '../feeds/visit.ts'
import type { Clock } from '../fetch/clock.ts'
import type { WebClient } from '../fetch/web-client.ts'
import { processingVersion } from '../make-entry.ts'
import type { Lists } from '../pipeline.ts'
import { DocumentParser } from '../read/document-parser.ts'
import { FolderScan } from './folder-scan.ts'
import { Passes } from './passes.ts'
import { watchFeeds } from './watch-feeds.ts'
import { watchFolders } from './watch-folders.ts'

/** What is watched, and how. */
export interface WatchOptions extends Pick<CommandTools, 'opened' | 'say'> {
  /** Folders, files and patterns. */
  readonly paths: readonly string[]
  /** Feeds and pages, asked for again and again. */
  readonly addresses: () => readonly string[]
  readonly dataDir: string
  /** Milliseconds between two visits to a feed. */
  readonly every: number
  readonly pages: PageWish
  readonly client: WebClient
  readonly lists: Lists
  readonly clock: Clock
  /** Milliseconds between two looks at the folders, and those after which a file counts as quiet; default 2,000 each. */
  readonly look?: number | undefined
  readonly stop: AbortSignal
}

/** An index that could not follow is tried again after so many milliseconds. */
const untilCatchUp = 60_000

/** Takes in what is new until it is stopped; what is being stored then is stored first. Rejects where waiting cannot help. */
export async function watch(options: WatchOptions): Promise<void> {
  const { addresses, clock, lists, paths, stop } = options
  const passes = new Passes(options)
  const documents = new DocumentParser()
  const visiting = { client: options.client, documents, pages: options.pages }
  const processing = processingVersion(lists)
  const scan = new FolderScan(paths, options.dataDir, options.look)
  const end = new AbortController()
  const both = AbortSignal.any([stop, end.signal])
  try {
    await Promise.all(
      [
        ...(paths.length === 0
          ? []
          : [watchFolders({ ...options, pause: options.look, scan, passes, stop: both })]),
        watchFeeds({ ...options, addresses, processing, visiting, passes, stop: both }),
        followPasses(passes, clock, both),
      ].map((part) =>
        part.finally(() => {
          end.abort()
        }),
      ),
    )
  } finally {
    documents.close()
  }
}

async function followPasses(passes: Passes, clock: Clock, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await clock.sleep(untilCatchUp, stop).catch(() => undefined)
    if (passes.isBehind) await passes.catchUp()
  }
}
