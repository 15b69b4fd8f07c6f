import type { ListedName, Lists } from './lists.ts'
import { keyAt, type Reading } from './reading.ts'

/** Titles have up to three words: Secretary of State Powell. */
const longestTitle = 3

/**
 * Whom the list says that the surname at word `at` means beside its title or the noun after it: "President Clinton", "the Clinton
 * administration".
 */
export function personOfPhrase(reading: Reading, at: number, lists: Lists): ListedName | undefined {
  const surname = keyAt(reading, at)
  let phrase = surname
  for (let before = at - 1; before >= Math.max(0, at - longestTitle); before--) {
    phrase = `${keyAt(reading, before)} ${phrase}`
    const person = lists.phrases.get(phrase)
    if (person) return person
  }
  const withNoun = `${surname} ${keyAt(reading, at + 1)}`
  return lists.phrases.get(withNoun) ?? lists.phrases.get(`${withNoun} ${keyAt(reading, at + 2)}`)
}
