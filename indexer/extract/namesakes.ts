import type { FullName } from './name-run.ts'
import type { Person } from './persons.ts'
import type { Reading } from './reading.ts'

interface Place {
  readonly from: number
  readonly person: Person
}

/** The persons of an article who share a surname. */
export interface Namesakes {
  readonly persons: readonly Person[]
  readonly ids: ReadonlyMap<string, Person>
  /** Whether the list has every one of them. */
  readonly allListed: boolean
  /** The one whose full name stands nearest before a word, else the first of them. */
  nearestBefore(reading: Reading, at: number): Person | undefined
}

/** Who may be meant by a name of one word, in an article. */
export interface NamesakeIndex {
  bySurname(key: string): Namesakes | undefined
  byGivenName(key: string): readonly Person[]
  /** The full name that starts at a word. */
  startingAt(reading: Reading, at: number): FullName | undefined
}

/** Sorts the persons of an article by the names that stand for them, once, so that each name alone is found in few steps. */
export function indexNamesakes(persons: readonly Person[]): NamesakeIndex {
  const surnames = groupBy(persons, (person) => person.surnames)
  const given = groupBy(persons, (person) => [person.given])
  const known = new Map<string, Namesakes>()
  let starts: Map<Reading, Map<number, FullName>> | undefined
  return {
    bySurname(key) {
      const sharing = surnames.get(key)
      if (!sharing) return undefined
      const namesakes = known.get(key) ?? namesakesOf(sharing)
      known.set(key, namesakes)
      return namesakes
    },
    byGivenName: (key) => given.get(key) ?? [],
    startingAt(reading, at) {
      starts ??= startsByReading(persons)
      return starts.get(reading)?.get(at)
    },
  }
}

function startsByReading(persons: readonly Person[]): Map<Reading, Map<number, FullName>> {
  const starts = new Map<Reading, Map<number, FullName>>()
  for (const name of persons.flatMap((person) => person.mentions)) {
    const { reading } = name.run
    starts.set(reading, (starts.get(reading) ?? new Map<number, FullName>()).set(name.from, name))
  }
  return starts
}

function groupBy(
  persons: readonly Person[],
  keysOf: (person: Person) => Iterable<string>,
): Map<string, Person[]> {
  const groups = new Map<string, Person[]>()
  for (const person of persons) {
    for (const key of keysOf(person)) {
      const group = groups.get(key)
      if (group) group.push(person)
      else groups.set(key, [person])
    }
  }
  return groups
}

function namesakesOf(persons: readonly Person[]): Namesakes {
  const places = placesByReading(persons)
  return {
    persons,
    ids: new Map(persons.map((person) => [person.id, person])),
    allListed: persons.every(isListed),
    nearestBefore: (reading, at) => lastBefore(places.get(reading) ?? [], at) ?? persons[0],
  }
}

/** Whether the list has this person of the article. */
export function isListed(person: Person): boolean {
  return person.mentions.some((name) => name.listed)
}

function placesByReading(persons: readonly Person[]): Map<Reading, Place[]> {
  const places = new Map<Reading, Place[]>()
  for (const person of persons) {
    for (const { run, from } of person.mentions) {
      const known = places.get(run.reading) ?? []
      places.set(run.reading, known)
      known.push({ from, person })
    }
  }
  for (const known of places.values()) known.sort((a, b) => a.from - b.from)
  return places
}

function lastBefore(places: readonly Place[], at: number): Person | undefined {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.from ?? 0) < at) low = middle + 1
    else high = middle
  }
  return places[low - 1]?.person
}
