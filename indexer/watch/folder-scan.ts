import { statSync } from 'node:fs'
import { UsageError } from '../../engine/settings.ts'
import { findFiles } from '../read/find-files.ts'

/** Files remembered; each takes some 150 bytes of memory. */
const mostFiles = 1_000_000

/** How long a file must not have changed before it is read, in milliseconds. */
const quietAfter = 2_000

interface Fresh {
  readonly stamp: number
  /** When it was first seen like this. */
  readonly since: number
}

/** Notices files of folders that are new or changed, by path, size and time of change. */
export class FolderScan {
  readonly #paths: readonly string[]
  readonly #except: string
  readonly #quiet: number
  /** Stamps of files that were handed out. */
  #taken = new Map<string, number>()
  /** Files that may still be growing. */
  #fresh = new Map<string, Fresh>()

  /** `except` is the folder of the archive. */
  constructor(paths: readonly string[], except: string, quiet = quietAfter) {
    this.#paths = paths
    this.#except = except
    this.#quiet = quiet
  }

  /**
   * Files that are new, or have changed since they were handed out, and have been quiet for a while: each once. At the first look every
   * file is new. Forgets files that are gone. Throws UsageError for more than a million files.
   */
  look(now: number): string[] {
    const taken = new Map<string, number>()
    const fresh = new Map<string, Fresh>()
    const ready: string[] = []
    for (const found of findFiles(this.#paths, this.#except).files) {
      const stamp = found.kind === 'set aside' ? undefined : stampOf(found.path)
      if (found.kind === 'set aside' || stamp === undefined) continue
      const { path } = found
      if (this.#taken.get(path) === stamp) taken.set(path, stamp)
      else {
        const since = this.#sinceWhen(path, stamp, now)
        if (now - since < this.#quiet) fresh.set(path, { stamp, since })
        else {
          taken.set(path, stamp)
          ready.push(path)
        }
      }
      if (taken.size + fresh.size > mostFiles)
        throw new UsageError(`There are more than ${mostFiles} files: watch smaller folders.`)
    }
    this.#taken = taken
    this.#fresh = fresh
    return ready
  }

  #sinceWhen(path: string, stamp: number, now: number): number {
    const before = this.#fresh.get(path)
    return before?.stamp === stamp ? before.since : now
  }
}

/** Time of change and size in one number; undefined for a file that is gone. */
function stampOf(path: string): number | undefined {
  try {
    const { mtimeMs, size } = statSync(path)
    return Math.floor(mtimeMs) * 4096 + (size % 4096)
  } catch {
    return undefined
  }
}
