import { feedRecords } from '../feeds/feed-records.ts'
import { wholeFile } from './file-bytes.ts'
import type { SourceFile } from './source-file.ts'
import { recordLimit, setAside, type Reading, type ReadingTools } from './source-record.ts'

/** Reads a saved RSS or Atom feed. Throws Unreadable when it is none, or longer than `recordLimit`. */
export async function* readFeedFile(
  file: SourceFile,
  tools: ReadingTools,
): AsyncGenerator<Reading> {
  const bytes = await wholeFile(file, tools, recordLimit)
  if (!tools.stop?.aborted) yield* feedReadings(file, bytes)
}

/** The entries of a feed, and a word on those that were left out. Throws Unreadable when the bytes are no feed. */
export function* feedReadings(file: SourceFile, feed: Uint8Array): Generator<Reading> {
  const { records, leftOut } = feedRecords(feed)
  for (const { number, bytes, mediaType, entry, parse } of records) {
    const name = entry.guid || entry.url
    yield {
      kind: 'record',
      file,
      line: number,
      ...(name === '' ? {} : { name }),
      bytes,
      mediaType,
      parse: async () => parse(),
    }
  }
  if (leftOut !== undefined) yield setAside(file, undefined, leftOut)
}
