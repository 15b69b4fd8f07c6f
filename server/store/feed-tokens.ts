import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'

/** 256 bits: nobody finds one by trying. */
const tokenBytes = 32

/**
 * The secret addresses under which feed readers, which cannot log in, find what is new for a saved query. Whoever has a token reads
 * that one feed, until its owner takes the token back.
 */
export class FeedTokens {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** The token of a saved query; '' where it has none, or is not this owner's. */
  of(owner: number, saved: number): string {
    const row = this.#db
      .prepare(
        "select feed_token as token from saved_query where owner = ? and id = ? and deleted = ''",
      )
      .get(owner, saved)
    return String(row?.['token'] ?? '')
  }

  /** Gives a saved query a new token; a former one no longer works. Another owner's query is left alone. */
  renew(owner: number, saved: number): void {
    this.#set(owner, saved, randomBytes(tokenBytes).toString('base64url'))
  }

  /** Takes the token back: its address answers no more. */
  revoke(owner: number, saved: number): void {
    this.#set(owner, saved, null)
  }

  /** Whose saved query a token opens; undefined for none, and for one that was deleted. */
  find(token: string): { readonly owner: number; readonly saved: number } | undefined {
    const row = this.#db
      .prepare("select id, owner from saved_query where feed_token = ? and deleted = ''")
      .get(token)
    return row && { owner: Number(row['owner']), saved: Number(row['id']) }
  }

  #set(owner: number, saved: number, token: string | null): void {
    this.#db
      .prepare("update saved_query set feed_token = ? where owner = ? and id = ? and deleted = ''")
      .run(token, owner, saved)
  }
}
