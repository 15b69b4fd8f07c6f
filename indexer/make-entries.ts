import { ahead } from './ahead.ts'
import { makeEntry, type Made, type MakingOptions } from './make-entry.ts'
import type { SourceFile } from './read/find-files.ts'
import { PageParser } from './read/html/page-parser.ts'
import { readFiles } from './read/read-files.ts'
import { recordLimit, type Reading, type ReadingTools } from './read/source-record.ts'
import { ArticleMaker } from './threads/article-maker.ts'

/** What the reading and making of entries needs. */
export type EntryOptions = Omit<MakingOptions, 'maker'> & Omit<ReadingTools, 'pages'>

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
  files: readonly SourceFile[],
  options: EntryOptions,
): AsyncGenerator<Made> {
  const pages = new PageParser()
  const maker = new ArticleMaker(options)
  try {
    const readings = readFiles(files, { ...options, pages })
    yield* ahead(readings, room, (reading) => makeEntry(reading, { ...options, maker }))
  } finally {
    pages.close()
    await maker.close()
  }
}
