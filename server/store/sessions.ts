import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'

/** Somebody who is logged in somewhere. */
export interface StoredSession {
  /** What the session holds, as JSON. */
  readonly content: string
  /** When it ends unless it is used; ISO 8601 UTC. */
  readonly expires: string
}

/** A session to keep. */
export interface KeptSession extends StoredSession {
  /** The number of the account. */
  readonly account: number
}

/** As many as somebody may have at once; the ones that end first give way. */
const mostOfAccount = 50

/** Who is logged in. Ids are kept as SHA-256 only: who reads the file cannot pass for anybody. */
export class Sessions {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** Undefined for one that ended. */
  get(id: string): StoredSession | undefined {
    const row = this.#db
      .prepare('select content, expires from session where id = ? and expires > ?')
      .get(keyOf(id), new Date().toISOString())
    return row && readRow(row)
  }

  /** Keeps a session, and forgets those that ended. */
  put(id: string, { account, content, expires }: KeptSession): void {
    this.#db.prepare('delete from session where expires <= ?').run(new Date().toISOString())
    this.#db
      .prepare('insert or replace into session(id, account, content, expires) values(?, ?, ?, ?)')
      .run(keyOf(id), account, content, expires)
    this.#db
      .prepare(
        `delete from session where account = ?1 and id not in
           (select id from session where account = ?1 order by expires desc, id limit ?2)`,
      )
      .run(account, mostOfAccount)
  }

  extend(id: string, expires: string): void {
    this.#db.prepare('update session set expires = ? where id = ?').run(expires, keyOf(id))
  }

  delete(id: string): void {
    this.#db.prepare('delete from session where id = ?').run(keyOf(id))
  }

  /** Logs somebody out everywhere. */
  deleteOf(account: number): void {
    this.#db.prepare('delete from session where account = ?').run(account)
  }

  /** Those of an account that have not ended, the last used first. */
  list(account: number): StoredSession[] {
    return this.#db
      .prepare(
        'select content, expires from session where account = ? and expires > ? order by expires desc, id',
      )
      .all(account, new Date().toISOString())
      .map(readRow)
  }
}

const keyOf = (id: string) => createHash('sha256').update(id).digest('hex')

function readRow(row: Readonly<Record<string, unknown>>): StoredSession {
  return { content: String(row['content']), expires: String(row['expires']) }
}
