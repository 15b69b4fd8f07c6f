import { looksBinary, unmistakableCharset } from './decode.ts'
import { Unreadable } from './draft.ts'
import { brokenOff, fileBytes } from './file-bytes.ts'
import { readJsonArticle } from './json-article.ts'
import { readLines, type Line } from './lines.ts'
import { withoutMarkup } from './markup.ts'
import type { SourceFile } from './source-file.ts'
import { recordLimit, setAside, tooLong, type Reading, type ReadingTools } from './source-record.ts'

/** Reads a file of JSON lines, plain or compressed, line by line. A file that breaks off gives what came before. */
export async function* readJsonLines(
  file: SourceFile,
  tools: ReadingTools,
): AsyncGenerator<Reading> {
  try {
    const chunks = refuseBinary(fileBytes(file, tools))
    for await (const line of readLines(chunks, recordLimit)) {
      // The line at which a stopped reading ends is cut.
      if (tools.stop?.aborted) return
      if (!isBlank(line)) yield readingOf(file, line)
    }
  } catch (error) {
    yield setAside(file, undefined, brokenOff(error))
  }
}

// Otherwise every stretch between two accidental line breaks would be reported.
async function* refuseBinary(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true
  for await (const chunk of chunks) {
    if (first && (looksBinary(chunk) || unmistakableCharset(chunk) !== undefined))
      throw new Unreadable('binary or UTF-16, not lines of JSON in UTF-8')
    first = false
    yield chunk
  }
}

function isBlank({ bytes }: Line): boolean {
  return bytes?.every((byte) => byte === 32 || byte === 9 || byte === 13) ?? false
}

function readingOf(file: SourceFile, { number, bytes, length }: Line): Reading {
  if (!bytes) return setAside(file, number, tooLong(length, recordLimit))
  const parse = async () => withoutMarkup(readJsonArticle(bytes))
  return { kind: 'record', file, line: number, bytes, mediaType: 'application/json', parse }
}
