import type { Archive } from '../../engine/archive/archive.ts'
import type { Fingerprint } from '../../engine/archive/fingerprints.ts'
import type { QueryRecord } from '../store/query-record.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import { mapInParts } from './breathe.ts'
import { compareRecords, type Differences } from './compare-record.ts'
import { readSaved } from './read-saved.ts'
import { fingerprintAll, unchangedSince, type EarlierRecord } from './take-record.ts'
import type { RecordParts } from './parts.ts'

/** What became of what a saved query found when its latest record was taken. */
export interface Changes {
  readonly record: QueryRecord
  /** What it finds now, and up to which article, in the order of indexing. */
  readonly total: number
  readonly last: number
  readonly differences: Differences
  /** Sequence numbers of the articles that came or changed since, among those that are found now. */
  readonly changed: ReadonlySet<number>
}

/** Why nothing can be compared; '' stands for no record. */
export type Incomparable = 'no record' | 'unreadable' | 'too many' | 'another search'

/** Comparisons that are kept for the pages of their lists. */
const mostKept = 8

/** Compares what saved queries find now with their latest records; the same comparison serves until something changes. */
export class ChangesDesk {
  readonly #parts: RecordParts
  readonly #kept = new Map<string, Promise<Changes>>()

  constructor(parts: RecordParts) {
    this.#parts = parts
  }

  /** Marks nothing as seen. Throws EngineUnavailable. */
  async since(saved: Pick<SavedQuery, 'id' | 'search'>): Promise<Changes | Incomparable> {
    const { archive, engine, store } = this.#parts
    const record = store.queryRecords.latest(saved.id)
    if (!record) return 'no record'
    if (!readSaved(archive, saved.search).request) return 'unreadable'
    if (record.search !== saved.search) return 'another search'
    const entries = record.hasEntries ? store.queryRecords.entries(record.id) : undefined
    if (!entries) return 'too many'
    const { change } = await engine.stats()
    const key = `${record.id} ${record.purged} ${change} ${archive.changeMark(change) ?? ''}`
    return (
      this.#kept.get(key) ?? this.#compare(key, record, entries, archive.lastSequenceAt(change))
    )
  }

  #compare(
    key: string,
    record: QueryRecord,
    entries: readonly Fingerprint[],
    last: number,
  ): Promise<Changes> {
    const comparing = compareNow(this.#parts, record, entries, last)
    this.#kept.set(key, comparing)
    comparing.catch(() => this.#kept.delete(key))
    for (const old of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(old)
    return comparing
  }
}

async function compareNow(
  { engine, archive }: RecordParts,
  record: QueryRecord,
  entries: readonly Fingerprint[],
  last: number,
): Promise<Changes> {
  const { request } = readSaved(archive, record.search)
  const matching = request ? [...(await engine.matching(request))] : []
  const now = await lookAt(archive, matching, { record, entries })
  const differences = compareRecords(entries, now, record.sequence)
  return {
    ...{ record, last, differences },
    total: now.length,
    changed: new Set(archive.changedAfter(record.change)),
  }
}

/** Reads only what can have changed among what was found before: of the others the ids will do. */
async function lookAt(
  archive: Archive,
  sequences: readonly number[],
  earlier: EarlierRecord,
): Promise<Fingerprint[]> {
  if (isPutBack(archive, earlier.record)) return fingerprintAll(archive, sequences, undefined)
  const known = unchangedSince(archive, earlier)
  const recorded = new Set(earlier.entries.map(({ sequence }) => sequence))
  const added = sequences.filter((sequence) => !recorded.has(sequence))
  const still = sequences.filter((sequence) => recorded.has(sequence) && !known.has(sequence))
  const read = new Map<number, Fingerprint>(known)
  for (const each of await fingerprintAll(archive, still, undefined)) read.set(each.sequence, each)
  const ids = new Map(await mapInParts(added, (part) => [...archive.idsOf(part)], 1_000))
  for (const [sequence, id] of ids) read.set(sequence, { sequence, id, content: '', facets: '' })
  return sequences.flatMap((sequence) => read.get(sequence) ?? [])
}

/** Whether the archive is not the one that a record was taken of, or an older copy of it: then its numbers mean other articles. */
export function isPutBack(archive: Archive, record: Pick<QueryRecord, 'change' | 'mark'>): boolean {
  return archive.changeMark(record.change) !== record.mark
}
