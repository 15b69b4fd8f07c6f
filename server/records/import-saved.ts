import { BadRequest } from '../error-pages.ts'
import { fromUrl, toUrl, withoutPlace } from '../search-state.ts'
import { fieldsOf, type NewRecord, type RecordFigures } from '../store/query-record.ts'
import type { Store } from '../store/store.ts'
import { describeProblem } from '../view-models/describe-problem.ts'
import { exportFormat, exportVersion } from './export-saved.ts'
import { longestName, mostSaved } from './limits.ts'
import { NotImportable, readImported, type ImportedQuery } from './read-imported.ts'

/** What became of one query of a file. */
export interface Imported {
  /** Its name in the file; '' where it has none. */
  readonly name: string
  readonly became:
    | {
        readonly kind: 'added'
        readonly id: number
        readonly name: string
        readonly records: number
      }
    | { readonly kind: 'completed'; readonly id: number; readonly records: number }
    | { readonly kind: 'present'; readonly id: number }
    | { readonly kind: 'refused'; readonly why: string }
}

/** For whom, and up to which article everything counts as seen. */
interface Into {
  readonly owner: number
  readonly seen: number
}

/** Queries of one file. */
const mostImported = 500

/**
 * Keeps the saved queries of an exported file. Nothing that is there is changed: a name that is taken gets a number, and a query of the
 * same name, search and notes is there already: it gets the records that it lacks. Each query comes with all of its records or, when
 * the import is broken off, not at all. What cannot be read is told, and the rest is kept. Throws BadRequest for what is no such
 * file.
 */
export function importSavedQueries(store: Store, content: string, into: Into): Imported[] {
  return queriesIn(content).map((written) => {
    try {
      const query = readImported(written)
      return { name: query.name, became: store.together(() => keep(store, query, into)) }
    } catch (error) {
      // One bad query is set aside; the others are kept.
      if (!(error instanceof NotImportable)) throw error
      return { name: nameIn(written), became: { kind: 'refused', why: error.message } }
    }
  })
}

function queriesIn(content: string): readonly unknown[] {
  const file = fieldsOf(parseJson(content))
  const { format, version, queries } = file
  if (format !== exportFormat || !Array.isArray(queries)) {
    throw new BadRequest(
      'This is no file of saved queries. Choose one that was exported from the page of saved queries.',
    )
  }
  if (version !== exportVersion) {
    throw new BadRequest(
      `The file was written by another Dateline (version ${String(version)}, this one reads ${exportVersion}). Update the older of the two.`,
    )
  }
  if (queries.length > mostImported) {
    throw new BadRequest(
      `The file holds ${queries.length} saved queries; ${mostImported} can be imported at once. Split it.`,
    )
  }
  return queries.map((each: unknown) => each)
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch {
    throw new BadRequest(
      'This is not JSON, or only a part of it. Choose a file that was exported from the page of saved queries.',
    )
  }
}

function keep(store: Store, query: ImportedQuery, { owner, seen }: Into): Imported['became'] {
  const { savedQueries, queryRecords } = store
  const { state, problems } = fromUrl(query.search)
  if (problems.length > 0) throw new NotImportable(problems.map(describeProblem).join(' '))
  const search = toUrl(withoutPlace(state))
  const same = savedQueries.list(owner).find((each) => isSame(store, each, { ...query, search }))
  if (same) return complete(store, same.id, query.records)
  if (savedQueries.count(owner) >= mostSaved)
    throw new NotImportable(`There are ${mostSaved} saved queries already, as many as can be kept.`)
  const { notes, tags, records } = query
  const name = savedQueries.freeName(owner, query.name, longestName)
  const { id } = savedQueries.add(owner, { name, search, notes, tags, seen })
  for (const record of records) queryRecords.add(id, record)
  return { kind: 'added', id, name, records: records.length }
}

function complete(
  { queryRecords }: Store,
  id: number,
  records: readonly NewRecord[],
): Imported['became'] {
  const present = new Set(queryRecords.list(id, queryRecords.count(id)).map(keyOf))
  const lacking = records.filter((record) => !present.has(keyOf(record)))
  for (const record of lacking) queryRecords.add(id, record)
  return lacking.length === 0
    ? { kind: 'present', id }
    : { kind: 'completed', id, records: lacking.length }
}

/** Equal for the same record here and in a file, whatever was taken down for good since. */
function keyOf({ taken, reason, search, idsHash }: RecordFigures): string {
  return [taken, reason, search, idsHash].join(' ')
}

function isSame(
  store: Store,
  present: { readonly id: number; readonly name: string; readonly search: string },
  { name, search, notes }: Pick<ImportedQuery, 'name' | 'search' | 'notes'>,
): boolean {
  return (
    present.search === search &&
    present.name.toLowerCase() === name.toLowerCase() &&
    store.savedQueries.notes(present.id) === notes
  )
}

function nameIn(written: unknown): string {
  const { name } = fieldsOf(written)
  return typeof name === 'string' ? name.slice(0, longestName) : ''
}
