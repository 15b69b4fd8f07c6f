import { join } from 'node:path'
import type { BroaderValue, FacetName } from '../../engine/article.ts'
import { readList, type ListRow } from '../../engine/gazetteers/list-file.ts'
import { outletColumns, outletFile } from '../../engine/gazetteers/outlet-list.ts'
import { peopleColumns, peopleFile } from '../../engine/gazetteers/people-list.ts'
import { placeColumns, placeFile } from '../../engine/gazetteers/place-list.ts'
import { gazetteerFolder, weaponColumns, weaponFile } from '../../engine/gazetteers/weapon-list.ts'
import {
  outletsBroader,
  placesBroader,
  weaponsBroader,
  type BroaderById,
} from '../extract/broader.ts'

/** A value as the lists have it. */
export interface ListedValue {
  readonly name: string
  /** What stands above it, nearest first. */
  readonly broader: readonly BroaderValue[]
}

/** Tells what the lists say of a value; undefined for one that they do not have. */
export type ListedBy = (facet: FacetName, id: string) => ListedValue | undefined

const lists = {
  people: { file: peopleFile, columns: peopleColumns, broader: (): BroaderById => new Map() },
  places: { file: placeFile, columns: placeColumns, broader: placesBroader },
  weapons: { file: weaponFile, columns: weaponColumns, broader: weaponsBroader },
  outlet: { file: outletFile, columns: outletColumns, broader: outletsBroader },
  cites: { file: outletFile, columns: outletColumns, broader: outletsBroader },
} as const

const read = new Map<FacetName, ReadonlyMap<string, ListedValue>>()

/** A value of the project's own lists; each is read when first asked. Throws MalformedList. */
export function listedValue(facet: FacetName, id: string): ListedValue | undefined {
  return valuesOf(facet).get(id)
}

/** Ids of all listed values that stand below one of these, in no order. Reads the list from end to end. */
export function listedBelow(facet: FacetName, ids: ReadonlySet<string>): string[] {
  return [...valuesOf(facet)].flatMap(([id, { broader }]) =>
    broader.some((above) => ids.has(above.id)) ? [id] : [],
  )
}

function valuesOf(facet: FacetName): ReadonlyMap<string, ListedValue> {
  const values = read.get(facet) ?? readValues(facet)
  read.set(facet, values)
  return values
}

function readValues(facet: FacetName): Map<string, ListedValue> {
  const { file, columns, broader } = lists[facet]
  const rows: readonly ListRow[] = readList(join(gazetteerFolder, file), columns).rows
  const broaderById = broader(rows)
  const values = new Map<string, ListedValue>()
  for (const row of rows) {
    const id = row.get('id') ?? ''
    values.set(id, { name: row.get('name') ?? '', broader: broaderById.get(id) ?? [] })
  }
  // Categories are no rows of their own.
  for (const above of broaderById.values())
    for (const { id, name } of above) if (!values.has(id)) values.set(id, { name, broader: [] })
  return values
}
