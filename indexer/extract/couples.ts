import type { Linked } from './linked.ts'
import type { Lists } from './lists.ts'
import type { NameRun } from './name-run.ts'
import type { NamesakeIndex } from './namesakes.ts'
import { slug } from './names.ts'
import { keyAt, surfaceOf, type Reading } from './reading.ts'

/** Whom a first name means before "and" and the full name of a relative: "Emmanuel and Brigitte Macron" are two Macrons. */
export function halfOfACouple(
  run: NameRun,
  index: NamesakeIndex,
  lists: Lists,
): Linked | undefined {
  const { reading, from, to } = run
  const key = keyAt(reading, from)
  if (to - from > 1 || keyAt(reading, to) !== 'and' || !isFirstName(reading, from, lists))
    return undefined
  const other = index.startingAt(reading, to + 1)
  if (!other || !lists.givenNames.has(keyAt(reading, other.from))) return undefined
  const surname = surfaceOf({ reading, from: other.to - 1, to: other.to })
  const name = `${surfaceOf(run)} ${surname}`
  const entity = lists.people.get(`${key} ${keyAt(reading, other.to - 1)}`)
  return { entity: entity ?? { id: slug(name), name }, from, to, rule: 'first name of a couple' }
}

// "Troops from Jackson and Anna Lind": a town is no first name there.
function isFirstName(reading: Reading, at: number, lists: Lists): boolean {
  const key = keyAt(reading, at)
  if (!lists.givenNames.has(key)) return false
  return !lists.places.towns.has(key) || !/^(?:in|at|near|from|to)$/.test(keyAt(reading, at - 1))
}
