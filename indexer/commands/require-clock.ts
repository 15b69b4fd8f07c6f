import type { Archive } from '../../engine/archive/archive.ts'
import { UsageError } from '../../engine/settings.ts'

const day = 24 * 60 * 60 * 1000

/**
 * Throws UsageError when the clock is more than a day behind the archive's last run: dates of articles later than the clock's would be
 * taken for mistakes, and articles indexed before would lose theirs.
 */
export function requireClock(archive: Pick<Archive, 'lastRunBegan'>, now: Date): void {
  const last = archive.lastRunBegan()
  if (last === undefined || now.getTime() > Date.parse(last) - day) return
  throw new UsageError(
    `The clock of this computer says ${now.toISOString().slice(0, 10)}, but the archive was last indexed on ${last.slice(0, 10)}. ` +
      'Set the clock right; or if it is right, and was wrong then, add --clock-is-right. Nothing was indexed.',
  )
}
