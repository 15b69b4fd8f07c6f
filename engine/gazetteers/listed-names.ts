import { join } from 'node:path'
import type { FacetName } from '../article.ts'
import { fold } from '../text/fold.ts'
import { namesIn, readList } from './list-file.ts'
import { outletColumns, outletFile } from './outlet-list.ts'
import { peopleColumns, peopleFile } from './people-list.ts'
import { placeColumns, placeFile } from './place-list.ts'
import { gazetteerFolder, weaponColumns, weaponFile } from './weapon-list.ts'

/** A name that the lists give a value, whether or not any article spells it so. */
export interface ListedName {
  readonly id: string
  readonly name: string
  /** Also an everyday word, or the name of something else: the lists want a cue with it. */
  readonly isDoubtful: boolean
}

/** A list, and which of its columns hold names. */
interface NameColumns {
  readonly file: string
  readonly columns: readonly string[]
  readonly plain: readonly string[]
  readonly doubtful: readonly string[]
}

const outlets: NameColumns = {
  file: outletFile,
  columns: outletColumns,
  plain: ['name', 'aliases'],
  doubtful: ['needs_cue'],
}

const lists: Readonly<Record<FacetName, NameColumns>> = {
  people: {
    file: peopleFile,
    columns: peopleColumns,
    plain: ['name', 'variants', 'alone'],
    doubtful: [],
  },
  places: {
    file: placeFile,
    columns: placeColumns,
    plain: ['name', 'aliases'],
    doubtful: ['ambiguous'],
  },
  weapons: {
    file: weaponFile,
    columns: weaponColumns,
    plain: ['name', 'aliases'],
    doubtful: ['needs_cue'],
  },
  outlet: outlets,
  cites: outlets,
}

const read = new Map<string, ReadonlyMap<string, readonly ListedName[]>>()

/** The values that have this name in the lists; capitals, accents, hyphens and spaces aside. A list is read when first asked. */
export function listedAs(facet: FacetName, name: string): readonly ListedName[] {
  const { file } = lists[facet]
  const names = read.get(file) ?? readNames(lists[facet])
  read.set(file, names)
  return names.get(keyOf(name)) ?? []
}

function readNames({ file, columns, plain, doubtful }: NameColumns): Map<string, ListedName[]> {
  const found = new Map<string, ListedName[]>()
  for (const row of readList(join(gazetteerFolder, file), columns).rows) {
    const id = row.get('id') ?? ''
    const uncertain = new Set(
      // A comma after a name only says that it wants its region there.
      doubtful.flatMap((column) => namesIn(row.get(column)).map((name) => name.replace(/,$/, ''))),
    )
    const certain = plain.flatMap((column) => namesIn(row.get(column)))
    for (const name of new Set([...certain, ...uncertain])) {
      const known = found.get(keyOf(name)) ?? []
      found.set(keyOf(name), [...known, { id, name, isDoubtful: uncertain.has(name) }])
    }
  }
  return found
}

const keyOf = (name: string) => fold(name).replace(/[^\p{L}\p{N}]/gu, '')
