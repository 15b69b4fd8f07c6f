import type { DatabaseSync } from 'node:sqlite'
import type { Fingerprint } from '../../engine/archive/fingerprints.ts'
import { packFingerprints, unpackFingerprints } from '../../engine/archive/pack-fingerprints.ts'
import { inTransaction } from './in-transaction.ts'
import {
  readBound,
  readFilters,
  readVersions,
  type NewRecord,
  type QueryRecord,
} from './query-record.ts'

const figures =
  'id, saved, taken, reason, search, understood, filters, versions, change, change_mark as mark, sequence, total, bound, ' +
  'ids_hash as idsHash, purged, entries is not null as hasEntries'

/** The records of saved queries. Whose a query is was asked before. */
export class QueryRecords {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** Keeps a record, whole or not at all; it stands where its moment puts it. Entries stay with the first record of a query and with the latest; the others keep their figures. */
  add(saved: number, record: NewRecord): void {
    const { taken, reason, search, understood, filters, versions, change, mark } = record
    const { sequence, total, bound, idsHash, purged, entries } = record
    inTransaction(this.#db, () => {
      this.#db
        .prepare(
          `insert into query_record(saved, taken, reason, search, understood, filters, versions, change, change_mark,
             sequence, total, bound, ids_hash, purged, entries) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          ...[saved, taken, reason, search, understood],
          ...[JSON.stringify(filters), JSON.stringify(versions), change, mark],
          ...[sequence, total, bound, idsHash, purged],
          entries && packFingerprints(entries),
        )
      this.#db
        .prepare(
          `update query_record set entries = null where saved = ?1 and entries is not null
           and id <> (select id from query_record where saved = ?1 order by taken, id limit 1)
           and id <> (select id from query_record where saved = ?1 order by taken desc, id desc limit 1)`,
        )
        .run(saved)
    })
  }

  /** The records of a query, the latest first, at most `limit`. */
  list(saved: number, limit: number): QueryRecord[] {
    return this.#db
      .prepare(
        `select ${figures} from query_record where saved = ? order by taken desc, id desc limit ?`,
      )
      .all(saved, limit)
      .map(readRow)
  }

  count(saved: number): number {
    const count = 'select count(*) as n from query_record where saved = ?'
    return Number(this.#db.prepare(count).get(saved)?.['n'])
  }

  first(saved: number): QueryRecord | undefined {
    const row = this.#db
      .prepare(`select ${figures} from query_record where saved = ? order by taken, id limit 1`)
      .get(saved)
    return row && readRow(row)
  }

  latest(saved: number): QueryRecord | undefined {
    return this.list(saved, 1)[0]
  }

  /** What a record found, by sequence number; undefined where that is not kept. */
  entries(record: number): Fingerprint[] | undefined {
    const row = this.#db.prepare('select entries from query_record where id = ?').get(record)
    const packed = row?.['entries']
    return packed instanceof Uint8Array ? unpackFingerprints(packed) : undefined
  }
}

function readRow(row: Readonly<Record<string, unknown>>): QueryRecord {
  return {
    id: Number(row['id']),
    saved: Number(row['saved']),
    taken: String(row['taken']),
    reason: row['reason'] === 'seen' ? 'seen' : 'saved',
    search: String(row['search']),
    understood: String(row['understood']),
    filters: readFilters(JSON.parse(String(row['filters']))),
    versions: readVersions(JSON.parse(String(row['versions']))),
    change: Number(row['change']),
    mark: Number(row['mark']),
    sequence: Number(row['sequence']),
    total: Number(row['total']),
    bound: readBound(row['bound']),
    idsHash: String(row['idsHash']),
    purged: Number(row['purged']),
    hasEntries: row['hasEntries'] === 1,
  }
}
