import type { DatabaseSync } from 'node:sqlite'
import { userDataPath } from '../../engine/archive/data-folder.ts'
import { openDatabase } from '../../engine/archive/open-database.ts'
import { prepareStore } from './schema.ts'

/** A search that a reader keeps, to come back and see what is new. */
export interface SavedQuery {
  readonly id: number
  readonly name: string
  /** The parameters of its search page, as in the URL. */
  readonly search: string
  /** ISO 8601 UTC. */
  readonly saved: string
  /** When it was last run, or saved; ISO 8601 UTC. */
  readonly opened: string
  /** Articles with a higher sequence number are new since `opened`. */
  readonly seen: number
  /** `opened` and `seen` as they stood before the last run: what that run's banner counts from. */
  readonly openedBefore: string
  readonly seenBefore: number
}

/** A query to keep. */
export interface NewSavedQuery {
  readonly name: string
  readonly search: string
  readonly seen: number
}

/** Whose queries they are. There are no accounts yet, so all belong to ''. */
const owner = ''

const columns =
  'id, name, search, saved, opened, seen, opened_before as openedBefore, seen_before as seenBefore'

/**
 * What readers entrust to the site, in a database of its own under the data folder.
 * A change is on disk when its method returns, even if the process is killed the moment after.
 */
export class Store {
  readonly #db: DatabaseSync

  /** Opens the store of a data folder, creating both when missing. Throws StoreUnreadable for a newer format, DatabaseUnusable for a bad file. */
  constructor(dataDir: string) {
    this.#db = openDatabase(userDataPath(dataDir), prepareStore)
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close()
  }

  /** In alphabetical order. */
  list(): SavedQuery[] {
    const rows = this.#db
      .prepare(
        `select ${columns} from saved_query where owner = ? order by name collate nocase, id`,
      )
      .all(owner)
    return rows.map(readRow)
  }

  get(id: number): SavedQuery | undefined {
    const row = this.#db
      .prepare(`select ${columns} from saved_query where owner = ? and id = ?`)
      .get(owner, id)
    return row && readRow(row)
  }

  /** Keeps a query under a name that no other has. Throws NameTaken. */
  add({ name, search, seen }: NewSavedQuery): SavedQuery {
    this.#refuseTakenName(name, 0)
    const now = new Date().toISOString()
    const { lastInsertRowid } = this.#db
      .prepare(
        `insert into saved_query(owner, name, search, saved, opened, seen, opened_before, seen_before)
         values(?1, ?2, ?3, ?4, ?4, ?5, ?4, ?5)`,
      )
      .run(owner, name, search, now, seen)
    return {
      id: Number(lastInsertRowid),
      ...{ name, search, seen, saved: now, opened: now, openedBefore: now, seenBefore: seen },
    }
  }

  /** Throws NameTaken when another query has the name; an unknown id changes nothing. */
  rename(id: number, name: string): void {
    this.#refuseTakenName(name, id)
    this.#db
      .prepare('update saved_query set name = ? where owner = ? and id = ?')
      .run(name, owner, id)
  }

  /** Notes that the reader has now seen everything up to a sequence number. */
  markOpened(id: number, seen: number): void {
    this.#db
      .prepare(
        `update saved_query set opened_before = opened, seen_before = seen, opened = ?, seen = ?
         where owner = ? and id = ?`,
      )
      .run(new Date().toISOString(), seen, owner, id)
  }

  delete(id: number): void {
    this.#db.prepare('delete from saved_query where owner = ? and id = ?').run(owner, id)
  }

  /** A random value that only this store knows, the same for as long as the store lives. */
  secret(): string {
    return String(
      this.#db.prepare("select value from setting where name = 'secret'").get()?.['value'],
    )
  }

  /** Throws when the store does not answer. */
  check(): void {
    this.#db.prepare('select count(*) from saved_query').get()
  }

  #refuseTakenName(name: string, except: number): void {
    const taken = this.#db
      .prepare(
        'select name from saved_query where owner = ? and name = ? collate nocase and id <> ?',
      )
      .get(owner, name, except)
    if (taken) throw new NameTaken(String(taken['name']))
  }
}

/** Another saved query has this name, perhaps in other letters of upper or lower case. */
export class NameTaken extends Error {
  override readonly name = 'NameTaken'
  constructor(taken: string) {
    super(`There is already a saved query named “${taken}”. Choose another name.`)
  }
}

function readRow(row: Readonly<Record<string, unknown>>): SavedQuery {
  return {
    id: Number(row['id']),
    name: String(row['name']),
    search: String(row['search']),
    saved: String(row['saved']),
    opened: String(row['opened']),
    seen: Number(row['seen']),
    openedBefore: String(row['openedBefore']),
    seenBefore: Number(row['seenBefore']),
  }
}
