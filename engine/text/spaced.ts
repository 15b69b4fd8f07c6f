import { join } from 'node:path'
import { namesIn, readList } from '../gazetteers/list-file.ts'
import { gazetteerFolder, weaponColumns, weaponFile } from '../gazetteers/weapon-list.ts'

/** The letters of listed designators as their owners write them (S, Su, MiG), each with the numbers that may follow a space. */
export type SpacedFamilies = ReadonlyMap<string, ReadonlySet<string>>

/**
 * The families of weapons.tsv marked `spaced`, read at import: "S 300" is S-300, while "P 500" stays the share index.
 * Never A or I, which are words. Throws MalformedList.
 */
export const spacedFamilies: SpacedFamilies = readFamilies()

function readFamilies(): SpacedFamilies {
  const families = new Map<string, Set<string>>()
  for (const row of readList(join(gazetteerFolder, weaponFile), weaponColumns).rows) {
    if (row.get('spaced') === '') continue
    for (const name of [...namesIn(row.get('name')), ...namesIn(row.get('aliases'))]) {
      addName(families, name)
    }
  }
  return families
}

function addName(families: Map<string, Set<string>>, name: string): void {
  const [, letters = '', number = ''] = /^(\p{L}{1,4})[- ](\d{1,4})(?!\d)/u.exec(name) ?? []
  if (letters === '' || letters === 'A' || letters === 'I') return
  families.set(letters, (families.get(letters) ?? new Set()).add(number))
}

const spaces =
  '\u0020\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'
const number = /^(\d{1,4})(?!\d|[.,]\d)/

/** Whether a designator may continue here: one space of any width, never a tab or the end of a line, then a digit. */
export function isSpaceBeforeNumber(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  return next >= 0x30 && next <= 0x39 && spaces.includes(text.charAt(at))
}

/** Whether letters and what follows them after a space are one listed designator: "S" and "300PMU-2", not "S" and "300,000". */
export function isSpacedDesignator(letters: string, follows: string): boolean {
  const numbers = spacedFamilies.get(letters)
  const [, found = ''] = numbers ? (number.exec(follows) ?? []) : []
  return numbers?.has(found) ?? false
}
