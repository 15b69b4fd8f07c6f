import type { NewRecord } from '../../../server/store/query-record.ts'

/** A record as a test needs it: of nothing, unless it says more. */
export function aRecord(more: Partial<NewRecord> = {}): NewRecord {
  return {
    ...{ taken: '2026-03-01T10:00:00.000Z', reason: 'saved', search: 'q=ferry', understood: '' },
    ...{ filters: [], versions: { engine: 'embedded' }, change: 1, mark: 7, sequence: 2 },
    ...{ total: 0, bound: 'exact', idsHash: '', purged: 0, entries: [] },
    ...more,
  }
}
