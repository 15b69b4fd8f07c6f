import { plainProgress } from './plain-progress.ts'
import type { Progress } from './progress.ts'
import { terminalProgress } from './terminal-progress.ts'

/** A bar on a terminal, lines elsewhere. */
export function shownProgress(say: (line: string) => void): Progress {
  return process.stderr.isTTY ? terminalProgress() : plainProgress(say)
}
