import { DatabaseUnusable } from '../../engine/archive/open-database.ts'
import { correctionsPath, readCorrections } from '../corrections/corrections-file.ts'
import type { Report } from './fault.ts'

/** Checks what is no database: the corrections. */
export function checkFiles(dataDir: string, report: Report): void {
  try {
    for (const { line, problem } of readCorrections(dataDir).faults)
      report({
        problem: `${correctionsPath(dataDir)}: line ${line} ${problem}. It is skipped.`,
        remedy: 'Put the line right, or delete it.',
      })
  } catch (error) {
    if (!(error instanceof DatabaseUnusable)) throw error
    report({ problem: error.message, remedy: 'See above.' })
  }
}
