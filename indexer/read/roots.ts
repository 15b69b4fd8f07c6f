import { globSync, lstatSync, realpathSync } from 'node:fs'
import { resolve, sep } from 'node:path'

/** What the words of a command line stand for. */
export interface Roots {
  /** Absolute, symbolic links resolved, each once, none inside another that stands before it. */
  readonly roots: readonly string[]
  /** Those of them that a path names, not a pattern. */
  readonly named: ReadonlySet<string>
  /** Symbolic links that a pattern matches: not followed, as in a folder. */
  readonly links: readonly string[]
  readonly missing: readonly string[]
}

const wildcard = /[*?[{]/

/** Whether a word of a command line may stand for several files. */
export function isPattern(path: string): boolean {
  return wildcard.test(path)
}

/** Resolves paths, and patterns such as news/**\/*.html where there is no file of that very name. Hidden files match no pattern. */
export function findRoots(paths: readonly string[]): Roots {
  const roots: string[] = []
  const links: string[] = []
  const missing: string[] = []
  const given = new Set<string>()
  const add = (path: string) => {
    if (isInside(path, given)) return
    given.add(path)
    roots.push(path)
  }
  for (const path of paths) {
    const real = realPath(path)
    const matches = real === undefined ? matching(path) : [real]
    if (matches.length === 0) missing.push(path)
    for (const match of matches) {
      if (real === undefined && isLink(match, path)) links.push(match)
      else add(realPath(match) ?? match)
    }
  }
  const named = new Set(paths.flatMap((path) => realPath(path) ?? []))
  return { roots, named, links, missing }
}

/** The path with its symbolic links resolved; undefined where there is nothing. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

function matching(path: string): string[] {
  if (!isPattern(path)) return []
  return globSync(path)
    .map((match) => resolve(match))
    .sort()
}

/** A match counts as a link where any part of it that the pattern left open is one. */
function isLink(match: string, path: string): boolean {
  const fixed = path.split(sep).findIndex(isPattern)
  const base = resolve(
    path.split(sep).slice(0, fixed).join(sep) || (path.startsWith(sep) ? sep : '.'),
  )
  const real = realPath(match)
  if (real === undefined)
    return lstatSync(match, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  return real !== (realPath(base) ?? base) + match.slice(base.length)
}

function isInside(path: string, folders: ReadonlySet<string>): boolean {
  for (let at = path.length; at > 0; at = path.lastIndexOf(sep, at - 1)) {
    if (folders.has(path.slice(0, at))) return true
  }
  return folders.has(sep)
}
