import { lstatSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs'
import { extname, isAbsolute, join, relative, sep } from 'node:path'

/** How a file is read. */
export type FileKind = 'text' | 'page' | 'lines'

/** A file that holds articles. */
export interface SourceFile {
  /** Absolute, symbolic links resolved: what tells it from other files. */
  readonly path: string
  /** As shown to readers: relative to the current folder when inside it, else absolute. */
  readonly shown: string
  readonly kind: FileKind
  readonly bytes: number
}

/** What is not in the archive after a run, and why. */
export interface SetAside {
  readonly file: string
  readonly line: number | undefined
  readonly reason: string
}

/** What is at the paths of a run. */
export interface FoundFiles {
  readonly files: readonly SourceFile[]
  readonly setAside: readonly SetAside[]
  /** Paths asked for that do not exist. */
  readonly missing: readonly string[]
}

const kinds: Readonly<Record<string, FileKind>> = {
  '.txt': 'text',
  '.html': 'page',
  '.htm': 'page',
  '.jsonl': 'lines',
  '.jsonl.gz': 'lines',
}

/**
 * Finds the files of articles among files and folders, folders with all they contain, in alphabetical order, each once.
 * Hidden files and the folder `except` (where the archive is) are passed over; symbolic links inside folders are not
 * followed. Whatever cannot be looked at is set aside.
 */
export function findFiles(paths: readonly string[], except: string): FoundFiles {
  const files = new Map<string, SourceFile>()
  const setAside: SetAside[] = []
  const missing: string[] = []
  const excluded = realPath(except)
  const put = (path: string, reason: string) => {
    setAside.push({ file: shownPath(path), line: undefined, reason })
  }
  const visit = (path: string, stats: Stats) => {
    if (stats.isDirectory()) visitFolder(path)
    else if (!stats.isFile()) put(path, 'neither a file nor a folder')
    else if (!kindOf(path)) put(path, `not a kind of file that Dateline reads: ${ending(path)}`)
    else files.set(path, sourceFile(path, stats.size))
  }
  const visitFolder = (folder: string) => {
    if (folder === excluded) return
    attempt(folder, put, () => readdirSync(folder).sort())?.forEach((name) => {
      if (name.startsWith('.')) return
      const path = join(folder, name)
      const stats = attempt(path, put, () => lstatSync(path))
      if (stats?.isSymbolicLink()) put(path, 'a symbolic link: not followed')
      else if (stats) visit(path, stats)
    })
  }
  for (const path of paths) {
    const real = realPath(path)
    const stats = real === undefined ? undefined : attempt(real, put, () => statSync(real))
    if (real === undefined) missing.push(path)
    else if (stats) visit(real, stats)
  }
  return { files: [...files.values()], setAside, missing }
}

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

function attempt<T>(
  path: string,
  put: (path: string, reason: string) => void,
  look: () => T,
): T | undefined {
  try {
    return look()
  } catch (error) {
    put(path, systemReason(error))
    return undefined
  }
}

function sourceFile(path: string, bytes: number): SourceFile {
  return { path, shown: shownPath(path), kind: kindOf(path) ?? 'text', bytes }
}

function kindOf(path: string): FileKind | undefined {
  return kinds[ending(path)]
}

// ".gz" alone does not say what is inside.
function ending(path: string): string {
  const last = extname(path).toLowerCase()
  if (last !== '.gz') return last === '' ? 'no ending' : last
  return extname(path.slice(0, -last.length)).toLowerCase() + last
}

// What a terminal would take for a command must not reach it.
const control = /[\x00-\x1f\x7f-\x9f]/g

function shownPath(path: string): string {
  return place(path).replace(control, '\ufffd')
}

function place(path: string): string {
  const fromHere = relative(process.cwd(), path)
  return fromHere === '' || fromHere.split(sep)[0] === '..' || isAbsolute(fromHere)
    ? path
    : fromHere
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}
