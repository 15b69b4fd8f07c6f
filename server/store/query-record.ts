import type { Fingerprint } from '../../engine/archive/fingerprints.ts'
import { facetNames, type FacetName } from '../../engine/article.ts'
import type { Capability } from '../../engine/search-engine.ts'

/** What a saved query found at some moment, and with what. */
export interface QueryRecord extends RecordFigures {
  readonly id: number
  readonly saved: number
  /** Whether it tells article by article what was found, or only how much. */
  readonly hasEntries: boolean
}

/** A record to keep. */
export interface NewRecord extends RecordFigures {
  /** What was found, by sequence number; null where that was too much to keep. */
  readonly entries: readonly Fingerprint[] | null
}

export interface RecordFigures {
  /** ISO 8601 UTC. */
  readonly taken: string
  /** Whether it was taken when the query was saved, or when the reader marked what it finds as seen. */
  readonly reason: 'saved' | 'seen'
  /** The parameters of the search page, as they were kept then. */
  readonly search: string
  /** The query in English, as it was understood. */
  readonly understood: string
  readonly filters: readonly RecordedFilter[]
  /** Of what searched, by its name: `engine: embedded`. */
  readonly versions: Readonly<Record<string, string>>
  /** The last change of the archive that could be found, and its mark: see `Archive.changeMark`. */
  readonly change: number
  readonly mark: number
  /** The last article, in the order of indexing, that could be found. */
  readonly sequence: number
  /** Of all that was found, also of what was taken down for good since. */
  readonly total: number
  readonly bound: Capability['bound']
  /** See `hashOfIds`. */
  readonly idsHash: string
  /** Entries that are gone because their articles were taken down for good. */
  readonly purged: number
}

/** A value of a facet that a search asked for, by the name that it had then. */
export interface RecordedFilter {
  readonly facet: FacetName
  readonly role: 'any of' | 'all of' | 'none of'
  readonly id: string
  readonly name: string
}

export const filterRoles = ['any of', 'all of', 'none of'] as const

/** Reads filters from JSON that this site wrote; what is none is left out. */
export function readFilters(written: unknown): RecordedFilter[] {
  return Array.isArray(written) ? written.flatMap((each: unknown) => readFilter(each)) : []
}

function readFilter(written: unknown): RecordedFilter[] {
  const found = fieldsOf(written)
  const facet = facetNames.find((name) => name === found['facet'])
  const role = filterRoles.find((name) => name === found['role'])
  const { id, name } = found
  if (!facet || !role || typeof id !== 'string' || typeof name !== 'string') return []
  return [{ facet, role, id, name }]
}

/** Reads versions from JSON that this site wrote. */
export function readVersions(written: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fieldsOf(written)).flatMap(([name, version]) =>
      typeof version === 'string' ? [[name, version]] : [],
    ),
  )
}

/** Where a total stands to the truth, from what was written of it: exact where it is not said. */
export function readBound(written: unknown): Capability['bound'] {
  return written === 'at least' || written === 'at most' ? written : 'exact'
}

/** The fields of an object of unknown making; none where it is no object. */
export function fieldsOf(written: unknown): Readonly<Record<string, unknown>> {
  return typeof written === 'object' && written !== null
    ? Object.fromEntries(Object.entries(written))
    : {}
}
