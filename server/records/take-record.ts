import type { Archive } from '../../engine/archive/archive.ts'
import type { Fingerprint } from '../../engine/archive/fingerprints.ts'
import { explain } from '../../engine/query/explain.ts'
import { analysisVersion, listsVersion } from '../../engine/text/analyse.ts'
import { datelineVersion } from '../../indexer/pipeline.ts'
import { EngineUnavailable, type EngineStats } from '../../engine/search-engine.ts'
import { facetTable } from '../facets.ts'
import { namesOf } from '../names.ts'
import type { SearchState } from '../search-state.ts'
import type { NewRecord, QueryRecord, RecordedFilter } from '../store/query-record.ts'
import { mapInParts } from './breathe.ts'
import { hashOfIds } from './hash-of-ids.ts'
import { mostEntries } from './limits.ts'
import { readSaved } from './read-saved.ts'
import type { Asked } from './parts.ts'

/** What a record is taken of. */
export interface ToRecord {
  readonly search: string
  readonly reason: NewRecord['reason']
  /** Nothing that was indexed later than this article is recorded. */
  readonly upTo: number
  /** The record before, with what it found: only what changed since is read again. */
  readonly before: EarlierRecord | undefined
}

/** A record that was taken before. */
export interface EarlierRecord {
  readonly record: Pick<QueryRecord, 'change' | 'mark'>
  readonly entries: readonly Fingerprint[]
}

/**
 * Records what a search finds now; other requests are answered meanwhile. Undefined where a part of the search can no longer be read.
 * Throws EngineUnavailable.
 */
export async function takeRecord(
  { engine, archive }: Asked,
  { search, reason, upTo, before }: ToRecord,
): Promise<NewRecord | undefined> {
  const { request, state, query } = readSaved(archive, search)
  if (!request) return undefined
  const stats = await engine.stats()
  const sequence = Math.min(upTo, archive.lastSequenceAt(stats.change))
  const [matching, counted] = await Promise.all([engine.matching(request), engine.search(request)])
  const found = [...matching].filter((each) => each <= sequence)
  const entries = found.length > mostEntries ? null : await fingerprintAll(archive, found, before)
  const ids = entries?.map(({ id }) => id) ?? (await idsOf(archive, found))
  return {
    taken: new Date().toISOString(),
    ...{ reason, search, sequence, entries },
    understood: explain(query, state.spelling),
    filters: filtersOf(state, archive),
    versions: versionsOf(stats),
    ...markOf(archive, stats.change),
    total: ids.length,
    bound: counted.capability.bound,
    idsHash: hashOfIds(ids),
    purged: 0,
  }
}

/** The fingerprints of articles, taken from an earlier record where nothing changed since. */
export async function fingerprintAll(
  archive: Archive,
  sequences: readonly number[],
  before: EarlierRecord | undefined,
): Promise<Fingerprint[]> {
  const known = before ? unchangedSince(archive, before) : new Map<number, Fingerprint>()
  return mapInParts(sequences, (part) => {
    const unknown = part.filter((sequence) => !known.has(sequence))
    const read = new Map(archive.fingerprints(unknown).map((each) => [each.sequence, each]))
    return part.flatMap((sequence) => known.get(sequence) ?? read.get(sequence) ?? [])
  })
}

/** By sequence number; none where the archive was put back to an older copy since, or is another one. */
export function unchangedSince(
  archive: Archive,
  { record, entries }: EarlierRecord,
): Map<number, Fingerprint> {
  if (archive.changeMark(record.change) !== record.mark) return new Map()
  const changed = new Set(archive.changedAfter(record.change))
  return new Map(
    entries
      .filter(({ sequence }) => !changed.has(sequence))
      .map((entry) => [entry.sequence, entry] as const),
  )
}

function idsOf(archive: Archive, sequences: readonly number[]): Promise<string[]> {
  return mapInParts(sequences, (part) => [...archive.idsOf(part).values()], 1_000)
}

function markOf(archive: Archive, change: number): Pick<NewRecord, 'change' | 'mark'> {
  const mark = archive.changeMark(change)
  if (mark === undefined)
    throw new EngineUnavailable(
      'The archive was put back to an older copy while the record was taken. Try again.',
    )
  return { change, mark }
}

function filtersOf({ filters }: SearchState, archive: Archive): RecordedFilter[] {
  const nameOf = namesOf({ archive })
  return facetTable.flatMap(({ name: facet }) => {
    const { include, match, exclude } = filters[facet]
    const told = (role: RecordedFilter['role']) => (id: string) => ({
      ...{ facet, role, id },
      name: nameOf(facet, id),
    })
    return [
      ...include.map(told(match === 'all' ? 'all of' : 'any of')),
      ...exclude.map(told('none of')),
    ]
  })
}

function versionsOf({ engine, version }: EngineStats): Record<string, string> {
  return {
    dateline: datelineVersion(),
    engine: `${engine} ${version}`.trim(),
    analysis: String(analysisVersion),
    lists: listsVersion,
  }
}
