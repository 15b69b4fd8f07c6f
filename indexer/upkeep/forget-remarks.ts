import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultOf } from '../../engine/archive/open-database.ts'

/**
 * Takes what was remarked about records of these places out of the lists of earlier runs: names of files and reasons may quote an
 * article. Each list is written anew beside itself.
 */
export function forgetRemarks(dataDir: string, origins: ReadonlySet<string>): void {
  const folder = join(dataDir, 'set-aside')
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.tsv')) continue
    const path = join(folder, name)
    const lines = readFileSync(path, 'utf8').split('\n')
    const kept = lines.filter((line) => !origins.has(originIn(line)))
    if (kept.length < lines.length) replace(path, kept.join('\n'))
  }
}

/** Columns are: what, file, line, reason. */
function originIn(row: string): string {
  const [, file = '', line = ''] = row.split('\t')
  return line === '' ? file : `${file}#${line}`
}

function replace(path: string, content: string): void {
  try {
    writeFileSync(`${path}.new`, content, { flush: true })
    renameSync(`${path}.new`, path)
  } catch (error) {
    throw faultOf(path, error)
  }
}
