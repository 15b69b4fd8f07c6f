import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { faultOf } from '../../engine/archive/open-database.ts'
import { correctionsPath } from '../corrections/corrections-file.ts'
import { BadCorrection } from '../corrections/bad-correction.ts'
import type { Correction } from '../corrections/correction.ts'
import { readCorrection } from '../corrections/read-correction.ts'

/** A line of the corrections file, by its place among the file's bytes. */
interface PlacedLine {
  readonly start: number
  readonly bytes: number
  readonly correction: Correction
}

/** How many lines of a data folder's corrections are about one of these articles alone, or take such a one back. */
export function countCorrectionsOf(dataDir: string, articles: ReadonlySet<string>): number {
  return linesOf(dataDir, articles).length
}

/**
 * Overwrites the lines of a data folder's corrections that are about one of these articles alone with comments of the same length: so
 * nothing moves, and whoever appends at that moment loses nothing. Returns how many lines that were.
 */
export function overwriteCorrectionsOf(dataDir: string, articles: ReadonlySet<string>): number {
  const lines = linesOf(dataDir, articles)
  if (lines.length === 0) return 0
  const path = correctionsPath(dataDir)
  try {
    const file = openSync(path, 'r+')
    try {
      for (const { start, bytes } of lines) writeSync(file, `#${' '.repeat(bytes - 1)}`, start)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw faultOf(path, error)
  }
  return lines.length
}

function linesOf(dataDir: string, articles: ReadonlySet<string>): PlacedLine[] {
  const lines = placedLines(dataDir)
  const ids = new Set<string>()
  return lines.filter(({ correction }) => {
    const isOf =
      correction.do === 'undo'
        ? ids.has(correction.of)
        : 'article' in correction && articles.has(correction.article ?? '')
    if (isOf) ids.add(correction.id)
    return isOf
  })
}

function placedLines(dataDir: string): PlacedLine[] {
  let content: Buffer
  try {
    content = readFileSync(correctionsPath(dataDir))
  } catch {
    // There are none; a file that cannot be read is told by whoever follows it.
    return []
  }
  const lines: PlacedLine[] = []
  for (let start = beginning(content); start < content.length;) {
    const found = content.indexOf(0x0a, start)
    const end = found < 0 ? content.length : found
    const correction = correctionIn(content.toString('utf8', start, end).replace(/\r$/, ''))
    if (correction) lines.push({ start, bytes: end - start, correction })
    start = end + 1
  }
  return lines
}

/** Behind a byte order mark. */
function beginning(content: Buffer): number {
  return content.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0
}

function correctionIn(line: string): Correction | undefined {
  try {
    return readCorrection(line)
  } catch (error) {
    if (error instanceof BadCorrection) return undefined
    throw error
  }
}
