import type { DatabaseSync } from 'node:sqlite'

/** A search that a reader keeps, to come back and see what is new. */
export interface SavedQuery {
  readonly id: number
  /** The account that it belongs to; 0 on a site without accounts. */
  readonly owner: number
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

const columns =
  'id, owner, name, search, saved, opened, seen, opened_before as openedBefore, seen_before as seenBefore'

/** The saved queries of all owners. Each method takes whose they are; nobody sees or changes another owner's. */
export class SavedQueries {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** In alphabetical order. */
  list(owner: number): SavedQuery[] {
    const rows = this.#db
      .prepare(
        `select ${columns} from saved_query where owner = ? and deleted = '' order by name collate nocase, id`,
      )
      .all(owner)
    return rows.map(readRow)
  }

  get(owner: number, id: number): SavedQuery | undefined {
    const row = this.#db
      .prepare(`select ${columns} from saved_query where owner = ? and id = ? and deleted = ''`)
      .get(owner, id)
    return row && readRow(row)
  }

  /** Keeps a query under a name that no other has. Throws NameTaken. */
  add(owner: number, { name, search, seen }: NewSavedQuery): SavedQuery {
    this.#refuseTakenName(owner, name, 0)
    const now = new Date().toISOString()
    const { lastInsertRowid } = this.#db
      .prepare(
        `insert into saved_query(owner, name, search, saved, edited, notes, tags, shared, opened, seen,
           opened_before, seen_before, alerted, deleted)
         values(?1, ?2, ?3, ?4, ?4, '', '[]', 0, ?4, ?5, ?4, ?5, ?5, '')`,
      )
      .run(owner, name, search, now, seen)
    return {
      id: Number(lastInsertRowid),
      ...{ owner, name, search, seen, saved: now, opened: now, openedBefore: now },
      seenBefore: seen,
    }
  }

  /** Throws NameTaken when another query has the name; an unknown id changes nothing. */
  rename(owner: number, id: number, name: string): void {
    this.#refuseTakenName(owner, name, id)
    this.#db
      .prepare('update saved_query set name = ? where owner = ? and id = ?')
      .run(name, owner, id)
  }

  /** Notes that the reader has now seen everything up to a sequence number. */
  markOpened(owner: number, id: number, seen: number): void {
    this.#db
      .prepare(
        `update saved_query set opened_before = opened, seen_before = seen, opened = ?, seen = ?
         where owner = ? and id = ?`,
      )
      .run(new Date().toISOString(), seen, owner, id)
  }

  delete(owner: number, id: number): void {
    this.#db.prepare('delete from saved_query where owner = ? and id = ?').run(owner, id)
  }

  #refuseTakenName(owner: number, name: string, except: number): void {
    const taken = this.#db
      .prepare(
        `select name from saved_query where owner = ? and name = ? collate nocase and id <> ? and deleted = ''`,
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
    owner: Number(row['owner']),
    name: String(row['name']),
    search: String(row['search']),
    saved: String(row['saved']),
    opened: String(row['opened']),
    seen: Number(row['seen']),
    openedBefore: String(row['openedBefore']),
    seenBefore: Number(row['seenBefore']),
  }
}
