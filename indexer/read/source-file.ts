import { isAbsolute, relative, sep } from 'node:path'
import type { FileKind, Packing } from './source-kinds.ts'

/** A file that holds articles. */
export interface SourceFile {
  /** Absolute, symbolic links resolved: what tells it from other files. '' for standard input. */
  readonly path: string
  /** As shown to readers: relative to the current folder when inside it, else absolute. */
  readonly shown: string
  readonly kind: FileKind
  readonly packing: Packing
  /** As they are on the disk; 0 for standard input. */
  readonly bytes: number
}

/** What is not in the archive after a run, and why. */
export interface SetAside {
  readonly file: string
  /** The line, or the number of the record, from 1, in a file of many articles. */
  readonly line: number | undefined
  readonly reason: string
}

/** How standard input is named in reports and as an article's origin. */
export const standardInput = 'standard input'

/** Says in plain words why the system refuses a file. */
export function systemReason(error: unknown): string {
  const code = errorCode(error)
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read: permission denied'
  if (code === 'ENOENT') {
    // Node reads names as UTF-8 and puts this character where they are not.
    return String(error).includes('\ufffd')
      ? 'cannot be found under its name, which is not valid UTF-8: rename it'
      : 'vanished before it was read'
  }
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`
}

/** The system's name for an error such as ENOENT, '' where there is none. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

// What a terminal would take for a command must not reach it.
const control = /[\x00-\x1f\x7f-\x9f]/g

/** A path as it is shown to readers. */
export function shownPath(path: string): string {
  return place(path).replace(control, '\ufffd')
}

function place(path: string): string {
  const fromHere = relative(process.cwd(), path)
  return fromHere === '' || fromHere.split(sep)[0] === '..' || isAbsolute(fromHere)
    ? path
    : fromHere
}
