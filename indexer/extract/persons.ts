import { namesAThing, nameKey, type FullName } from './full-names.ts'
import type { Entity } from './facet-values.ts'
import { personOf, placesOf } from './listed.ts'
import type { Lists } from './lists.ts'
import { areCloseSpellings, slug } from './names.ts'
import { startsSentence, surfaceOf } from './reading.ts'
import { isJunior, type NameRun } from './runs.ts'

/** One person of an article, with every full name given. */
export interface Person extends Entity {
  readonly mentions: readonly FullName[]
  /** The words that stand for the person alone. */
  readonly surnames: ReadonlySet<string>
  readonly given: string
}

type Group = [FullName, ...FullName[]]

/** Joins the spellings of one person: listed ones by their entry, others by an equal given name and a close surname. */
export function gatherPersons(names: readonly FullName[], lists: Lists): Person[] {
  const groups: Group[] = []
  // Compared with the first spelling only, so that a chain of small steps does not join strangers.
  // One person's spellings share an entry, a given name or a surname; only groups that do are compared.
  const byPart = new Map<string, Set<Group>>()
  for (const name of names) {
    const parts = partsOfName(name)
    const near = parts.flatMap((part) => [...(byPart.get(part) ?? [])])
    let group = near.find((known) => areOnePerson(name, known[0]))
    if (group) group.push(name)
    else groups.push((group = [name]))
    for (const part of parts) byPart.set(part, (byPart.get(part) ?? new Set()).add(group))
  }
  return groups.map((group) => toPerson(group, lists))
}

function partsOfName(name: FullName): string[] {
  const { given, surname } = givenAndSurname(name)
  return [`entry ${name.listed?.id ?? ''}`, `given ${given}`, `surname ${surname}`].slice(
    name.listed ? 0 : 1,
  )
}

function areOnePerson(a: FullName, b: FullName): boolean {
  if (a.listed && b.listed) return a.listed.id === b.listed.id
  if (isJuniorName(a) !== isJuniorName(b)) return false
  const [first, second] = [givenAndSurname(a), givenAndSurname(b)]
  if (first.given === second.given) return areCloseSpellings(first.surname, second.surname)
  return first.surname === second.surname && areCloseSpellings(first.given, second.given)
}

function givenAndSurname(name: FullName): { given: string; surname: string } {
  const keys = keysOf(name)
  return { given: keys[0] ?? '', surname: keys.at(-1) ?? '' }
}

function isJuniorName(name: FullName): boolean {
  return isJunior(name.run.reading.words[name.to - 1]?.key ?? '')
}

function keysOf(name: FullName): string[] {
  return nameKey({ reading: name.run.reading, from: name.from, to: name.to }).split(' ')
}

function toPerson(group: readonly [FullName, ...FullName[]], lists: Lists): Person {
  const entity = group.find((name) => name.listed)?.listed ?? unlistedPerson(group)
  const surnames = new Set<string>()
  for (const name of group) addSurnames(surnames, keysOf(name), lists)
  return {
    id: entity.id,
    name: entity.name,
    mentions: group,
    surnames,
    given: givenAndSurname(group[0]).given,
  }
}

/** The fullest form that the article gives, the first of those with most words. */
function unlistedPerson(group: readonly FullName[]): Entity {
  let fullest = ''
  for (const { run, from, to } of group) {
    const surface = surfaceOf({ reading: run.reading, from, to }).replace(/\s+/g, ' ')
    if (fullest === '' || partsOf(surface) > partsOf(fullest)) fullest = surface
  }
  return { id: slug(fullest), name: fullest }
}

function partsOf(name: string): number {
  return name.split(' ').length
}

function addSurnames(surnames: Set<string>, keys: readonly string[], lists: Lists): void {
  const last = keys.at(-1)
  if (last !== undefined) surnames.add(last)
  const first = keys[0]
  // Chinese, Korean and Vietnamese names begin with the surname.
  if (first !== undefined && lists.isKind(first, 'surname-first') && !lists.givenNames.has(first))
    surnames.add(first)
}

