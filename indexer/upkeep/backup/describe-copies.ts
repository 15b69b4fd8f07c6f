import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { archivePath, userDataPath } from '../../../engine/archive/data-folder.ts'
import { withReadOnly } from '../../../engine/archive/open-existing.ts'
import { readCorrections } from '../../corrections/corrections-file.ts'
import type { Manifest } from './manifest.ts'

/** What the copies in a folder hold: by this a backup is told from another, and checked. */
export function describeCopies(
  folder: string,
): Pick<Manifest, 'archiveFormat' | 'articles' | 'savedQueries' | 'corrections'> {
  const user = userDataPath(folder)
  return {
    ...withReadOnly(archivePath(folder), (db) => ({
      archiveFormat: numberIn(db, 'pragma user_version'),
      articles: numberIn(db, 'select count(*) from article'),
    })),
    savedQueries: existsSync(user)
      ? withReadOnly(user, (db) => numberIn(db, 'select count(*) from saved_query'))
      : 0,
    corrections: readCorrections(folder).corrections.length,
  }
}

function numberIn(db: DatabaseSync, sql: string): number {
  return Number(Object.values(db.prepare(sql).get() ?? {})[0])
}
