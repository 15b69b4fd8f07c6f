import { brokenOff, fileBytes } from '../file-bytes.ts'
import type { SourceFile } from '../source-file.ts'
import {
  recordLimit,
  setAside,
  tooLong,
  type Reading,
  type ReadingTools,
} from '../source-record.ts'
import { readMessages, type Message } from './messages.ts'

/** Reads an `.mbox` file message by message. A file that breaks off gives what came before. */
export async function* readMailboxFile(
  file: SourceFile,
  tools: ReadingTools,
): AsyncGenerator<Reading> {
  try {
    for await (const message of readMessages(fileBytes(file, tools), recordLimit)) {
      if (tools.stop?.aborted) return
      yield readingOf(file, message, tools)
    }
  } catch (error) {
    yield setAside(file, undefined, brokenOff(error))
  }
}

function readingOf(
  file: SourceFile,
  { number, bytes, length }: Message,
  { documents }: ReadingTools,
): Reading {
  if (!bytes) return setAside(file, number, tooLong(length, recordLimit))
  const parse = () => documents.parse({ kind: 'mail', bytes })
  return { kind: 'record', file, line: number, bytes, mediaType: 'message/rfc822', parse }
}
