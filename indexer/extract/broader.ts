import type { BroaderValue } from '../../engine/article.ts'
import { MalformedList, type ListRow } from '../../engine/gazetteers/list-file.ts'
import { outletFile } from '../../engine/gazetteers/outlet-list.ts'
import { placeFile } from '../../engine/gazetteers/place-list.ts'
import { weaponFile } from '../../engine/gazetteers/weapon-list.ts'
import { slug } from './names.ts'

/** What stands above the values of a facet, by their ids, nearest first; nothing above those that it does not have. */
export type BroaderById = ReadonlyMap<string, readonly BroaderValue[]>

/**
 * A weapon stands below its family, that below its own, and the last below its category: S-300PMU-2, S-300, surface-to-air missile.
 * Throws MalformedList for a family that is no id of the list, or that stands below itself.
 */
export function weaponsBroader(rows: readonly ListRow[]): BroaderById {
  const entries = entriesBy('id', rows)
  return new Map(
    rows.map((row) => {
      const families = chain(row, 'family', entries, weaponFile)
      return [cell(row, 'id'), [...families.map(asValue), ...category(row)]]
    }),
  )
}

function category(row: ListRow): BroaderValue[] {
  const name = cell(row, 'category')
  return name === '' ? [] : [{ id: slug(name), name: name.charAt(0).toUpperCase() + name.slice(1) }]
}

/**
 * A place stands below its region or country, that below the one that it is part of: Dallas, Texas, United States. The cell
 * names it, or gives its id where an earlier place has the name too. Throws MalformedList for one that is not in the list,
 * or that lies in itself.
 */
export function placesBroader(rows: readonly ListRow[]): BroaderById {
  const entries = new Map([...entriesBy('id', rows), ...entriesBy('name', rows)])
  const below = new Map<string, readonly BroaderValue[]>()
  return new Map(
    rows.map((row) => {
      const country = cell(row, 'country')
      // Thousands of towns lie in one country: what stands above it is the same for all.
      const known = below.get(country)
      const above = known ?? chain(row, 'country', entries, placeFile).map(asValue)
      below.set(country, above)
      return [cell(row, 'id'), above]
    }),
  )
}

/**
 * An outlet stands below the one that it is part of: NBC News, NBC. Throws MalformedList for a `part_of` that is no id
 * of the list, or that stands below itself.
 */
export function outletsBroader(rows: readonly ListRow[]): BroaderById {
  const entries = entriesBy('id', rows)
  return new Map(
    rows.map((row) => [cell(row, 'id'), chain(row, 'part_of', entries, outletFile).map(asValue)]),
  )
}

interface Entry {
  readonly row: ListRow
  readonly line: number
}

function entriesBy(column: string, rows: readonly ListRow[]): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const [index, row] of rows.entries()) {
    const key = cell(row, column)
    // "Georgia" is the country, which comes before other places of that name.
    if (!entries.has(key)) entries.set(key, { row, line: index + 2 })
  }
  return entries
}

function chain(
  row: ListRow,
  column: 'family' | 'country' | 'part_of',
  entries: ReadonlyMap<string, Entry>,
  file: string,
): ListRow[] {
  const above: ListRow[] = []
  for (let at = row; cell(at, column) !== '';) {
    const next = entries.get(cell(at, column))?.row
    if (!next) throw malformed(at, column, 'is not in this list', entries, file)
    if (next === row || above.includes(next))
      throw malformed(at, column, 'stands above itself', entries, file)
    above.push(next)
    at = next
  }
  return above
}

function malformed(
  row: ListRow,
  column: string,
  problem: string,
  entries: ReadonlyMap<string, Entry>,
  file: string,
): MalformedList {
  const line = [...entries.values()].find((entry) => entry.row === row)?.line ?? 1
  return new MalformedList(file, line, `the ${column} "${cell(row, column)}" ${problem}`)
}

const asValue = (row: ListRow): BroaderValue => ({ id: cell(row, 'id'), name: cell(row, 'name') })

function cell(row: ListRow, column: string): string {
  return row.get(column) ?? ''
}
