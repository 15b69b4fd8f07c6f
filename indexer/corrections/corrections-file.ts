import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseUnusable, faultOf } from '../../engine/archive/open-database.ts'
import type { Correction } from './correction.ts'
import { BadCorrection } from './bad-correction.ts'
import { readCorrection } from './read-correction.ts'

/** Everything that a corrections file says. */
export interface CorrectionsRead {
  /** In the order of their lines. */
  readonly corrections: readonly Correction[]
  /** Lines that were skipped: counted from 1, with what is wrong with them. */
  readonly faults: readonly CorrectionFault[]
}

export interface CorrectionFault {
  readonly line: number
  readonly problem: string
}

/** Where the corrections of a data folder are kept: JSON lines, readable and editable by hand. */
export function correctionsPath(dataDir: string): string {
  return join(dataDir, 'corrections.jsonl')
}

/** Reads the corrections of a data folder; none where it has no such file. Throws DatabaseUnusable for one that is no text. */
export function readCorrections(dataDir: string): CorrectionsRead {
  const path = correctionsPath(dataDir)
  if (!existsSync(path)) return nothingRead
  const content = readText(path)
  // Otherwise damage would pass for a file whose every line was deleted, and undo all corrections.
  if (content.includes('\0'))
    throw new DatabaseUnusable(
      `${path} is damaged: it holds what is no text. Put back a backup of it, or move it away to begin without corrections.`,
    )
  return parseCorrections(content)
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw faultOf(path, error)
  }
}

const nothingRead: CorrectionsRead = { corrections: [], faults: [] }

/** Reads JSON lines. Empty lines and those that begin with `#` are passed over, bad ones are reported and skipped. */
export function parseCorrections(content: string): CorrectionsRead {
  const corrections: Correction[] = []
  const faults: CorrectionFault[] = []
  const ids = new Set<string>()
  for (const [index, line] of content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    try {
      const correction = readCorrection(line)
      if (correction.do === 'undo' && !ids.has(correction.of))
        throw new BadCorrection(`takes back "${correction.of}", which no line before it has`)
      ids.add(correction.id)
      corrections.push(correction)
    } catch (error) {
      if (!(error instanceof BadCorrection)) throw error
      faults.push({ line: index + 1, problem: error.message })
    }
  }
  return { corrections, faults }
}

/**
 * Adds lines at the end, whole and on disk when this returns; throws DatabaseUnusable, with the file as it was, when they cannot be. What
 * the file holds is never rewritten; a last line that an editor or a crash left without its end is ended first.
 */
export function appendCorrections(dataDir: string, lines: readonly string[]): void {
  if (lines.length === 0) return
  const path = correctionsPath(dataDir)
  try {
    appendWhole(path, lines.map((line) => `${line}\n`).join(''))
  } catch (error) {
    throw faultOf(path, error)
  }
}

/** One write, mostly: of two processes that append at once, neither cuts into the other's line. */
function appendWhole(path: string, lines: string): void {
  const file = openSync(path, 'a+')
  let written = 0
  try {
    const bytes = Buffer.from(endsLine(file) ? lines : `\n${lines}`)
    while (written < bytes.length) written += writeSync(file, bytes, written)
    fsyncSync(file)
  } catch (error) {
    // A full disk takes the first part of a write.
    if (written > 0) ftruncateSync(file, fstatSync(file).size - written)
    throw error
  } finally {
    closeSync(file)
  }
}

/** Tells one state of a data folder's corrections from another without reading them; '' where there are none. */
export function correctionsStamp(dataDir: string): string {
  const found = statSync(correctionsPath(dataDir), { throwIfNoEntry: false, bigint: true })
  return found ? `${found.size} ${found.mtimeNs} ${found.ino}` : ''
}

function endsLine(file: number): boolean {
  const { size } = fstatSync(file)
  const last = Buffer.alloc(1)
  return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last[0] === 0x0a)
}
