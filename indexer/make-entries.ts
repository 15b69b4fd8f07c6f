import { ahead } from './ahead.ts'
import { makeEntry, type Made, type MakingOptions } from './make-entry.ts'
import { DocumentParser } from './read/document-parser.ts'
import type { Found } from './read/find-files.ts'
import { readFiles } from './read/read-files.ts'
import { recordLimit, type Reading, type ReadingTools } from './read/source-record.ts'

/** What the reading and making of entries needs. */
export type EntryOptions = MakingOptions & Omit<ReadingTools, 'documents'>

/** What became of a record; or the end of a file, all of whose records came before. */
export type MadeOrRead = Made | FileRead

interface FileRead {
  readonly kind: 'file read'
  /** The file's whole path; '' for standard input. */
  readonly path: string
}

/**
 * Records on their way at once: pages are parsed in a process of their own and articles made in others, which go on while a
 * batch is stored.
 */
const room = {
  items: 112,
  bytes: recordLimit,
  bytesOf: (reading: Reading | FileRead) => (reading.kind === 'record' ? reading.bytes.length : 0),
}

/** Reads files and makes entries of what they hold, in order. The process in which documents are parsed ends with it. */
export async function* makeEntries(
  files: Iterable<Found>,
  options: EntryOptions,
): AsyncGenerator<MadeOrRead> {
  const documents = new DocumentParser()
  try {
    const readings = readOneByOne(files, { ...options, documents })
    yield* ahead(readings, room, async (reading) =>
      reading.kind === 'file read' ? reading : makeEntry(reading, options),
    )
  } finally {
    documents.close()
  }
}

async function* readOneByOne(
  files: Iterable<Found>,
  tools: ReadingTools,
): AsyncGenerator<Reading | FileRead> {
  for (const file of files) {
    yield* readFiles([file], tools)
    if (tools.stop?.aborted) return
    if (file.kind !== 'set aside') yield { kind: 'file read', path: file.path }
  }
  if (tools.more) yield* tools.more()
}