/** A shorter name that stands for a person, and the words that are its evidence. */
export interface Linked {
  readonly entity: Entity
  readonly from: number
  readonly to: number
  readonly rule: string
}

/**
 * Whom a surname or given name alone stands for: the person of the article whose full name stands nearest before it,
 * or the first after it; else one that the list knows by this word alone. Undefined when nobody is meant.
 */
export function linkSingle(
  run: NameRun,
  persons: readonly Person[],
  vocabulary: ReadonlySet<string>,
  lists: Lists,
): Linked | undefined {
  const range = singleRange(run)
  if (!range || namesAThing(run.reading, range.to, lists)) return undefined
  const key = run.reading.words[range.to - 1]?.key ?? ''
  if (isSentenceWord(run, range.from, key, vocabulary)) return undefined
  return bySurname(run, range, key, persons) ?? byGivenName(run, range, key, persons, lists)
}

function bySurname(
  run: NameRun,
  range: { from: number; to: number },
  key: string,
  persons: readonly Person[],
): Linked | undefined {
  const named = persons.filter((person) => person.surnames.has(key))
  const entity = choose(run, named, personOf(run.reading.matchAt[range.to - 1]))
  if (!entity || isPlaceHere(run, range.from)) return undefined
  const rule = named.length > 0 ? 'surname of a full name in the article' : 'list of people'
  return { entity, ...range, rule }
}

// One part, or the listed surname at the end of a longer run that is no name ("Candidate Trump").
function singleRange(run: NameRun): { from: number; to: number } | undefined {
  if (run.parts === 1) return { from: run.from, to: run.to }
  for (let at = run.to - 1; at >= run.from; at--) {
    const match = run.reading.matchAt[at]
    if (personOf(match)) return { from: match?.from ?? at, to: match?.to ?? at + 1 }
  }
  return undefined
}

function isSentenceWord(
  run: NameRun,
  from: number,
  key: string,
  vocabulary: ReadonlySet<string>,
): boolean {
  return !run.title && vocabulary.has(key) && startsSentence(run.reading, from)
}

function choose(
  run: NameRun,
  candidates: readonly Person[],
  alone: Entity | undefined,
): Entity | undefined {
  const known = alone && candidates.find((person) => person.id === alone.id)
  if (known) return known
  // A relative who is listed does not take the name over: "Trump" beside "Melania Trump" is Donald.
  const listedRelative = candidates.every((person) => person.mentions.some((name) => name.listed))
  if (alone && listedRelative) return alone
  return nearest(run, candidates)
}

function nearest(run: NameRun, candidates: readonly Person[]): Person | undefined {
  let best: Person | undefined
  let bestAt = -1
  for (const person of candidates) {
    const at = lastMentionBefore(run, person)
    if (at > bestAt) [best, bestAt] = [person, at]
  }
  return best ?? candidates[0]
}

function lastMentionBefore(run: NameRun, person: Person): number {
  const before = person.mentions.filter(
    (name) => name.run.reading === run.reading && name.from < run.from,
  )
  return before.at(-1)?.from ?? -1
}

// "Austin" is the secretary where he is named, except after a word that asks for a place.
function isPlaceHere(run: NameRun, from: number): boolean {
  const match = run.reading.matchAt[from]
  if (run.title || placesOf(match).length === 0) return false
  return /^(?:in|at|near|from|to|outside|around|across|of)$/.test(
    run.reading.words[from - 1]?.key ?? '',
  )
}

function byGivenName(
  run: NameRun,
  range: { from: number; to: number },
  key: string,
  persons: readonly Person[],
  lists: Lists,
): Linked | undefined {
  if (run.parts > 1 || !lists.givenNames.has(key) || run.reading.matchAt[range.from])
    return undefined
  const named = persons.filter((person) => person.given === key)
  const [only] = named
  if (!only || named.length > 1) return undefined
  return { entity: only, ...range, rule: 'given name of a full name in the article' }
}
