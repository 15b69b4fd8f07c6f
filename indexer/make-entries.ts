import { ahead } from './ahead.ts'
import { makeEntry, type Made, type MakingOptions } from './make-entry.ts'
import { DocumentParser } from './read/document-parser.ts'
import type { Found } from './read/find-files.ts'
import { readFiles } from './read/read-files.ts'
import { recordLimit, type Reading, type ReadingTools } from './read/source-record.ts'
import { ArticleMaker } from './workers/article-maker.ts'

/** What the reading and making of entries needs. */
export type EntryOptions = Omit<MakingOptions, 'maker'> & Omit<ReadingTools, 'documents'>

/**
 * Records on their way at once: pages are parsed in a process of their own and facets extracted in threads, which go on while a
 * batch is stored.
 */
const room = {
  items: 64,
  bytes: recordLimit,
  bytesOf: (reading: Reading) => (reading.kind === 'record' ? reading.bytes.length : 0),
}

/** Reads files and makes entries of what they hold, in order. The processes and threads that it starts end with it. */
export async function* makeEntries(
  files: Iterable<Found>,
  options: EntryOptions,
): AsyncGenerator<Made> {
  const documents = new DocumentParser()
  const maker = new ArticleMaker(options)
  try {
    const readings = readFiles(files, { ...options, documents })
    yield* ahead(readings, room, (reading) => makeEntry(reading, { ...options, maker }))
  } finally {
    documents.close()
    await maker.close()
  }
}
