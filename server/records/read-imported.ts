import type { Fingerprint } from '../../engine/archive/fingerprints.ts'
import {
  fieldsOf,
  readBound,
  readFilters,
  readVersions,
  type NewRecord,
} from '../store/query-record.ts'
import { hashOfIds } from './hash-of-ids.ts'
import {
  longestName,
  longestNotes,
  longestSearch,
  longestTag,
  mostEntries,
  mostTags,
} from './limits.ts'

/** A saved query of an exported file. */
export interface ImportedQuery {
  readonly name: string
  readonly search: string
  readonly notes: string
  readonly tags: readonly string[]
  readonly records: readonly NewRecord[]
}

/** Of one query. */
const mostRecords = 1_000
const longestText = 10_000

/** Reads a query of a file that anybody may have written. Throws NotImportable. */
export function readImported(written: unknown): ImportedQuery {
  const fields = fieldsOf(written)
  const name = text(fields, 'name', longestName).trim()
  if (name === '') throw new NotImportable('It has no name.')
  return {
    name,
    search: text(fields, 'search', longestSearch),
    notes: text({ notes: '', ...fields }, 'notes', longestNotes),
    tags: list(fields, 'tags', mostTags).map((tag) => text({ tag }, 'tag', longestTag)),
    records: list(fields, 'records', mostRecords).map(readRecord),
  }
}

function readRecord(written: unknown): NewRecord {
  const fields = fieldsOf(written)
  const record: NewRecord = {
    taken: moment(fields),
    reason: fields['reason'] === 'seen' ? 'seen' : 'saved',
    search: text(fields, 'search', longestSearch),
    understood: text(fields, 'understood', longestText),
    filters: readFilters(fields['filters']),
    versions: readVersions(fields['versions']),
    change: count(fields, 'change'),
    mark: count(fields, 'mark'),
    sequence: count(fields, 'sequence'),
    total: count(fields, 'total'),
    bound: readBound(fields['bound']),
    idsHash: matching(fields, 'idsHash', /^[0-9a-f]{64}$/),
    purged: count({ purged: 0, ...fields }, 'purged'),
    entries: 'entries' in fields ? list(fields, 'entries', mostEntries).map(readEntry) : null,
  }
  requireOwnHash(record)
  return record
}

/** What was left out since cannot be hashed any more. */
function requireOwnHash({ entries, purged, total, idsHash, taken }: NewRecord): void {
  if (!entries || purged > 0) return
  if (entries.length === total && hashOfIds(entries.map(({ id }) => id)) === idsHash) return
  throw new NotImportable(
    `The record of ${taken} was changed or cut off: its articles do not agree with their hash.`,
  )
}

function readEntry(written: unknown): Fingerprint {
  const [, sequence, id, content, facets] =
    /^(\d{1,15}) ([a-z0-9]{1,40}) ([0-9a-f]{16}) ([0-9a-f]{16})$/.exec(String(written)) ?? []
  if (id === undefined || content === undefined || facets === undefined)
    throw new NotImportable('An entry of a record cannot be read.')
  return { sequence: Number(sequence), id, content, facets }
}

type Fields = Readonly<Record<string, unknown>>

function text(fields: Fields, name: string, longest: number): string {
  const value = fields[name]
  if (typeof value === 'string' && value.length <= longest) return value
  throw new NotImportable(`Its ${name} is no text of at most ${longest} characters.`)
}

function matching(fields: Fields, name: string, pattern: RegExp): string {
  const value = text(fields, name, longestText)
  if (pattern.test(value)) return value
  throw new NotImportable(`The ${name} of a record cannot be read.`)
}

function moment(fields: Fields): string {
  const value = matching(fields, 'taken', /^\d{4}-\d\d-\d\dT[\d:.]{5,15}Z$/)
  if (!Number.isNaN(Date.parse(value))) return value
  throw new NotImportable('The date of a record cannot be read.')
}

function count(fields: Fields, name: string): number {
  const value = fields[name]
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new NotImportable(`The ${name} of a record is no number.`)
}

/** None where there is no such field. */
function list(fields: Fields, name: string, most: number): unknown[] {
  const value = fields[name] ?? []
  if (Array.isArray(value) && value.length <= most) return value.map((each: unknown) => each)
  throw new NotImportable(`Its ${name} are no list of at most ${most}.`)
}

/** A query of an imported file cannot be kept; the message says why. */
export class NotImportable extends Error {
  override readonly name = 'NotImportable'
}
