import type { DatabaseSync } from 'node:sqlite'

/**
 * How far alerts have told of what saved queries find. A channel is one way of telling, by the name that its reader gave it: each has
 * marks of its own, so that what one was told the others are told too.
 */
export class AlertMarks {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** The sequence number up to which a channel was told; at first what the archive held when the query was saved. 0 for an unknown query. */
  told(saved: number, channel: string): number {
    const row = this.#db
      .prepare(
        `select coalesce(alert_mark.sequence, saved_query.alerted) as sequence from saved_query
         left join alert_mark on alert_mark.saved = saved_query.id and channel = ?
         where saved_query.id = ?`,
      )
      .get(channel, saved)
    return Number(row?.['sequence'] ?? 0)
  }

  /** Notes that a channel was told of everything up to `sequence`, for all these queries or, when interrupted, for none. */
  tell(channel: string, saved: readonly number[], sequence: number): void {
    const now = new Date().toISOString()
    const insert = this.#db.prepare('insert or replace into alert_mark values(?, ?, ?, ?)')
    this.#db.exec('begin immediate')
    try {
      for (const id of saved) insert.run(id, channel, sequence, now)
      this.#db.exec('commit')
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('rollback')
      throw error
    }
  }
}
