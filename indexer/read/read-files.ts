import { brokenOff } from './file-bytes.ts'
import type { Found } from './find-files.ts'
import type { SourceFile } from './source-file.ts'
import type { FileKind } from './source-kinds.ts'
import { setAside, type Reading, type ReadingTools } from './source-record.ts'

/**
 * Reads files one after the other. What cannot be read is set aside and the rest is read. Nothing is set aside once the run was told to
 * stop: a file that is not read to its end may seem to be cut off.
 */
export async function* readFiles(
  files: Iterable<Found>,
  tools: ReadingTools,
): AsyncGenerator<Reading> {
  for (const file of files) {
    if (tools.stop?.aborted) return
    if (file.kind === 'set aside') yield file
    else yield* untilStopped(readFile(file, tools), tools.stop)
  }
}

async function* untilStopped(
  readings: AsyncGenerator<Reading>,
  stop: AbortSignal | undefined,
): AsyncGenerator<Reading> {
  for await (const reading of readings) {
    if (stop?.aborted && reading.kind === 'set aside') return
    yield reading
  }
}

async function* readFile(file: SourceFile, tools: ReadingTools): AsyncGenerator<Reading> {
  try {
    const read = await readers[file.kind]()
    yield* read(file, tools)
  } catch (error) {
    yield setAside(file, undefined, brokenOff(error))
  }
}

type Reader = (file: SourceFile, tools: ReadingTools) => AsyncGenerator<Reading>

/** Loaded when the first file of its kind is read: few runs need more than one, and their libraries take time and memory. */
const readers: Readonly<Record<FileKind, () => Promise<Reader>>> = {
  text: async () => (await import('./one-article.ts')).readTextFile,
  page: async () => (await import('./one-article.ts')).readPageFile,
  markdown: async () => (await import('./one-article.ts')).readMarkdownFile,
  lines: async () => (await import('./json-lines.ts')).readJsonLines,
  json: async () => (await import('./json/json-file.ts')).readJsonFile,
  table: async () => (await import('./table/table-file.ts')).readTableFile,
  feed: async () => (await import('./feed-file.ts')).readFeedFile,
  'web archive': async () => (await import('./warc/warc-file.ts')).readWarcFile,
  'web archive collection': async () => (await import('./warc/wacz-file.ts')).readWaczFile,
  mail: async () => (await import('./one-article.ts')).readMailFile,
  mailbox: async () => (await import('./mail/mailbox-file.ts')).readMailboxFile,
  pdf: async () => (await import('./one-article.ts')).readPdfFile,
}
