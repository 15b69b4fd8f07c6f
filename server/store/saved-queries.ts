import type { DatabaseSync } from 'node:sqlite'
import {
  readSavedQuery,
  savedQueryColumns,
  writeTags,
  type NewSavedQuery,
  type SavedQuery,
  type SharedQuery,
} from './saved-query.ts'

export type { NewSavedQuery, SavedQuery, SharedQuery } from './saved-query.ts'

/** How long a deleted query can be taken back, in days. */
export const daysKept = 30

const dayMs = 24 * 60 * 60 * 1000

const kept = `select ${savedQueryColumns} from saved_query where deleted = '' and`

/**
 * The saved queries of all owners. Each method takes whose they are; nobody sees or changes another owner's, but everybody sees those
 * that are shared.
 */
export class SavedQueries {
  readonly #db: DatabaseSync
  #revision = 0

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** Another number whenever something was written through this store: what was counted before may be out of date. */
  get revision(): number {
    return this.#revision
  }

  /** In alphabetical order. */
  list(owner: number): SavedQuery[] {
    return this.#db
      .prepare(`${kept} owner = ? order by saved_query.name collate nocase, saved_query.id`)
      .all(owner)
      .map(readSavedQuery)
  }

  count(owner: number): number {
    const count = "select count(*) as n from saved_query where owner = ? and deleted = ''"
    return Number(this.#db.prepare(count).get(owner)?.['n'])
  }

  get(owner: number, id: number): SavedQuery | undefined {
    const row = this.#db.prepare(`${kept} owner = ? and saved_query.id = ?`).get(owner, id)
    return row && readSavedQuery(row)
  }

  /** The first one, by name, that keeps this very search; the one of that name where a name is given, in any letters of upper or lower case. */
  withSearch(owner: number, search: string, name = ''): SavedQuery | undefined {
    const row = this.#db
      .prepare(
        `${kept} owner = ?1 and search = ?2 and ?3 collate nocase in ('', saved_query.name)
         order by saved_query.name collate nocase limit 1`,
      )
      .get(owner, search, name)
    return row && readSavedQuery(row)
  }

  /** What other owners share, in alphabetical order. */
  sharedByOthers(owner: number): SharedQuery[] {
    return this.#shared('owner <> ?', owner)
  }

  /** One that its owner shares. */
  shared(id: number): SharedQuery | undefined {
    return this.#shared('saved_query.id = ?', id)[0]
  }

  /** Plain text, '' where there is none. */
  notes(id: number): string {
    const row = this.#db.prepare('select notes from saved_query where id = ?').get(id)
    return String(row?.['notes'] ?? '')
  }

  /** Those that can still be taken back, the latest deleted first. */
  listDeleted(owner: number): SavedQuery[] {
    return this.#db
      .prepare(
        `select ${savedQueryColumns} from saved_query where owner = ? and deleted > ? order by deleted desc, saved_query.id desc`,
      )
      .all(owner, longAgo())
      .map(readSavedQuery)
  }

  /** Keeps a query under a name that no other has. Throws NameTaken. */
  add(owner: number, query: NewSavedQuery): SavedQuery {
    const { name, search, seen, notes = '', tags = [] } = query
    this.#refuseTakenName(owner, name, 0)
    const now = new Date().toISOString()
    const { lastInsertRowid } = this.#db
      .prepare(
        `insert into saved_query(owner, name, search, saved, edited, notes, tags, shared, opened, seen,
           opened_before, seen_before, alerted, deleted)
         values(?1, ?2, ?3, ?4, ?4, ?6, ?7, 0, ?4, ?5, ?4, ?5, ?5, '')`,
      )
      .run(owner, name, search, now, seen, notes, writeTags(tags))
    this.#revision++
    const added = this.get(owner, Number(lastInsertRowid))
    if (!added) throw new Error('A query that was just saved is not there.')
    return added
  }

  /** The name, or the name with the first number behind it that makes it one that no other query has: `Ferries (2)`. */
  freeName(owner: number, wanted: string, longest: number): string {
    if (!this.#taken(owner, wanted, 0)) return wanted
    for (let n = 2; ; n++) {
      const number = ` (${n})`
      const name = `${wanted.slice(0, longest - number.length)}${number}`
      if (!this.#taken(owner, name, 0)) return name
    }
  }

  /** Throws NameTaken when another query has the name; an unknown id changes nothing. */
  rename(owner: number, id: number, name: string): void {
    this.#refuseTakenName(owner, name, id)
    this.#edit('name = ?', owner, id, name)
  }

  /** Puts another search in the place of the one that is kept. */
  changeSearch(owner: number, id: number, search: string): void {
    this.#edit('search = ?', owner, id, search)
  }

  annotate(owner: number, id: number, notes: string, tags: readonly string[]): void {
    this.#edit('notes = ?, tags = ?', owner, id, notes, writeTags(tags))
  }

  /** Lets every reader of the site look at it. */
  share(owner: number, id: number): void {
    this.#edit('shared = 1', owner, id)
  }

  unshare(owner: number, id: number): void {
    this.#edit('shared = 0', owner, id)
  }

  /** Notes that the reader has now seen everything up to a sequence number. */
  markOpened(owner: number, id: number, seen: number): void {
    this.#change(
      'opened_before = opened, seen_before = seen, opened = ?, seen = ?',
      [new Date().toISOString(), seen],
      { owner, id },
    )
  }

  /** Throws a query away, to be taken back within `daysKept`; those thrown away earlier are gone for good then. */
  delete(owner: number, id: number): void {
    this.#change('deleted = ?', [new Date().toISOString()], { owner, id })
    this.emptyDeleted()
  }

  /** Takes a deleted query back, under another name where its own was taken meanwhile. Returns whether there was one. */
  restore(owner: number, id: number, longest: number): boolean {
    const found = this.listDeleted(owner).find((each) => each.id === id)
    if (!found) return false
    this.#db
      .prepare("update saved_query set name = ?, deleted = '' where owner = ? and id = ?")
      .run(this.freeName(owner, found.name, longest), owner, id)
    this.#revision++
    return true
  }

  /** Removes for good what was thrown away more than `daysKept` ago, with its records. */
  emptyDeleted(): void {
    const old = "deleted <> '' and deleted <= ?"
    this.#db
      .prepare(`delete from query_record where saved in (select id from saved_query where ${old})`)
      .run(longAgo())
    this.#db.prepare(`delete from saved_query where ${old}`).run(longAgo())
  }

  #shared(condition: string, value: number): SharedQuery[] {
    return this.#db
      .prepare(
        `select ${savedQueryColumns}, account.name as ownerName
         from saved_query left join account on account.id = owner
         where deleted = '' and shared = 1 and ${condition} order by saved_query.name collate nocase, saved_query.id`,
      )
      .all(value)
      .map((row) => ({ ...readSavedQuery(row), ownerName: String(row['ownerName'] ?? '') }))
  }

  #edit(what: string, owner: number, id: number, ...values: readonly string[]): void {
    this.#change(`${what}, edited = ?`, [...values, new Date().toISOString()], { owner, id })
  }

  #change(
    what: string,
    values: readonly (string | number)[],
    { owner, id }: Pick<SavedQuery, 'owner' | 'id'>,
  ): void {
    this.#db
      .prepare(`update saved_query set ${what} where owner = ? and id = ? and deleted = ''`)
      .run(...values, owner, id)
    this.#revision++
  }

  #refuseTakenName(owner: number, name: string, except: number): void {
    const taken = this.#taken(owner, name, except)
    if (taken !== undefined) throw new NameTaken(taken)
  }

  #taken(owner: number, name: string, except: number): string | undefined {
    const row = this.#db
      .prepare(
        `select name from saved_query where owner = ? and name = ? collate nocase and id <> ? and deleted = ''`,
      )
      .get(owner, name, except)
    return row && String(row['name'])
  }
}

const longAgo = () => new Date(Date.now() - daysKept * dayMs).toISOString()

/** Another saved query has this name, perhaps in other letters of upper or lower case. */
export class NameTaken extends Error {
  override readonly name = 'NameTaken'
  constructor(taken: string) {
    super(`There is already a saved query named “${taken}”. Choose another name.`)
  }
}
