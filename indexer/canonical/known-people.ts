import type { ValueKey } from '../../engine/archive/extracted.ts'
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

/** The people of an archive. */
export interface KnownPeople {
  /** Those who may be one with somebody else, because they share a key, and those who were `asked` for. */
  readonly people: readonly KnownPerson[]
  /** First of the names of everyone whom extraction found by a full name; read from the beginning each time. */
  readonly everyName: Iterable<PersonName>
}

/**
 * Everyone whom extraction found by a full name. Most people of an archive share no key with anybody: of those no more is kept than
 * their ids, so that memory grows with the others.
 */
export function knownPeople(
  { values, articles }: ExtractedValues,
  lists: Lists,
  asked: ReadonlySet<string>,
): KnownPeople {
  const reading = {
    word: nameWords(),
    shortNames: lists.shortNames,
    isSurnameFirst: (words: readonly string[]) => isSurnameFirst(words, lists),
  }
  const listed = listedNames(new Set(values.map(({ id }) => id)), lists, reading)
  const namesOf = ({ facet, id }: ValueKey): readonly PersonName[] => {
    if (facet !== 'people') return []
    const own = listed.has(id) ? undefined : personName(id.split('-'), reading)
    return listed.get(id) ?? (own ? [own] : [])
  }
  const shared = sharedKeys(values, namesOf)
  const counts = countArticles(values.length, articles)
  const people = values.flatMap((key, value) => {
    const [first, ...others] = namesOf(key)
    if (!first) return []
    const names = [first, ...others] as const
    const { id } = key
    if (!asked.has(id) && !names.some((name) => name.keys.some((each) => shared.has(each))))
      return []
    return [{ id, value, listed: listed.has(id), articles: counts[value] ?? 0, names }]
  })
  return { people, everyName: firstNames(values, namesOf) }
}

type NamesOf = (key: ValueKey) => readonly PersonName[]

/** The keys that two people have, or more. */
function sharedKeys(values: readonly ValueKey[], namesOf: NamesOf): Set<number> {
  const firstWith = new Map<number, number>()
  const shared = new Set<number>()
  for (const [value, key] of values.entries()) {
    for (const each of namesOf(key).flatMap(({ keys }) => keys)) {
      const first = firstWith.get(each)
      if (first === undefined) firstWith.set(each, value)
      else if (first !== value) shared.add(each)
    }
  }
  return shared
}

function countArticles(values: number, articles: ExtractedValues['articles']): Uint32Array {
  const counts = new Uint32Array(values)
  for (const found of articles) for (const value of found) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

function firstNames(values: readonly ValueKey[], namesOf: NamesOf): Iterable<PersonName> {
  return {
    *[Symbol.iterator]() {
      for (const key of values) {
        const [first] = namesOf(key)
        if (first) yield first
      }
    },
  }
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
