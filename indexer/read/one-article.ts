import { readFile, stat } from 'node:fs/promises'
import { Unreadable } from './draft.ts'
import type { SourceFile } from './find-files.ts'
import { recordLimit, type ReadingTools, type SourceRecord } from './source-record.ts'
import { readText } from './text-file.ts'

/** Larger pages are set aside: no article needs them, and they would take minutes to parse. */
export const pageLimit = 8 * 1024 * 1024

/** Reads a `.txt` file. Throws Unreadable when it is longer than `recordLimit`. */
export async function* readTextFile(
  file: SourceFile,
  { advance }: ReadingTools,
): AsyncGenerator<SourceRecord> {
  const bytes = await readWhole(file, recordLimit)
  const parse = async () => readText(bytes)
  yield { kind: 'record', file, line: undefined, bytes, mediaType: 'text/plain', parse }
  advance(bytes.length)
}

/** Reads an `.html` file. Throws Unreadable when it is longer than `pageLimit`. */
export async function* readPageFile(
  file: SourceFile,
  { advance, pages }: ReadingTools,
): AsyncGenerator<SourceRecord> {
  const bytes = await readWhole(file, pageLimit)
  const parse = () => pages.parse(bytes)
  yield { kind: 'record', file, line: undefined, bytes, mediaType: 'text/html', parse }
  advance(bytes.length)
}

async function readWhole(file: SourceFile, limit: number): Promise<Uint8Array> {
  // Asked again, because the file may have grown since it was found.
  const { size } = await stat(file.path)
  if (size > limit) throw new Unreadable(tooLong(size, limit))
  return readFile(file.path)
}

/** Why a record is not read. */
export function tooLong(bytes: number, limit: number): string {
  const megabytes = (count: number) => Math.round(count / (1024 * 1024))
  return `too long for one article: ${megabytes(bytes)} MB, at most ${megabytes(limit)} MB are read`
}
