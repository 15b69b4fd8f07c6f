import type { KnownPerson } from './known-people.ts'
import { relate, type NameRelation } from './name-relation.ts'
import type { PersonName } from './person-name.ts'

/** Two people whose names may be one person's. */
export interface Candidate {
  readonly one: KnownPerson
  readonly other: KnownPerson
  readonly oneName: PersonName
  readonly otherName: PersonName
  readonly relation: NameRelation
}

/**
 * All pairs of people with related names. Only names that share a key are compared, so that the work grows with the number of
 * people, not with its square: the sounds of surname and given name, or all letters.
 */
export function candidates(people: readonly KnownPerson[]): Candidate[] {
  const found = new Map<number, Candidate>()
  for (const block of blocksOf(people)) compareAll(block, found)
  return [...found.values()]
}

/** People who share a key; most keys are one person's alone. */
function blocksOf(people: readonly KnownPerson[]): KnownPerson[][] {
  const first = new Map<number, KnownPerson>()
  const blocks = new Map<number, KnownPerson[]>()
  for (const person of people) {
    for (const key of person.names.flatMap((name) => name.keys)) {
      const alone = first.get(key)
      const block = blocks.get(key)
      if (!alone) first.set(key, person)
      else if (!block) blocks.set(key, alone === person ? [person] : [alone, person])
      else if (block.at(-1) !== person) block.push(person)
    }
  }
  return [...blocks.values()]
}

/** Numbers of values stay far below this, so that a pair is one number. */
const manyValues = 2 ** 26

function compareAll(block: readonly KnownPerson[], found: Map<number, Candidate>): void {
  for (const [at, one] of block.entries()) {
    for (const other of block.slice(at + 1)) {
      const candidate = compare(one, other)
      if (candidate)
        found.set(
          Math.min(one.value, other.value) * manyValues + Math.max(one.value, other.value),
          candidate,
        )
    }
  }
}

/** By the two names that are nearest to each other. */
function compare(a: KnownPerson, b: KnownPerson): Candidate | undefined {
  if (a.listed && b.listed) return undefined
  const [one, other] = a.id < b.id ? [a, b] : [b, a]
  let nearest: Candidate | undefined
  for (const oneName of one.names)
    for (const otherName of other.names) {
      const relation = relate(oneName, otherName)
      if (relation && isNearer(relation, nearest))
        nearest = { one, other, oneName, otherName, relation }
    }
  return nearest
}

function isNearer(relation: NameRelation, than: Candidate | undefined): boolean {
  return !than || nearness(relation) > nearness(than.relation)
}

const kindsByNearness = ['start', 'end', 'short', 'spelling', 'middle', 'letters'] as const

function nearness({ kind, distance, besides }: NameRelation): number {
  return kindsByNearness.indexOf(kind) - distance - 5 * besides.size
}
