import type { DatabaseSync, StatementSync } from 'node:sqlite'

const prepared = new WeakMap<DatabaseSync, Map<string, StatementSync>>()

/**
 * The statement of a text, prepared once a connection: preparing takes as long as running most of them. For texts written out in
 * code only, because each is kept until the connection is closed.
 */
export function prepare(db: DatabaseSync, sql: string): StatementSync {
  const known = prepared.get(db) ?? new Map<string, StatementSync>()
  prepared.set(db, known)
  const statement = known.get(sql) ?? db.prepare(sql)
  known.set(sql, statement)
  return statement
}
