import type { Clock } from '../fetch/clock.ts'
import type { FolderScan } from './folder-scan.ts'
import type { Passes } from './passes.ts'

/** What watching folders needs. */
export interface FolderWatch {
  readonly scan: FolderScan
  readonly passes: Passes
  readonly clock: Clock
  /** Milliseconds between two looks; default 2,000. Looking takes a twentieth of the time at most. */
  readonly pause?: number | undefined
  readonly stop: AbortSignal
}

/** Looks again and again for files that are new or changed, and has them indexed, until it is stopped. */
export async function watchFolders({
  scan,
  passes,
  clock,
  pause = 2_000,
  stop,
}: FolderWatch): Promise<void> {
  while (!stop.aborted) {
    const started = clock.now()
    const paths = scan.look(started)
    const took = clock.now() - started
    if (paths.length > 0) await passes.store({ named: nameOf(paths), paths, readings: [] })
    await clock.sleep(Math.max(pause, 20 * took), stop).catch(() => undefined)
  }
}

function nameOf([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`
}
