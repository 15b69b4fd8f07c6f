import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Archive } from '../archive/archive.ts'
import { faultOf, openDatabase } from '../archive/open-database.ts'
import { analyse, analysisVersion, listsVersion } from '../text/analyse.ts'
import type { Vocabulary } from './vocabulary.ts'
import { forgetForms, NewForms, WordTable, wordTables } from './word-table.ts'

/** Articles whose words are added in one transaction. */
const batch = 500
const formatVersion = 1
/** Words that another version of the analysis would write otherwise are read anew from the archive. */
const version = `${analysisVersion} ${listsVersion}`

const tables = `
  ${wordTables}
  create table followed(
    one integer primary key check(one = 1), applied integer not null, mark integer not null, version text not null
  );
  insert into followed values(1, 0, 0, '');
`

/** Where the words of a data folder are kept for an engine whose index is elsewhere. */
export function wordFilePath(dataDir: string): string {
  return join(dataDir, 'vocabulary.sqlite')
}

/** The vocabulary of an engine whose index is elsewhere: a file in the data folder that follows the archive by itself. */
export class WordFile {
  readonly vocabulary: Vocabulary
  readonly #file: string
  readonly #db: DatabaseSync

  /** Opens the file, creating it when missing; any number of processes may. Throws DatabaseUnusable for a bad one. */
  constructor(dataDir: string) {
    this.#file = wordFilePath(dataDir)
    this.#db = openDatabase(this.#file, prepareTables)
    this.vocabulary = new WordTable(this.#db)
  }

  /**
   * Adds the words of all articles that changed since the last call; all of them where the archive was put back to an older copy or
   * the analysis is another. Only for the holder of the archive's lease. Interrupted, the next call goes on. Throws DatabaseUnusable.
   */
  async follow(archive: Archive): Promise<void> {
    let applied = this.#startingPoint(archive)
    for (;;) {
      const changes = archive.changes(applied, batch)
      const last = changes.at(-1)
      if (!last) return
      this.#transact(() => {
        const forms = new NewForms(this.#db)
        for (const { article } of changes) {
          if (!article) continue
          forms.note(analyse(article.title).forms)
          forms.note(analyse(article.text).forms)
        }
        forms.write()
        this.#db
          .prepare('update followed set applied = ?, mark = ?, version = ?')
          .run(last.number, last.mark, version)
      })
      applied = last.number
      // Lets a site answer between batches.
      await new Promise((resume) => setImmediate(resume))
    }
  }

  close(): void {
    this.#db.close()
  }

  #startingPoint(archive: Archive): number {
    const followed = this.#db.prepare('select applied, mark, version from followed').get()
    const applied = Number(followed?.['applied'])
    const isSame =
      followed?.['version'] === version && followed['mark'] === archive.changeMark(applied)
    return isSame ? applied : 0
  }

  #transact(work: () => void): void {
    this.#db.exec('begin immediate')
    try {
      work()
      this.#db.exec('commit')
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('rollback')
      forgetForms(this.#db)
      throw faultOf(this.#file, error)
    }
  }
}

function prepareTables(db: DatabaseSync): void {
  db.exec('pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = normal')
  if (isPrepared(db)) return
  db.exec('begin immediate')
  // Another process may have been faster.
  if (!isPrepared(db)) db.exec(`${tables} pragma user_version = ${formatVersion}`)
  db.exec('commit')
}

function isPrepared(db: DatabaseSync): boolean {
  return db.prepare('pragma user_version').get()?.['user_version'] === formatVersion
}
