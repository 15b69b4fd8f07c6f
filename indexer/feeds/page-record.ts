import type { Fetched } from '../fetch/hop.ts'
import { Unfetchable } from '../fetch/unfetchable.ts'
import type { DocumentParser } from '../read/document-parser.ts'
import { Unreadable, type Draft } from '../read/draft.ts'
import type { SourceRecord } from '../read/source-record.ts'
import { entryDraft } from './entry-draft.ts'
import { textOr, type FeedEntry } from './feed.ts'

/** A document that was fetched. */
export type FetchedDocument = Extract<Fetched, { kind: 'document' }>

/** Media types of pages and PDFs, as the Accept header has them. */
export const pageTypes = 'text/html, application/xhtml+xml, application/pdf;q=0.9, */*;q=0.1'

/** A record whose original is the page at an address; `merge` makes the draft of what the page gives. */
export function pageRecord(
  address: string,
  page: FetchedDocument,
  documents: DocumentParser,
  merge: (found: () => Promise<Draft>) => Promise<Draft>,
): SourceRecord {
  const kind = kindOf(page)
  const parse = () => documents.parse({ kind, bytes: page.bytes, charset: page.charset })
  return {
    kind: 'record',
    file: webFile(address, page.bytes.length),
    line: undefined,
    bytes: page.bytes,
    mediaType: mediaTypeOf(page, kind),
    parse: () => merge(parse),
  }
}

/** What stands for a file where an article comes from the web: its address. */
export function webFile(address: string, bytes: number): SourceRecord['file'] {
  return { path: address, shown: address, kind: 'page', packing: 'none', bytes }
}

/**
 * Joins what a page and its feed say of an article. The page gives the text, unless it has less than the feed; what it does not say is
 * from the feed, and so is all of it, told to `onlySummary`, where no article is found in the page. The address is the feed's: pages
 * name wrong ones.
 */
export async function withEntry(
  found: () => Promise<Draft>,
  entry: FeedEntry,
  onlySummary: (reason: string) => void,
): Promise<Draft> {
  const own = draftOrReason(() => entryDraft(entry))
  try {
    const page = await found()
    if ('text' in own && own.text.length > page.text.length) return own
    return {
      ...page,
      url: entry.url,
      title: textOr(entry.title, page.title),
      outlet: textOr(entry.outlet, page.outlet),
      published: [...page.published, ...entry.published],
      authors: page.authors.length === 0 ? entry.authors : page.authors,
      language: textOr(entry.language, page.language),
    }
  } catch (error) {
    if (!('text' in own) || !(error instanceof Unreadable)) throw error
    onlySummary(error.message)
    return own
  }
}

function draftOrReason(read: () => Draft): Draft | { readonly reason: unknown } {
  try {
    return read()
  } catch (reason) {
    return { reason }
  }
}

function kindOf({ mediaType, bytes }: FetchedDocument): 'page' | 'pdf' {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (mediaType === 'application/pdf' || start.startsWith('%PDF-')) return 'pdf'
  const isPage =
    /html|^$|octet-stream/.test(mediaType) || /<(?:!doctype html|html)[\s>]/i.test(start)
  if (!isPage) throw new Unfetchable(`not a page but ${mediaType}`)
  return 'page'
}

function mediaTypeOf({ charset }: FetchedDocument, kind: 'page' | 'pdf'): string {
  if (kind === 'pdf') return 'application/pdf'
  return charset === '' ? 'text/html' : `text/html; charset=${charset}`
}
