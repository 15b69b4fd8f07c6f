import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
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

/** Reads the corrections of a data folder; none where it has no such file. */
export function readCorrections(dataDir: string): CorrectionsRead {
  const path = correctionsPath(dataDir)
  return existsSync(path) ? parseCorrections(readFileSync(path, 'utf8')) : nothingRead
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
 * Adds lines at the end, whole and on disk when this returns. What the file holds is never rewritten; a last line that an editor or a
 * crash left without its end is ended first.
 */
export function appendCorrections(dataDir: string, lines: readonly string[]): void {
  if (lines.length === 0) return
  const path = correctionsPath(dataDir)
  const start = existsSync(path) && !endsLine(readFileSync(path)) ? '\n' : ''
  const file = openSync(path, 'a')
  try {
    // One write: of two processes that append at once, neither cuts into the other's line.
    writeSync(file, `${start}${lines.map((line) => `${line}\n`).join('')}`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Tells one state of a data folder's corrections from another without reading them; '' where there are none. */
export function correctionsStamp(dataDir: string): string {
  const found = statSync(correctionsPath(dataDir), { throwIfNoEntry: false, bigint: true })
  return found ? `${found.size} ${found.mtimeNs} ${found.ino}` : ''
}

function endsLine(bytes: Uint8Array): boolean {
  return bytes.length === 0 || bytes.at(-1) === 0x0a
}
