import { Unreadable } from '../draft.ts'
import { allFields, isFieldName, plainName, sourceName, type FieldName } from '../field-names.ts'

/** The place of each field among the cells of a row; a field without a column is missing. */
export type Columns = ReadonlyMap<FieldName, number>

/** Columns shown when none of them holds the text, or nothing takes them. */
const shownColumns = 30

/**
 * Finds the columns of the fields by the first row, as `wishes` say (title=Headline) or by usual names, whatever their case. Throws
 * Unreadable, with the columns there are and what to write, where there is no text or a column that was asked for is missing.
 */
export function findColumns(
  header: readonly string[],
  wishes: ReadonlyMap<string, string>,
): Columns {
  const places = new Map(header.map((name, at) => [plainName(name), at] as const).reverse())
  const names = new Map([...places.keys()].map((name) => [name, name] as const))
  const columns = new Map<FieldName, number>()
  for (const field of allFields) {
    const wished = wishes.get(field)
    const at = places.get(
      wished === undefined ? (sourceName(names, field) ?? '') : plainName(wished),
    )
    if (at !== undefined) columns.set(field, at)
    else if (wished !== undefined)
      throw new Unreadable(`no column ${wished}, which --columns asks for; ${told(header)}`)
  }
  if (!columns.has('text'))
    throw new Unreadable(
      `no column holds the text; ${told(header)}. Say which one with --columns text=NAME, and others likewise: title=NAME,published=NAME`,
    )
  return columns
}

/** Reads `title=Headline,text=Body`. Returns the fault in plain words where it cannot be read. */
export function readColumnWishes(
  written: string,
): { readonly columns: ReadonlyMap<string, string> } | { readonly fault: string } {
  const columns = new Map<string, string>()
  for (const part of written.split(',')) {
    const [field = '', ...rest] = part.split('=')
    const column = rest.join('=').trim()
    if (!isFieldName(field.trim()) || column === '')
      return {
        fault: `--columns does not know what ${part.trim() || 'nothing'} means: write FIELD=COLUMN,… with fields of ${allFields.join(', ')}`,
      }
    columns.set(field.trim(), column)
  }
  return { columns }
}

/** Writes what `readColumnWishes` reads; the same for the same wishes in another order. */
export function writeColumnWishes(wishes: ReadonlyMap<string, string>): string {
  return [...wishes]
    .map(([field, column]) => `${field}=${column}`)
    .sort()
    .join(',')
}

/** Says which columns no field takes, and how one could. */
export function unusedColumns(names: readonly string[]): string {
  return `columns not read: ${listed(names)}. If one is a field of the article, say so: --columns outlet=NAME,published=NAME`
}

function told(header: readonly string[]): string {
  return `its columns are ${listed(header)}`
}

function listed(header: readonly string[]): string {
  const names = header.slice(0, shownColumns).map((name) => name.trim().slice(0, 60) || '(no name)')
  const more = header.length - names.length
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
