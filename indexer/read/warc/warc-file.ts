import { hash } from 'node:crypto'
import { canonicalUrl } from '../../../engine/archive/identity.ts'
import { charsetOf, pageCharset } from '../decode.ts'
import { Unreadable, webAddress, type Draft } from '../draft.ts'
import { brokenOff, fileBytes } from '../file-bytes.ts'
import type { SourceFile } from '../source-file.ts'
import { setAside, type Reading, type ReadingTools } from '../source-record.ts'
import { readRecords, type WebRecord } from './records.ts'
import { readWebDocument, type WebDocument } from './web-article.ts'

/** Reads a `.warc` file record by record. A file that breaks off gives what came before. */
export async function* readWarcFile(
  file: SourceFile,
  tools: ReadingTools,
): AsyncGenerator<Reading> {
  yield* readWarc(file, fileBytes(file, tools), tools)
}

/**
 * Reads the pages and PDFs of a web archive; anything else that a crawler fetched is passed over, and so are repetitions of what was
 * fetched before. The day of the crawl is part of a record's name and never taken for the day of publication.
 */
export async function* readWarc(
  file: SourceFile,
  chunks: AsyncIterable<Uint8Array>,
  tools: ReadingTools,
): AsyncGenerator<Reading> {
  const seen = new Seen()
  try {
    for await (const record of readRecords(chunks)) {
      if (tools.stop?.aborted) return
      const reading = await readingOf(file, record, { seen, tools })
      if (reading && !tools.stop?.aborted) yield reading
    }
  } catch (error) {
    yield setAside(file, undefined, brokenOff(error))
  }
}

async function readingOf(
  file: SourceFile,
  record: WebRecord,
  { seen, tools }: { readonly seen: Seen; readonly tools: ReadingTools },
): Promise<Reading | undefined> {
  let document: WebDocument | undefined
  try {
    document = await readWebDocument(record)
  } catch (error) {
    if (error instanceof Unreadable) return setAside(file, record.number, error.message)
    throw error
  }
  const url = record.header('WARC-Target-URI').replace(/^<|>$/g, '')
  if (!document || seen.before(url, document.bytes)) return undefined
  const { kind, bytes, charset } = document
  return {
    kind: 'record',
    file,
    line: record.number,
    // One address may have been fetched on several days.
    name: `${url} ${record.header('WARC-Date')}`.trim(),
    bytes,
    mediaType: mediaType(document),
    parse: async () => placed(await tools.documents.parse({ kind, bytes, charset }), url),
  }
}

function mediaType({ kind, bytes, charset }: WebDocument): string {
  if (kind === 'pdf') return 'application/pdf'
  return `text/html;charset=${charsetOf(bytes, pageCharset(bytes, charset))}`
}

/** A page's own address counts, unless it is that of a front page or none. */
function placed(draft: Draft, url: string): Draft {
  return canonicalUrl(draft.url) === '' ? { ...draft, url: webAddress(url) } : draft
}

/** As many as fit into some megabytes. */
const remembered = 50_000

/** Remembers what was read last. */
class Seen {
  readonly #keys = new Set<string>()

  /** Whether this was read before; from now on it was. */
  before(url: string, bytes: Uint8Array): boolean {
    const key = hash('sha1', Buffer.concat([Buffer.from(`${url}\n`), bytes]), 'base64')
    if (this.#keys.has(key)) return true
    this.#keys.add(key)
    const [oldest] = this.#keys
    if (this.#keys.size > remembered && oldest !== undefined) this.#keys.delete(oldest)
    return false
  }
}
