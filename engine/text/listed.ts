import { join } from 'node:path'
import { namesIn, readList, type ListRow } from '../gazetteers/list-file.ts'
import { gazetteerFolder, weaponColumns, weaponFile } from '../gazetteers/weapon-list.ts'

/** What the analysis takes from the weapon list. */
export interface Listed {
  /** Letters and number of every listed designator, folded: `s-300`, `b-52`. */
  readonly designators: ReadonlySet<string>
  /** Listed names that are words before a number, folded: Fajr-5 and Type 99 are found with any number, and by part. */
  readonly names: ReadonlySet<string>
  /** The letters of families marked `spaced` as their owners write them (S, Su, MiG), with the numbers that may follow a space. */
  readonly spaced: ReadonlyMap<string, ReadonlySet<string>>
}

/** Articles and prepositions are never letters of a spaced designator, whatever the list says: "An 8-year-old", "A 10". */
const neverSpaced = new Set(['A', 'I', 'An', 'AN', 'At', 'AT', 'In', 'IN', 'On', 'ON', 'No', 'NO'])

/** Read at import; throws MalformedList. */
export const listed: Listed = readListed()

function readListed(): Listed {
  const designators = new Set<string>()
  const names = new Set<string>()
  const spaced = new Map<string, Set<string>>()
  for (const row of readList(join(gazetteerFolder, weaponFile), weaponColumns).rows) {
    for (const { letters, number } of headsOf(row)) {
      if (/^\p{Lu}\p{Ll}{3}$/u.test(letters)) names.add(letters.toLowerCase())
      else designators.add(`${letters.toLowerCase()}-${number}`)
      if (row.get('spaced') === '' || neverSpaced.has(letters)) continue
      spaced.set(letters, (spaced.get(letters) ?? new Set()).add(number))
    }
  }
  return { designators, names, spaced }
}

/** The letters and the number with which the names of a weapon begin; names that begin otherwise have none. */
function headsOf(row: ListRow) {
  const names = ['name', 'aliases', 'needs_cue'].flatMap((column) => namesIn(row.get(column)))
  return names.flatMap((name) => {
    const [head, letters = '', number = ''] = /^(\p{L}{1,4})[- ]?(\d{1,4})(?!\d)/u.exec(name) ?? []
    return head === undefined ? [] : [{ letters, number }]
  })
}
