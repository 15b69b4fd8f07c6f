import type { QueryRecord } from '../store/query-record.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import type { Store } from '../store/store.ts'
import { breathe } from './breathe.ts'

/** What an exported file says that it is. */
export const exportFormat = 'dateline saved queries'
export const exportVersion = 1

/**
 * Saved queries as JSON, in pieces:
 *
 *     { "format": "dateline saved queries", "version": 1, "exported": "2026-01-31T12:00:00.000Z", "queries": [
 *       { "name": "Ferries", "search": "q=ferry", "notes": "", "tags": ["sea"], "saved": "…", "seen": "…", "records": [
 *         { "taken": "…", "reason": "saved", "understood": "with “ferry”", …, "idsHash": "…", "entries": ["12 1k3b… 0f3a… 9c1d…"] } ] } ] }
 *
 * An entry is an article's number in the order of indexing, its id, and the first sixteen digits of the SHA-256 of what it says and of
 * its values; records that kept figures only have none.
 */
export async function* exportLines(
  store: Store,
  queries: readonly SavedQuery[],
): AsyncGenerator<string, void, undefined> {
  const head = { format: exportFormat, version: exportVersion, exported: new Date().toISOString() }
  yield `${JSON.stringify(head).slice(0, -1)},"queries":[`
  for (const [nth, saved] of queries.entries()) {
    yield `${nth > 0 ? ',' : ''}\n${beginQuery(store, saved)}`
    const records = store.queryRecords.list(saved.id, mostRecords).reverse()
    for (const [n, record] of records.entries()) {
      yield `${n > 0 ? ',' : ''}\n${JSON.stringify(toJson(store, record))}`
      await breathe()
    }
    yield ']}'
  }
  yield '\n]}\n'
}

/** Of one query; earlier ones are left out. */
const mostRecords = 1_000

function beginQuery(store: Store, saved: SavedQuery): string {
  const { id, name, search, tags, saved: when, opened } = saved
  const query = {
    name,
    search,
    notes: store.savedQueries.notes(id),
    tags,
    saved: when,
    seen: opened,
  }
  return `${JSON.stringify(query).slice(0, -1)},"records":[`
}

function toJson(store: Store, record: QueryRecord) {
  const { taken, reason, search, understood, filters, versions, change, mark } = record
  const { id, sequence, total, bound, idsHash, purged } = record
  const entries = store.queryRecords.entries(id)
  return {
    ...{ taken, reason, search, understood, filters, versions, change, mark },
    ...{ sequence, total, bound, idsHash, purged },
    ...(entries && {
      entries: entries.map((each) => `${each.sequence} ${each.id} ${each.content} ${each.facets}`),
    }),
  }
}
