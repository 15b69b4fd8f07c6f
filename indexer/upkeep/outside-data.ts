import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { UsageError } from '../../engine/settings.ts'

/** Throws UsageError for a path inside the data folder: purging could not reach what lies there. */
export function requireOutside(dataDir: string, path: string): void {
  const inside = relative(realPath(dataDir), realPath(path))
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return
  throw new UsageError(
    `${path} lies inside the data folder ${dataDir}. Name a place elsewhere, best on another disk.`,
  )
}

/** With the links followed of the part of it that exists. */
function realPath(path: string): string {
  const whole = resolve(path)
  if (existsSync(whole)) return realpathSync(whole)
  const parent = dirname(whole)
  return parent === whole ? whole : resolve(realPath(parent), relative(parent, whole))
}
