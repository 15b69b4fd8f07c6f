import { createReadStream, type ReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { looksBinary } from './decode.ts'
import { Unreadable } from './draft.ts'
import { errorCode, systemReason, type SourceFile } from './find-files.ts'
import { readJsonArticle } from './json-article.ts'
import { readLines, type Line } from './lines.ts'
import { tooLong } from './one-article.ts'
import { recordLimit, type Reading, type ReadingTools } from './source-record.ts'

/** Reads a `.jsonl` or `.jsonl.gz` file line by line. A file that breaks off gives what came before. */
export async function* readJsonLines(
  file: SourceFile,
  { advance, stop }: ReadingTools,
): AsyncGenerator<Reading> {
  const source = createReadStream(file.path, { highWaterMark: 256 * 1024 })
  let told = 0
  const tell = () => {
    advance(source.bytesRead - told)
    told = source.bytesRead
  }
  try {
    const chunks = untilStopped(chunksOf(file, source), stop)
    for await (const line of readLines(chunks, recordLimit)) {
      tell()
      // The line at which a stopped reading ends is cut.
      if (stop?.aborted) return
      if (!isBlank(line)) yield readingOf(file, line)
    }
  } catch (error) {
    yield { kind: 'set aside', file: file.shown, line: undefined, reason: brokenOff(error) }
  } finally {
    tell()
    source.destroy()
  }
}

function chunksOf(file: SourceFile, source: ReadStream): AsyncIterable<Uint8Array> {
  if (!file.path.toLowerCase().endsWith('.gz')) return refuseBinary(source)
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  source.on('error', (error) => gunzip.destroy(error))
  return refuseBinary(source.pipe(gunzip))
}

// Otherwise every stretch between two accidental line breaks would be reported.
async function* refuseBinary(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true
  for await (const chunk of chunks) {
    if (first && looksBinary(chunk))
      throw new Unreadable('binary or UTF-16, not lines of JSON in UTF-8')
    first = false
    yield chunk
  }
}

/** A stop must not have to wait for the next article: a file may be megabytes of nothing. */
async function* untilStopped(
  chunks: AsyncIterable<Uint8Array>,
  stop: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (stop?.aborted) return
    yield chunk
  }
}

function isBlank({ bytes }: Line): boolean {
  return bytes?.every((byte) => byte === 32 || byte === 9 || byte === 13) ?? false
}

function readingOf(file: SourceFile, { number, bytes, length }: Line): Reading {
  if (!bytes) {
    return {
      kind: 'set aside',
      file: file.shown,
      line: number,
      reason: tooLong(length, recordLimit),
    }
  }
  const parse = async () => readJsonArticle(bytes)
  return { kind: 'record', file, line: number, bytes, mediaType: 'application/json', parse }
}

function brokenOff(error: unknown): string {
  if (error instanceof Unreadable) return error.message
  const code = errorCode(error)
  if (code === 'Z_BUF_ERROR') return 'the compressed file is cut off: what came before is read'
  if (code.startsWith('Z_')) return 'the compressed file is damaged: what came before is read'
  return systemReason(error)
}
