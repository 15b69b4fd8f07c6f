import type { KnownEntry } from '../../engine/archive/archive-feeds.ts'
import { Unfetchable } from '../fetch/unfetchable.ts'
import type { WebClient } from '../fetch/web-client.ts'
import type { DocumentParser } from '../read/document-parser.ts'
import { Unreadable } from '../read/draft.ts'
import { setAside, type SourceRecord } from '../read/source-record.ts'
import { isWhole } from './entry-draft.ts'
import { entryHash, entryKey, digest, pageKey, type FeedMemory } from './feed-memory.ts'
import { feedRecords, type FeedRecord, type FeedRecords } from './feed-records.ts'
import type { FeedEntry } from './feed.ts'
import type { Met } from './met.ts'
import { pageRecord, pageTypes, webFile, withEntry, type FetchedDocument } from './page-record.ts'

/** Which pages that entries link to are fetched: those of entries without the whole text, all, or none. */
export const pageWishes = ['missing', 'all', 'none'] as const
export type PageWish = (typeof pageWishes)[number]

/** What visiting needs. */
export interface VisitTools {
  readonly client: WebClient
  readonly documents: DocumentParser
  readonly pages: PageWish
  /** Told of an article of which only the summary could be had. */
  readonly onlySummary: (address: string, reason: string) => void
  readonly stop?: AbortSignal | undefined
}

const feedTypes =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.5, */*;q=0.1'

/** A page that could not be had is asked for again so often, each time that its feed is visited. */
const mostFailures = 5

/**
 * Visits the address of a feed and yields its entries that are new or changed, fetching their pages where that is wished; or yields the
 * article at the address of a page. What cannot be had is told, never thrown. Ends early when `stop` is aborted.
 */
export async function* visit(
  address: string,
  memory: FeedMemory,
  tools: VisitTools,
): AsyncGenerator<Met> {
  try {
    const { client, stop } = tools
    const wish = { address, accept: feedTypes, known: memory.validators, stop }
    const found = await client.get(wish)
    if (found.kind === 'unchanged') return
    const feed = asFeed(found)
    if (feed) yield* entriesOf(address, feed, memory, tools)
    else yield* articleAt(address, found, memory, tools)
    if (!stop?.aborted) yield end(address, found, memory)
  } catch (error) {
    if (!tools.stop?.aborted) yield failed(address, error)
  }
}

function end(address: string, { validators }: FetchedDocument, memory: FeedMemory): Met {
  const remember = () => {
    memory.complete(validators)
  }
  return { kind: 'end', address, remember }
}

function failed(address: string, error: unknown): Met {
  const wait = error instanceof Unfetchable ? error.wait : 0
  return { kind: 'failed', address, reason: reasonOf(error), wait }
}

/** Undefined for what is no feed but may be a page. */
function asFeed({ bytes, url, charset, mediaType }: FetchedDocument): FeedRecords | undefined {
  try {
    return feedRecords(bytes, { url, charset })
  } catch (error) {
    if (!(error instanceof Unreadable) || /[/+](?:rss|atom|rdf|feed)/.test(mediaType)) throw error
    return undefined
  }
}

async function* entriesOf(
  address: string,
  { records, leftOut }: FeedRecords,
  memory: FeedMemory,
  tools: VisitTools,
): AsyncGenerator<Met> {
  for (const record of records) {
    if (tools.stop?.aborted) return
    const key = entryKey(record.entry)
    if (!memory.has(key)) yield await entryMet(address, record, key, memory, tools)
  }
  if (leftOut !== undefined) {
    const reading = setAside(webFile(address, 0), undefined, leftOut)
    yield { kind: 'reading', reading, remember: () => undefined }
  }
}

async function entryMet(
  address: string,
  record: FeedRecord,
  key: string,
  memory: FeedMemory,
  tools: VisitTools,
): Promise<Met> {
  const hash = entryHash(record.entry)
  const known = memory.known(key, hash)
  if (known?.failures === 0) {
    memory.remember(key, known)
    return { kind: 'known' }
  }
  const taken = await take(address, record, tools)
  const failures = failuresAfter(known, taken)
  if (known && taken.kind !== 'page') {
    // The summary is stored since an earlier visit.
    memory.remember(key, { hash, failures })
    return { kind: 'known' }
  }
  const remember = () => {
    memory.remember(key, { hash, failures })
  }
  return { kind: 'reading', reading: taken.reading, remember }
}

interface Taken {
  readonly kind: 'page' | 'feed only' | 'page wanted'
  readonly reading: SourceRecord
}

async function take(address: string, record: FeedRecord, tools: VisitTools): Promise<Taken> {
  const { entry } = record
  if (!wantsPage(record, tools.pages))
    return { kind: 'feed only', reading: entryRecord(address, record) }
  try {
    const page = await tools.client.get({ address: entry.url, accept: pageTypes, stop: tools.stop })
    if (page.kind === 'unchanged') throw new Unfetchable('the server has nothing to show')
    const reading = pageRecord(entry.url, page, tools.documents, (found) =>
      withEntry(found, entry, (reason) => {
        tools.onlySummary(entry.url, reason)
      }),
    )
    return { kind: 'page', reading }
  } catch (error) {
    if (tools.stop?.aborted || !(error instanceof Unfetchable)) throw error
    tools.onlySummary(entry.url, error.message)
    const kind = error.again === 'later' ? 'page wanted' : 'feed only'
    return { kind, reading: entryRecord(address, record) }
  }
}

function wantsPage({ entry }: FeedRecord, wish: PageWish): boolean {
  if (entry.url === '' || wish === 'none') return false
  return wish === 'all' || !isWholeOrBroken(entry)
}

/** What cannot be read is no reason to fetch a page: it is set aside as it is. */
function isWholeOrBroken(entry: FeedEntry): boolean {
  try {
    return isWhole(entry)
  } catch (error) {
    if (error instanceof Unreadable) return true
    throw error
  }
}

function failuresAfter(known: KnownEntry | undefined, { kind }: Taken): number {
  if (kind !== 'page wanted') return 0
  const failures = (known?.failures ?? 0) + 1
  return failures < mostFailures ? failures : 0
}

function entryRecord(
  address: string,
  { entry, bytes, mediaType, parse }: FeedRecord,
): SourceRecord {
  // An entry without an address is found again by its feed and id.
  const place = entry.url === '' ? `${address}#${entry.guid || entryKey(entry)}` : entry.url
  const file = webFile(place, bytes.length)
  return { kind: 'record', file, line: undefined, bytes, mediaType, parse: async () => parse() }
}

async function* articleAt(
  address: string,
  page: FetchedDocument,
  memory: FeedMemory,
  { documents }: VisitTools,
): AsyncGenerator<Met> {
  const [key, hash] = [pageKey, digest(page.bytes)]
  const remember = () => {
    memory.remember(key, { hash, failures: 0 })
  }
  const known = memory.known(key, hash)
  if (known) {
    remember()
    yield { kind: 'known' }
    return
  }
  const reading = pageRecord(address, page, documents, async (found) => {
    const draft = await found()
    return draft.url === '' ? { ...draft, url: page.url } : draft
  })
  yield { kind: 'reading', reading, remember }
}

function reasonOf(error: unknown): string {
  if (error instanceof Unfetchable || error instanceof Unreadable) return error.message
  return `failed: ${error instanceof Error ? error.message : String(error)}`
}
