import type { DatabaseSync } from 'node:sqlite'

/** A pile of articles that a reader gathers. */
export interface Collection {
  readonly id: number
  /** The account that it belongs to; 0 on a site without accounts. */
  readonly owner: number
  /** The name of that account; '' on a site without accounts. */
  readonly ownerName: string
  readonly name: string
  readonly notes: string
  /** Whether other readers of the site may look at it. */
  readonly shared: boolean
  /** ISO 8601 UTC. */
  readonly created: string
  /** When anything of it last changed; ISO 8601 UTC. */
  readonly edited: string
}

/** A collection and what is in it. */
export interface CountedCollection extends Collection {
  readonly articles: number
  readonly relevant: number
}

/** What a reader says of a collection. */
export type CollectionDescription = Pick<Collection, 'name' | 'notes' | 'shared'>

/** More collections than this have to share their articles. */
export const mostCollections = 500

const columns = `id, owner, coalesce((select name from account where account.id = owner), '') as ownerName,
  name, notes, shared, created, edited`
const counts = `
  (select count(*) from collection_article where collection = id and removed = '') as articles,
  (select count(*) from collection_article where collection = id and removed = '' and relevance = 'relevant') as relevant`

/** The collections of all owners. Each method takes who asks; only what is shared by choice can be seen, never changed, by others. */
export class Collections {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** In alphabetical order. */
  list(owner: number): CountedCollection[] {
    return this.#list("owner = ? and deleted = ''", owner)
  }

  /** Those of others that they share, in alphabetical order. */
  sharedWith(owner: number): CountedCollection[] {
    return this.#list("owner <> ? and shared = 1 and deleted = ''", owner)
  }

  /** Those thrown away, which can be taken back, in alphabetical order. */
  deleted(owner: number): CountedCollection[] {
    return this.#list("owner = ? and deleted <> ''", owner)
  }

  /** The one that an owner changed last, which the next article is likely for; undefined where there is none. */
  latest(owner: number): Collection | undefined {
    const row = this.#db
      .prepare(
        `select ${columns} from collection where owner = ? and deleted = '' order by edited desc, id desc limit 1`,
      )
      .get(owner)
    return row && readRow(row)
  }

  /** To change it: only one of the owner's own. */
  own(owner: number, id: number): Collection | undefined {
    return this.#find("owner = ? and id = ? and deleted = ''", owner, id)
  }

  /** To look at it: one of the owner's own, or one that another shares. */
  visible(owner: number, id: number): Collection | undefined {
    return this.#find("(owner = ? or shared = 1) and id = ? and deleted = ''", owner, id)
  }

  /** Begins an empty one. Throws CollectionRefused where the name is taken or there are too many. */
  add(owner: number, { name, notes, shared }: CollectionDescription): number {
    this.#refuseTakenName(owner, name, 0)
    if (this.list(owner).length >= mostCollections) {
      throw new CollectionRefused(
        `There are ${mostCollections} collections already, which is the limit. Delete one that is not needed.`,
      )
    }
    const now = new Date().toISOString()
    const { lastInsertRowid } = this.#db
      .prepare(
        `insert into collection(owner, name, notes, shared, created, edited, deleted)
         values(?1, ?2, ?3, ?4, ?5, ?5, '')`,
      )
      .run(owner, name, notes, Number(shared), now)
    return Number(lastInsertRowid)
  }

  /** Throws CollectionRefused where another has the name; an id that is not the owner's changes nothing. */
  edit(owner: number, id: number, { name, notes, shared }: CollectionDescription): void {
    this.#refuseTakenName(owner, name, id)
    this.#db
      .prepare(
        `update collection set name = ?, notes = ?, shared = ?, edited = ?
         where owner = ? and id = ? and deleted = ''`,
      )
      .run(name, notes, Number(shared), new Date().toISOString(), owner, id)
  }

  /** Throws it away, to be taken back by `restore`. */
  delete(owner: number, id: number): void {
    this.#db
      .prepare("update collection set deleted = ? where owner = ? and id = ? and deleted = ''")
      .run(new Date().toISOString(), owner, id)
  }

  /** Takes back one that was thrown away; returns whether there was one. Throws CollectionRefused where its name was given again. */
  restore(owner: number, id: number): boolean {
    const thrownAway = this.#find("owner = ? and id = ? and deleted <> ''", owner, id)
    if (!thrownAway) return false
    this.#refuseTakenName(owner, thrownAway.name, id)
    this.#db.prepare("update collection set deleted = '' where owner = ? and id = ?").run(owner, id)
    return true
  }

  #list(condition: string, owner: number): CountedCollection[] {
    return this.#db
      .prepare(
        `select ${columns}, ${counts} from collection where ${condition} order by name collate nocase, id`,
      )
      .all(owner)
      .map((row) => ({
        ...readRow(row),
        articles: Number(row['articles']),
        relevant: Number(row['relevant']),
      }))
  }

  #find(condition: string, owner: number, id: number): Collection | undefined {
    const row = this.#db
      .prepare(`select ${columns} from collection where ${condition}`)
      .get(owner, id)
    return row && readRow(row)
  }

  #refuseTakenName(owner: number, name: string, except: number): void {
    const taken = this.#db
      .prepare(
        `select name from collection where owner = ? and name = ? collate nocase and id <> ? and deleted = ''`,
      )
      .get(owner, name, except)
    if (taken) {
      throw new CollectionRefused(
        `There is already a collection named “${String(taken['name'])}”. Choose another name, or rename that one first.`,
      )
    }
  }
}

/** A collection cannot be kept as asked. The message says what to do. */
export class CollectionRefused extends Error {
  override readonly name = 'CollectionRefused'
}

function readRow(row: Readonly<Record<string, unknown>>): Collection {
  return {
    id: Number(row['id']),
    owner: Number(row['owner']),
    ownerName: String(row['ownerName']),
    name: String(row['name']),
    notes: String(row['notes']),
    shared: Number(row['shared']) === 1,
    created: String(row['created']),
    edited: String(row['edited']),
  }
}
