import { unmistakableCharset } from '../decode.ts'
import { Unreadable } from '../draft.ts'
import { brokenOff, fileBytes } from '../file-bytes.ts'
import { fieldNames } from '../field-names.ts'
import { readJsonArticle } from '../json-article.ts'
import { withoutMarkup } from '../markup.ts'
import type { SourceFile } from '../source-file.ts'
import {
  recordLimit,
  setAside,
  tooLong,
  type Reading,
  type ReadingTools,
} from '../source-record.ts'
import { findArticles } from './find-array.ts'
import { CutOff, jsonElements, type JsonElement } from './json-elements.ts'

/** An object with a text of one of these names is an article; a description may be that of a collection. */
const textNames = new Set<string>(fieldNames.text.filter((name) => name !== 'description'))

/**
 * Reads a `.json` file: an article, an array of articles, or an object with such an array in it. Arrays of any length are read element
 * by element. What is broken is set aside, and the rest is read as far as it can be told apart.
 */
export async function* readJsonFile(
  file: SourceFile,
  tools: ReadingTools,
): AsyncGenerator<Reading> {
  const chunks = fileBytes(file, tools)
  try {
    const { start, whole } = await beginning(chunks)
    if (unmistakableCharset(start) !== undefined) throw new Unreadable('UTF-16, not JSON in UTF-8')
    if (whole && isJsonFeed(start)) yield* feedOf(file, start)
    else yield* readingsOf(file, start, { chunks, whole }, tools)
  } catch (error) {
    yield setAside(file, undefined, error instanceof CutOff ? cutOff : brokenOff(error))
  } finally {
    await chunks.return(undefined)
  }
}

const cutOff = 'the file is cut off or broken: the array does not end; what came before is read'

/** What follows the beginning of a file. */
interface Rest {
  readonly chunks: AsyncGenerator<Uint8Array, void>
  /** Whether nothing does. */
  readonly whole: boolean
}

async function* readingsOf(
  file: SourceFile,
  start: Uint8Array,
  { chunks, whole }: Rest,
  { stop }: ReadingTools,
): AsyncGenerator<Reading> {
  const at = findArticles(start, textNames)
  if (at.kind === 'one') {
    if (!whole) throw new Unreadable(tooLong(start.length, recordLimit))
    yield record(file, undefined, start)
    return
  }
  for await (const element of jsonElements(
    rejoined(start.subarray(at.start), chunks),
    recordLimit,
  )) {
    if (stop?.aborted) return
    yield elementReading(file, element)
  }
}

function elementReading(file: SourceFile, { number, bytes, length }: JsonElement): Reading {
  return bytes ? record(file, number, bytes) : setAside(file, number, tooLong(length, recordLimit))
}

function record(file: SourceFile, line: number | undefined, bytes: Uint8Array): Reading {
  const parse = async () => withoutMarkup(readJsonArticle(bytes))
  return { kind: 'record', file, line, bytes, mediaType: 'application/json', parse }
}

/** As much as one article may have, and whether that is the whole file. */
async function beginning(
  chunks: AsyncGenerator<Uint8Array, void>,
): Promise<{ readonly start: Uint8Array; readonly whole: boolean }> {
  const pieces: Uint8Array[] = []
  let length = 0
  while (length <= recordLimit) {
    const next = await chunks.next()
    if (next.done) return { start: Buffer.concat(pieces), whole: true }
    pieces.push(next.value)
    length += next.value.length
  }
  return { start: Buffer.concat(pieces), whole: false }
}

async function* rejoined(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

function isJsonFeed(start: Uint8Array): boolean {
  return /^\s*\{[^[]{0,400}"https?:\/\/jsonfeed\.org\/version\//.test(
    new TextDecoder().decode(start.subarray(0, 500)),
  )
}

async function* feedOf(file: SourceFile, bytes: Uint8Array): AsyncGenerator<Reading> {
  const { feedReadings } = await import('../feed-file.ts')
  yield* feedReadings(file, bytes)
}
