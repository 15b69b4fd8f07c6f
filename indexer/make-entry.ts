import { createHash } from 'node:crypto'
import type { Archive } from '../engine/archive/archive.ts'
import type { TakenDown } from '../engine/archive/taken-down.ts'
import type { Entry } from '../engine/archive/write.ts'
import { cleaningVersion } from './clean/clean.ts'
import type { Lists } from './extract/lists.ts'
import { Unreadable, type Draft } from './read/draft.ts'
import type { SetAside } from './read/find-files.ts'
import type { Reading, SourceRecord } from './read/source-record.ts'
import type { ArticleMaker } from './workers/article-maker.ts'
import { WorkersUnusable } from './workers/worker-pool.ts'

/** What became of one record: ready to be stored, already stored, or not an article. */
export type Made =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly at: Omit<SetAside, 'reason'> }
  | { readonly kind: 'unchanged' }
  | ({ readonly kind: 'set aside' } & SetAside)

/** What making an entry needs besides the record. */
export interface MakingOptions {
  readonly archive: Archive
  readonly lists: Lists
  readonly sample: boolean
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly maker: ArticleMaker
}

/**
 * Takes one record through the steps: parse, clean, date, extract. An article that fails is set aside. Rejects with WorkersUnusable
 * only: without workers every article would fail.
 */
export async function makeEntry(reading: Reading, options: MakingOptions): Promise<Made> {
  if (reading.kind === 'set aside') return reading
  const at = { file: reading.file.shown, line: reading.line }
  const origin = originOf(reading)
  const hash = createHash('sha256').update(reading.bytes).digest('hex')
  const processing = processingVersion(options.lists)
  if (options.archive.has(origin, hash, processing)) return { kind: 'unchanged' }
  try {
    const draft = await reading.parse()
    const entry: Entry = {
      ...(await options.maker.make(draft)),
      identity: { url: draft.url, ...whereFrom(reading, draft) },
      origin,
      original: { bytes: reading.bytes, mediaType: reading.mediaType, hash },
      sample: options.sample,
      processing,
    }
    const refused = options.archive.refusedAs(entry)
    if (refused) return { kind: 'set aside', ...at, reason: reasonOfRefusal(refused) }
    return { kind: 'entry', entry, at }
  } catch (error) {
    if (error instanceof WorkersUnusable) throw error
    return { kind: 'set aside', ...at, reason: reasonOf(error) }
  }
}

function processingVersion(lists: Lists): string {
  return `${cleaningVersion} ${lists.version}`
}

function originOf({ file, line, name }: SourceRecord): string {
  const within = name ?? line
  return within === undefined ? file.shown : `${file.shown}#${within}`
}

function whereFrom(
  { file, line }: SourceRecord,
  { givenId }: Draft,
): Omit<Entry['identity'], 'url'> {
  return {
    // Two streams that come through standard input are two sources, and neither has a name.
    given: givenId === '' || file.path === '' ? undefined : { source: file.path, id: givenId },
    // Lines of a file shift; a file of one article is that article's place.
    path: line === undefined ? file.path : '',
  }
}

function reasonOfRefusal({ id, at }: TakenDown): string {
  return `taken down on ${at.slice(0, 10)} (npm run index -- purge --undo ${id} allows it again)`
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message
  return `failed: ${error instanceof Error ? error.message : String(error)}`
}
