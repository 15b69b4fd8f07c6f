import { hash } from 'node:crypto'
import { resolve } from 'node:path'
import type { Archive } from '../engine/archive/archive.ts'
import type { Fault } from '../engine/archive/set-aside.ts'
import type { TakenDown } from '../engine/archive/taken-down.ts'
import type { Entry } from '../engine/archive/write.ts'
import { withKnownBoilerplate } from './boilerplate/known-boilerplate.ts'
import { cleaningVersion } from './clean/clean.ts'
import type { Lists } from './extract/lists.ts'
import { Unreadable, type Draft } from './read/draft.ts'
import { isWebAddress } from './fetch/web-address.ts'
import { standardInput, type SetAside } from './read/source-file.ts'
import type { Note, Reading, SourceRecord } from './read/source-record.ts'
import { writeColumnWishes } from './read/table/columns.ts'
import type { ArticleMaker } from './workers/article-maker.ts'
import { WorkerEnded, WorkersUnusable } from './workers/worker-pool.ts'

/** A record that was not taken, with what it takes to find it again. */
export interface NotTaken extends SetAside {
  readonly kind: 'set aside'
  /** As an article of it would have. */
  readonly origin: string
  /** The file's whole path; '' for standard input. */
  readonly path: string
  readonly fault: Fault
}

/** What became of one record: ready to be stored, already stored, not an article, or not what is looked for. */
export type Made =
  MadeOfRecord | Note | { readonly kind: 'unchanged' } | { readonly kind: 'passed over' } | NotTaken

/** An article ready to be stored. */
interface MadeOfRecord {
  readonly kind: 'entry'
  readonly entry: Entry
  readonly at: Omit<SetAside, 'reason'>
  /** What its source gives as its date, where the article has none because that cannot be one. */
  readonly refusedDate: string | undefined
}

/** What making an entry needs besides the record. */
export interface MakingOptions {
  readonly archive: Archive
  readonly lists: Lists
  readonly sample: boolean
  readonly maker: ArticleMaker
  /** Passes over every record but those that were set aside. Default: every one is taken. */
  readonly only?: 'set aside' | undefined
  /** Which columns of tables hold which field. */
  readonly columns?: ReadonlyMap<string, string> | undefined
}

/**
 * Takes one record through the steps: parse, clean, date, extract. An article that fails is set aside. Rejects with WorkersUnusable
 * only: without workers every article would fail.
 */
export async function makeEntry(reading: Reading, options: MakingOptions): Promise<Made> {
  if (reading.kind === 'note') return reading
  if (reading.kind === 'set aside') return unread(reading)
  return isWanted(reading, options) ? entryOf(reading, options) : { kind: 'passed over' }
}

async function entryOf(reading: SourceRecord, options: MakingOptions): Promise<Made> {
  const at = { file: reading.file.shown, line: reading.line }
  const origin = originOf(reading)
  const digest = hash('sha256', reading.bytes, 'hex')
  const processing = processingOf(reading, options)
  if (options.archive.has(origin, digest, processing)) return { kind: 'unchanged' }
  const notTaken = (fault: Fault, reason: string): NotTaken => ({
    ...{ kind: 'set aside', ...at, origin, path: reading.file.path, fault, reason },
  })
  try {
    const draft = await reading.parse()
    const entry: Entry = {
      ...(await options.maker.make(withKnownBoilerplate(draft, options.archive, options.lists))),
      identity: { url: draft.url, ...whereFrom(reading, draft) },
      exportedAs: idExported(draft),
      origin,
      original: { bytes: reading.bytes, mediaType: reading.mediaType, hash: digest },
      sample: options.sample,
      processing,
    }
    const refused = options.archive.refusedAs(entry)
    if (refused) return notTaken('refused', reasonOfRefusal(refused))
    return { kind: 'entry', entry, at, refusedDate: refusedDate(draft, entry) }
  } catch (error) {
    if (error instanceof WorkersUnusable) throw error
    return notTaken(faultOf(error), reasonOf(error))
  }
}

/** What a reader set aside: a whole file, or a record that it did not even look at. */
function unread({ file, line, reason }: SetAside): NotTaken {
  const origin = line === undefined ? file : `${file}#${line}`
  const path = file === standardInput ? '' : isWebAddress(file) ? file : resolve(file)
  return { kind: 'set aside', file, line, reason, origin, path, fault: 'unreadable' }
}

function isWanted({ file, line }: SourceRecord, { only, archive }: MakingOptions): boolean {
  // An address was asked for because it is set aside, with whatever it gives now.
  return only === undefined || isWebAddress(file.path) || archive.isSetAside(file.path, line)
}

/** What has to be read again when it differs: the versions of cleaning, extraction and lists. */
export function processingVersion(lists: Lists): string {
  return `${cleaningVersion} ${lists.version}`
}

/** The processing of a record: the same bytes read by other columns, or as another format, make another article. */
function processingOf({ file }: SourceRecord, { lists, columns }: MakingOptions): string {
  const format = file.path === '' && file.kind !== 'lines' ? ` as ${file.kind}` : ''
  const readBy = file.kind === 'table' && columns ? ` by ${writeColumnWishes(columns)}` : ''
  return `${processingVersion(lists)}${format}${readBy}`
}

function originOf({ file, line, name }: SourceRecord): string {
  const within = name ?? line
  return within === undefined ? file.shown : `${file.shown}#${within}`
}

function whereFrom(
  { file, line }: SourceRecord,
  { givenId, exported }: Draft,
): Omit<Entry['identity'], 'url'> {
  return {
    // Two streams that come through standard input are two sources, and neither has a name.
    given:
      givenId === '' || file.path === '' || exported
        ? undefined
        : { source: file.path, id: givenId },
    // Lines of a file shift; a file of one article is that article's place.
    path: line === undefined ? file.path : '',
  }
}

function idExported({ exported }: Draft): string {
  return exported?.id ?? ''
}

function refusedDate({ published }: Draft, { article }: Entry): string | undefined {
  if (article.published !== '') return undefined
  return published.find((printed) => printed.trim() !== '')?.trim()
}

function reasonOfRefusal({ id, at }: TakenDown): string {
  return `taken down on ${at.slice(0, 10)} (npm run index -- purge --undo ${id} allows it again)`
}

function faultOf(error: unknown): Fault {
  if (error instanceof Unreadable) return 'unreadable'
  return error instanceof WorkerEnded ? 'ended' : 'failed'
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message
  return `failed: ${error instanceof Error ? error.message : String(error)}`
}
