import { lstatSync, readdirSync, statSync, type Stats } from 'node:fs'
import { join, sep } from 'node:path'
import { findRoots, realPath } from './roots.ts'
import {
  shownPath,
  standardInput,
  systemReason,
  type SetAside,
  type SourceFile,
} from './source-file.ts'
import { endingOf, kindOfName, type FileKind } from './source-kinds.ts'

export type { SetAside, SourceFile } from './source-file.ts'

/** One thing met while looking for files. */
export type Found = SourceFile | ({ readonly kind: 'set aside' } & SetAside)

/** What is at the paths of a run. */
export interface FoundFiles {
  /** Each time it is iterated the folders are walked anew: memory does not grow with the number of files. */
  readonly files: Iterable<Found>
  /** Of all files together when they were counted. Counting walks the folders. */
  bytes(): number
  /** Paths asked for that do not exist, and patterns that nothing matches. */
  readonly missing: readonly string[]
}

/** The word that stands for standard input among the paths of a run. */
export const inputWord = '-'

/**
 * Finds the files of articles among files, folders and patterns such as news/**\/*.html, folders with all they contain, in alphabetical
 * order, each once. Hidden files and the folder `except` (where the archive is) are passed over; symbolic links inside folders are not
 * followed. Whatever cannot be looked at is set aside. `-` is standard input, read as `inputKind`, JSON lines by default.
 */
export function findFiles(
  paths: readonly string[],
  except: string,
  inputKind: FileKind = 'lines',
): FoundFiles {
  const { roots, named, links, missing } = findRoots(paths.filter((path) => path !== inputWord))
  const input = paths.includes(inputWord) ? [inputFile(inputKind)] : []
  const files: Iterable<Found> = {
    *[Symbol.iterator]() {
      yield* input
      yield* links.map(notFollowed)
      const walked = new Set<string>()
      for (const root of roots) {
        yield* visit(root, { walked, named, excluded: realPath(except) ?? except })
        walked.add(root)
      }
    },
  }
  const bytes = () => {
    let sum = 0
    for (const found of files) sum += found.kind === 'set aside' ? 0 : found.bytes
    return sum
  }
  return { files, bytes, missing }
}

interface Walk {
  /** Paths of the command line that were walked already. */
  readonly walked: ReadonlySet<string>
  /** What is inside is passed over, but for files that are named. */
  readonly excluded: string
  readonly named: ReadonlySet<string>
}

function* visit(path: string, walk: Walk): Generator<Found> {
  // Named by the reader, so a link is followed: `findRoots` has resolved it.
  yield* attempt(
    path,
    () => statSync(path),
    (stats) => visitAt(path, stats, walk),
  )
}

function* visitAt(path: string, stats: Stats, walk: Walk): Generator<Found> {
  if (walk.walked.has(path)) return
  if (`${path}${sep}`.startsWith(`${walk.excluded}${sep}`)) yield* visitExcluded(path, stats, walk)
  else yield* visitAny(path, stats, walk)
}

/** A file that the reader names is meant, wherever it is; a folder that is not read must not look like an empty one. */
function* visitExcluded(path: string, stats: Stats, walk: Walk): Generator<Found> {
  if (!walk.named.has(path)) return
  if (stats.isDirectory()) yield setAside(path, 'part of the data folder: name its files instead')
  else yield* visitAny(path, stats, walk)
}

function* visitAny(path: string, stats: Stats, walk: Walk): Generator<Found> {
  if (stats.isDirectory()) yield* visitFolder(path, walk)
  else if (!stats.isFile()) yield setAside(path, 'neither a file nor a folder')
  else yield fileAt(path, stats.size)
}

function* visitFolder(folder: string, walk: Walk): Generator<Found> {
  yield* attempt(
    folder,
    () => readdirSync(folder).sort(),
    function* (names) {
      for (const name of names) {
        if (name.startsWith('.')) continue
        const path = join(folder, name)
        yield* attempt(
          path,
          () => lstatSync(path),
          (stats) => (stats.isSymbolicLink() ? [notFollowed(path)] : visitAt(path, stats, walk)),
        )
      }
    },
  )
}

function* attempt<T>(
  path: string,
  look: () => T,
  then: (seen: T) => Iterable<Found>,
): Generator<Found> {
  let seen: T
  try {
    seen = look()
  } catch (error) {
    yield setAside(path, systemReason(error))
    return
  }
  yield* then(seen)
}

function fileAt(path: string, bytes: number): Found {
  const kind = kindOfName(path)
  if (!kind) return setAside(path, `not a kind of file that Dateline reads: ${endingOf(path)}`)
  return { path, shown: shownPath(path), bytes, ...kind }
}

function inputFile(kind: FileKind): SourceFile {
  return { path: '', shown: standardInput, kind, packing: 'none', bytes: 0 }
}

function notFollowed(path: string): Found {
  return setAside(path, 'a symbolic link: not followed')
}

function setAside(path: string, reason: string): Found {
  return { kind: 'set aside', file: shownPath(path), line: undefined, reason }
}
