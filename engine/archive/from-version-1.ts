import type { DatabaseSync } from 'node:sqlite'
import { addWords } from './count-names.ts'
import { newMark } from './marks.ts'
import { foldName } from './names.ts'

/**
 * Adds to an archive of version 1 what the tables of version 2 hold besides, inside the caller's transaction and with those tables
 * made: marks of changes, names folded as texts are, and their words. Nothing stands above its values yet: that comes when their
 * articles are processed again.
 */
export function completeVersion1(db: DatabaseSync): void {
  db.prepare('update change set mark = ?').run(newMark())
  db.function('fold_name', { deterministic: true }, (name) => foldName(String(name)))
  db.exec('update entity_name set folded = fold_name(name) where folded <> fold_name(name)')
  const names = db.prepare(
    'select distinct facet, id, name from entity_name where articles > 0 order by facet, id',
  )
  for (const { facet, id, name } of names.iterate()) {
    addWords(db, String(facet), String(id), String(name))
  }
}
