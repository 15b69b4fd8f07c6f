import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { userDataPath } from '../../engine/archive/data-folder.ts'
import { packFingerprints, unpackFingerprints } from '../../engine/archive/pack-fingerprints.ts'
import { faultOf, openDatabase } from '../../engine/archive/open-database.ts'

/**
 * Takes what the site's readers have of these articles out of their database: entries of the records of saved queries, which keep their
 * figures and the number of what is gone, and articles of collections with the remarks on them. What readers wrote themselves in names
 * and notes of queries and collections stays. Done again, it finds nothing more to do. Nothing where there is no such database.
 */
export function forgetInUserData(dataDir: string, articles: ReadonlySet<string>): void {
  inUserData(dataDir, (db) => {
    db.exec('begin immediate')
    if (hasTable(db, 'query_record')) forgetEntries(db, articles)
    if (hasTable(db, 'collection_article')) forgetCollected(db, articles)
    db.exec('commit')
  })
}

/** Writes the database of the site's readers anew, so that nothing is left in it of what was deleted or replaced. */
export function overwriteUserData(dataDir: string): void {
  inUserData(dataDir, (db) => {
    db.exec('vacuum; pragma wal_checkpoint(truncate)')
  })
}

function inUserData(dataDir: string, work: (db: DatabaseSync) => void): void {
  const file = userDataPath(dataDir)
  if (!existsSync(file)) return
  const db = openDatabase(file, (opened) => {
    opened.exec('pragma busy_timeout = 10000; pragma secure_delete = on')
  })
  try {
    work(db)
  } catch (error) {
    throw faultOf(file, error)
  } finally {
    db.close()
  }
}

function forgetEntries(db: DatabaseSync, articles: ReadonlySet<string>): void {
  const records = db.prepare('select id from query_record where entries is not null').all()
  const read = db.prepare('select entries from query_record where id = ?')
  const write = db.prepare('update query_record set entries = ?, purged = purged + ? where id = ?')
  for (const { id } of records) {
    const packed = read.get(id ?? null)?.['entries']
    if (!(packed instanceof Uint8Array)) continue
    const entries = unpackFingerprints(packed)
    const kept = entries.filter((entry) => !articles.has(entry.id))
    const gone = entries.length - kept.length
    if (gone > 0) write.run(packFingerprints(kept), gone, id ?? null)
  }
}

function forgetCollected(db: DatabaseSync, articles: ReadonlySet<string>): void {
  const forget = db.prepare('delete from collection_article where article = ?')
  for (const id of articles) forget.run(id)
}

/** A site of an earlier version knew neither records nor collections. */
function hasTable(db: DatabaseSync, name: string): boolean {
  return (
    db.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !==
    undefined
  )
}
