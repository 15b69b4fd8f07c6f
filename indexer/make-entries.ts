import { setImmediate as untilNextTurn } from 'node:timers/promises'
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

/**
 * Reads files and makes entries of what they hold, in order. When it is told to stop it yields what was made by then and gives up what
 * is being made, which the next run reads again. The process in which documents are parsed ends with it.
 */
export async function* makeEntries(
  files: Iterable<Found>,
  options: EntryOptions,
): AsyncGenerator<MadeOrRead> {
  const { stop } = options
  const documents = new DocumentParser()
  const end = () => {
    documents.close()
  }
  stop?.addEventListener('abort', end)
  try {
    const readings = readOneByOne(files, { ...options, documents })
    yield* ahead(readings, { ...room, stop }, async (reading) =>
      reading.kind === 'file read' ? reading : makeEntry(reading, options),
    )
  } finally {
    stop?.removeEventListener('abort', end)
    documents.close()
  }
}

async function* readOneByOne(
  files: Iterable<Found>,
  tools: ReadingTools,
): AsyncGenerator<Reading | FileRead> {
  for (const file of files) {
    yield* readOne(file, tools)
    if (tools.stop?.aborted) return
  }
  if (tools.more) yield* tools.more()
}

async function* readOne(file: Found, tools: ReadingTools): AsyncGenerator<Reading | FileRead> {
  let isWhole = file.kind !== 'set aside'
  for await (const reading of inTurns(readFiles([file], tools))) {
    // What lies behind the place where a file breaks off was not met: it stays set aside.
    if (reading.kind === 'set aside' && reading.line === undefined) isWhole = false
    yield reading
  }
  if (!isWhole || file.kind === 'set aside' || tools.stop?.aborted) return
  yield { kind: 'file read', path: file.path }
}

/** Records that are read before whatever else waits in this process, such as a signal, has its turn: a piece of a file may hold thousands. */
const recordsInTurn = 100

async function* inTurns(readings: AsyncIterable<Reading>): AsyncGenerator<Reading> {
  let read = 0
  for await (const reading of readings) {
    if (++read % recordsInTurn === 0) await untilNextTurn()
    yield reading
  }
}
