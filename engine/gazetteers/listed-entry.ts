import { join } from 'node:path'
import type { FacetName } from '../article.ts'
import { namesIn, readList, type ListRow } from './list-file.ts'
import { outletColumns, outletFile } from './outlet-list.ts'
import { peopleColumns, peopleFile } from './people-list.ts'
import { placeColumns, placeFile } from './place-list.ts'
import { gazetteerFolder, weaponColumns, weaponFile } from './weapon-list.ts'

/** What a list says of a value. */
export interface ListedEntry {
  /** The name of the list's file. */
  readonly file: string
  /** The columns that tell something and are not names, in their order: `kind`, `country`, `maker`. */
  readonly facts: readonly { readonly column: string; readonly text: string }[]
  /** Names besides the one that is shown, whether or not any article has them. */
  readonly names: readonly string[]
}

/** A list, and which of its columns tell what. */
interface EntryColumns {
  readonly file: string
  readonly columns: readonly string[]
  readonly facts: readonly string[]
  readonly names: readonly string[]
}

const outlets: EntryColumns = {
  file: outletFile,
  columns: outletColumns,
  facts: ['kind', 'country', 'state', 'domains'],
  names: ['aliases', 'needs_cue', 'programmes'],
}

const lists: Readonly<Record<FacetName, EntryColumns>> = {
  people: {
    file: peopleFile,
    columns: peopleColumns,
    facts: ['role'],
    names: ['variants', 'alone', 'phrases'],
  },
  places: {
    file: placeFile,
    columns: placeColumns,
    facts: ['kind', 'country', 'latitude', 'longitude'],
    names: ['aliases', 'ambiguous'],
  },
  weapons: {
    file: weaponFile,
    columns: weaponColumns,
    facts: ['category', 'maker'],
    names: ['aliases', 'needs_cue'],
  },
  outlet: outlets,
  cites: outlets,
}

const read = new Map<string, ReadonlyMap<string, ListRow>>()

/** The entry of a value in the project's own lists; undefined for one that they do not have. A list is read when first asked. */
export function listedEntry(facet: FacetName, id: string): ListedEntry | undefined {
  const { file, columns, facts, names } = lists[facet]
  const rows = read.get(file) ?? readRows(file, columns)
  read.set(file, rows)
  const row = rows.get(id)
  return (
    row && {
      file,
      facts: facts
        .map((column) => ({ column, text: namesIn(row.get(column)).join(', ') }))
        .filter(({ text }) => text !== ''),
      // A comma after a name only says that it wants its region there.
      names: [
        ...new Set(
          names.flatMap((column) => namesIn(row.get(column))).map((name) => name.replace(/,$/, '')),
        ),
      ].filter((name) => name !== row.get('name')),
    }
  )
}

function readRows(file: string, columns: readonly string[]): Map<string, ListRow> {
  const { rows } = readList(join(gazetteerFolder, file), columns)
  return new Map(rows.map((row) => [row.get('id') ?? '', row]))
}
