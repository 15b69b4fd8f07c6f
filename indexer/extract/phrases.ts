import type { Entity } from './facet-values.ts'
import { isListed, type Namesakes } from './namesakes.ts'
import type { ListedName, Lists } from './lists.ts'
import { keyAt, type Reading } from './reading.ts'

/** Titles have up to three words: Secretary of State Powell. */
const longestTitle = 3

/**
 * Whom the list says that the surname at word `at` may mean beside its title or the noun after it ("President Clinton", "the
 * Clinton administration"), the likeliest first; the longest title counts.
 */
export function peopleOfPhrase(
  reading: Reading,
  at: number,
  lists: Lists,
): readonly ListedName[] | undefined {
  const surname = keyAt(reading, at)
  let phrase = surname
  let titled: readonly ListedName[] | undefined
  for (let before = at - 1; before >= Math.max(0, at - longestTitle); before--) {
    phrase = `${keyAt(reading, before)} ${phrase}`
    titled = lists.phrases.get(phrase) ?? titled
  }
  const withNoun = `${surname} ${keyAt(reading, at + 1)}`
  return (
    titled ??
    lists.phrases.get(withNoun) ??
    lists.phrases.get(`${withNoun} ${keyAt(reading, at + 2)}`)
  )
}

/**
 * Who of them is meant: the one whom the article names in full, the most often named if several; a courtesy may also go to a
 * namesake whom no list has. "Mr. Bush" is Jeb in an article on him, "President Bush" is not.
 */
export function personOfPhrase(
  reading: Reading,
  at: number,
  namesakes: Namesakes | undefined,
  lists: Lists,
): Entity | undefined {
  const people = peopleOfPhrase(reading, at, lists)
  if (!people || !namesakes) return people?.[0]
  const ids = new Set(people.map((person) => person.id))
  const isCourtesy = /^m(?:r|rs|s)$/.test(keyAt(reading, at - 1))
  const fitting = namesakes.persons
    .filter((person) => ids.has(person.id) || (isCourtesy && !isListed(person)))
    .sort((a, b) => b.mentions.length - a.mentions.length)
  return fitting[0] ?? people[0]
}
