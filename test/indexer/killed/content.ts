import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Times, numbers of runs and of changes, and random marks: what may differ between two archives of the same articles. */
const free = new Set(['first_indexed', 'replaced', 'run', 'at', 'number', 'mark'])
/** Of the change log, who is in it counts; of the settings, none is about articles. */
const others = new Set(['run', 'setting', 'change', 'sqlite_sequence', 'sqlite_stat1'])

/** All that an archive keeps, table by table, in an order of its own. */
export function archiveContent(dataDir: string): Readonly<Record<string, readonly string[]>> {
  const db = new DatabaseSync(join(dataDir, 'archive.sqlite'), { readOnly: true })
  try {
    const tables = db
      .prepare("select name from sqlite_master where type = 'table' order by name")
      .all()
      .map((row) => String(row['name']))
      .filter((name) => !others.has(name))
    const changed = db
      .prepare('select distinct sequence, id from change order by sequence')
      .all()
      .map((row) => JSON.stringify(row))
    const rowsOf = (table: string) => [table, contentOf(db, table)] as const
    return { ...Object.fromEntries(tables.map(rowsOf)), change: changed }
  } finally {
    db.close()
  }
}

function contentOf(db: DatabaseSync, table: string): string[] {
  return db
    .prepare(`select * from "${table}"`)
    .all()
    .map((row) => JSON.stringify(Object.entries(row).flatMap(shown)))
    .toSorted()
}

function shown([name, value]: readonly [string, unknown]): string[] {
  if (free.has(name)) return []
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('base64') : String(value)
  return [`${name}: ${text}`]
}
