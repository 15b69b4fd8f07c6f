import { charsetOf, pageCharset } from './decode.ts'
import { Unreadable, type Draft } from './draft.ts'
import { wholeFile } from './file-bytes.ts'
import type { SourceFile } from './source-file.ts'
import { recordLimit, type ReadingTools, type SourceRecord } from './source-record.ts'
import { readText } from './text-file.ts'

/** Larger pages are set aside: no article needs them, and they would take minutes to parse. */
export const pageLimit = 8 * 1024 * 1024

/** Reads a `.txt` file. Throws Unreadable when it is longer than `recordLimit`. */
export function readTextFile(file: SourceFile, tools: ReadingTools): AsyncGenerator<SourceRecord> {
  return oneArticle(file, tools, {
    limit: recordLimit,
    mediaType: (bytes) => `text/plain;charset=${charsetOf(bytes)}`,
    parse: async (bytes) => readText(bytes),
  })
}

/** Reads a Markdown file. Throws Unreadable when it is longer than `pageLimit`. */
export function readMarkdownFile(
  file: SourceFile,
  tools: ReadingTools,
): AsyncGenerator<SourceRecord> {
  return oneArticle(file, tools, {
    limit: pageLimit,
    mediaType: (bytes) => `text/markdown;charset=${charsetOf(bytes)}`,
    parse: (bytes) => tools.documents.parse({ kind: 'markdown', bytes }),
  })
}

/** Reads an `.html` file. Throws Unreadable when it is longer than `pageLimit`. */
export function readPageFile(file: SourceFile, tools: ReadingTools): AsyncGenerator<SourceRecord> {
  return oneArticle(file, tools, {
    limit: pageLimit,
    mediaType: (bytes) => `text/html;charset=${charsetOf(bytes, pageCharset(bytes))}`,
    parse: (bytes) => tools.documents.parse({ kind: 'page', bytes }),
  })
}

/** Reads a `.pdf` file. Throws Unreadable when it is longer than `recordLimit`. */
export function readPdfFile(file: SourceFile, tools: ReadingTools): AsyncGenerator<SourceRecord> {
  return oneArticle(file, tools, {
    limit: recordLimit,
    mediaType: () => 'application/pdf',
    parse: (bytes) => tools.documents.parse({ kind: 'pdf', bytes }),
  })
}

/** Reads an `.eml` file. Throws Unreadable when it is longer than `recordLimit`. */
export function readMailFile(file: SourceFile, tools: ReadingTools): AsyncGenerator<SourceRecord> {
  return oneArticle(file, tools, {
    limit: recordLimit,
    mediaType: () => 'message/rfc822',
    parse: (bytes) => tools.documents.parse({ kind: 'mail', bytes }),
  })
}

/** How a file that holds one article is read. */
interface OneArticle {
  /** In bytes. */
  readonly limit: number
  readonly mediaType: (bytes: Uint8Array) => string
  readonly parse: (bytes: Uint8Array) => Promise<Draft>
}

async function* oneArticle(
  file: SourceFile,
  tools: ReadingTools,
  { limit, mediaType, parse }: OneArticle,
): AsyncGenerator<SourceRecord> {
  const bytes = await wholeFile(file, tools, limit)
  // The first part of a file is not its article.
  if (tools.stop?.aborted) return
  if (isPacked(bytes))
    throw new Unreadable('compressed twice, or under a wrong name: unpack it first')
  yield {
    kind: 'record',
    file,
    line: undefined,
    bytes,
    mediaType: mediaType(bytes),
    parse: () => parse(bytes),
  }
}

function isPacked(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes
  const isGzip = first === 0x1f && second === 0x8b
  return isGzip || (first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd)
}
