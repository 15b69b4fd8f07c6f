import type { ExtractedValues } from '../../engine/archive/extracted-values.ts'
import type { Lists } from '../extract/lists.ts'
import { slug } from '../extract/names.ts'
import { isSurnameFirst } from '../extract/surname-first.ts'
import { nameWords } from './name-word.ts'
import { personName, type NameReading, type PersonName } from './person-name.ts'

/** A person whom the archive's articles name. */
export interface KnownPerson {
  readonly id: string
  /** Its number among the extracted values. */
  readonly value: number
  readonly listed: boolean
  /** How many articles name the person. */
  readonly articles: number
  /** The full names by which extraction knows the person: one, and more for a listed one. */
  readonly names: readonly [PersonName, ...PersonName[]]
}

/** Everyone whom extraction found by a full name. */
export function knownPeople({ values, articles }: ExtractedValues, lists: Lists): KnownPerson[] {
  const counts = new Uint32Array(values.length)
  for (const found of articles) for (const value of found) counts[value] = (counts[value] ?? 0) + 1
  const reading = {
    word: nameWords(),
    shortNames: lists.shortNames,
    isSurnameFirst: (words: readonly string[]) => isSurnameFirst(words, lists),
  }
  const listed = listedNames(new Set(values.map(({ id }) => id)), lists, reading)
  return values.flatMap(({ facet, id }, value) => {
    if (facet !== 'people') return []
    const own = personName(id.split('-'), reading)
    const [first, ...others] = listed.get(id) ?? (own ? [own] : [])
    if (!first) return []
    return [
      {
        ...{ id, value, listed: listed.has(id) },
        ...{ articles: counts[value] ?? 0, names: [first, ...others] as const },
      },
    ]
  })
}

/** The full names of those of these who are listed, by id; none for who has but one word. */
function listedNames(
  ids: ReadonlySet<string>,
  lists: Lists,
  reading: NameReading,
): Map<string, PersonName[]> {
  const names = new Map<string, PersonName[]>()
  const add = (id: string, spelling: string) => {
    const name = personName(slug(spelling).split('-'), reading)
    names.set(id, [...(names.get(id) ?? []), ...(name ? [name] : [])])
  }
  for (const [spelling, { id, name }] of lists.people) {
    if (!ids.has(id)) continue
    // The name to show has the middle initials, by which two Bushes differ.
    if (!names.has(id)) add(id, name)
    add(id, spelling)
  }
  return names
}
