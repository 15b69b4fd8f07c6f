import { ahead } from '../ahead.ts'
import { readLines, type Line } from '../read/lines.ts'

import { recordLimit, tooLong } from '../read/source-record.ts'
import { WorkerEnded, WorkerPool } from '../workers/worker-pool.ts'
import type { InputLine } from './facets-line.ts'
import type { LineAnswer } from './facets-worker.ts'

/** A line of the result, or why there is none; `number` counts the lines of the input from 1. */
export type FacetsLine = LineAnswer & { readonly number: number }

/** Lines on their way at once: enough to keep every process busy, few enough to hold in memory. */
const linesEach = 32
const mostBytes = recordLimit

/**
 * Extracts the facets of articles, one a line of JSON, in `threads` processes. Yields the results in the order of the lines, blank
 * ones left out. Lines over 16 MB are bad, and so is one at which one of them ends; the rest goes on. Whatever the length of the
 * input, as much is in memory as a few lines need.
 */
export async function* facetsLines(
  input: AsyncIterable<Uint8Array>,
  threads: number,
): AsyncGenerator<FacetsLine> {
  const pool = new WorkerPool<InputLine, LineAnswer>({
    script: new URL('./facets-worker.ts', import.meta.url),
    start: null,
    workers: threads,
  })
  try {
    const room = { items: threads * linesEach, bytes: mostBytes, bytesOf: bytesOf }
    yield* ahead(withoutBlank(readLines(input, recordLimit)), room, async (line) => ({
      number: line.number,
      ...(await answerTo(line, pool)),
    }))
  } finally {
    await pool.close()
  }
}

async function answerTo(
  { number, bytes, length }: Line,
  pool: WorkerPool<InputLine, LineAnswer>,
): Promise<LineAnswer> {
  if (!bytes) return { kind: 'bad', reason: tooLong(length, recordLimit) }
  try {
    // A copy: the bytes are part of a larger piece of the input, all of which would be sent.
    return await pool.run({ number, bytes: bytes.slice() })
  } catch (error) {
    if (error instanceof WorkerEnded) return { kind: 'bad', reason: error.message }
    throw error
  }
}

const bytesOf = ({ bytes }: Line) => bytes?.length ?? 0

async function* withoutBlank(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  for await (const line of lines) if (!line.bytes?.every(isSpace)) yield line
}

const isSpace = (byte: number) => byte === 32 || byte === 9 || byte === 13
