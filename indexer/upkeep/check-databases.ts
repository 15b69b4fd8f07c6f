import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { withReadOnly } from '../../engine/archive/open-existing.ts'
import { DatabaseUnusable } from '../../engine/archive/open-database.ts'
import { structureFaults } from '../../engine/archive/table-faults.ts'
import { buildIndexAnew, type Report } from './fault.ts'

/** SQLite lists a hundred faults of one damaged file. */
const faultsTold = 3

const remedies = {
  'user.sqlite':
    'Put back a backup of it (npm run index -- restore FOLDER --replace), or move it away: saved queries are lost then.',
  'vocabulary.sqlite':
    'Stop the site, delete it, and run npm run index -- rebuild: it holds the words of the index only.',
} as const

/** Checks the structure of every database but the archive's: saved queries, and what belongs to the index. Returns their names. */
export function checkDatabases(dataDir: string, report: Report): string[] {
  const names = ['user.sqlite', 'vocabulary.sqlite'] as const
  const found = names.filter((name) => existsSync(join(dataDir, name)))
  for (const name of found) checkDatabase(dataDir, name, remedies[name], report)
  const indexes = indexesIn(dataDir)
  for (const name of indexes) checkDatabase(dataDir, name, buildIndexAnew, report)
  return [...found, ...indexes]
}

function indexesIn(dataDir: string): string[] {
  const folder = join(dataDir, 'index')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((generation) => join('index', generation, 'index.sqlite'))
    .filter((name) => existsSync(join(dataDir, name)))
}

function checkDatabase(dataDir: string, name: string, remedy: string, report: Report): void {
  try {
    const faults = withReadOnly(join(dataDir, name), structureFaults)
    for (const fault of faults.slice(0, faultsTold))
      report({ problem: `${name} is damaged: ${fault}`, remedy })
  } catch (error) {
    // An index may be dropped by its writer at any moment.
    if (!existsSync(join(dataDir, name))) return
    if (!(error instanceof DatabaseUnusable)) throw error
    report({ problem: error.message, remedy })
  }
}
