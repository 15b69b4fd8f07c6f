import type { KnownPerson } from './known-people.ts'
import type { NameWord } from './name-word.ts'
import type { PersonName } from './person-name.ts'

/** How common names are among the people of an archive. */
export interface NameFrequency {
  /**
   * How many further people with a name like both of these there may be: 0.001 where nobody else has such a surname, several for
   * John Evans.
   */
  expected(one: PersonName, other: PersonName): number
}

/** What is known before anything was counted, as so many people: a small archive cannot tell a rare name from a common one. */
const assumed = 5000
/** How many of those have a given name of the list, and one that it does not have. */
const assumedBearers = { listed: 4, unlisted: 0.5 }
/** How many others may have a surname: who is not in the archive, and where a given name is one, as in Mohammed Hussein. */
const others = { unseen: 0.3, unknown: 1.5, patronymic: 2 }

/**
 * Names are not mixed at random: an Ahmed is more likely a Mohammed than chance has it. So the number of people that chance would
 * give a name is taken nine times.
 */
const kinship = 9

/**
 * Counts the names of everyone, each person once, for those that will be asked about: names of `people`. `givenNames` are those of the
 * list.
 */
export function nameFrequency(
  everyName: Iterable<PersonName>,
  people: readonly KnownPerson[],
  givenNames: ReadonlySet<string>,
): NameFrequency {
  const asked = people.flatMap(({ names }) => names)
  const surnamesOf = new Map(asked.map(({ given }) => [given, new Set<NameWord>()]))
  const givenOf = new Map(asked.map(({ surname }) => [surname, new Set<number>()]))
  let total = assumed
  for (const { formal, given, surname } of everyName) {
    surnamesOf.get(given)?.add(surname)
    if (formal !== given) surnamesOf.get(formal)?.add(surname)
    givenOf.get(surname)?.add(formal.skeleton)
    total++
  }
  const isGiven = ({ letters }: NameWord) => givenNames.has(letters)
  return {
    expected: (one, other) => {
      const counted = countUnion(surnamesOf.get(one.given), surnamesOf.get(other.given))
      const known = [one.given, other.given].some(isGiven) ? 'listed' : 'unlisted'
      const families = new Set([one.surname, other.surname])
      const own = new Set(
        [one, other].flatMap((name) => [name.formal.skeleton, name.given.skeleton]),
      )
      const bearers = [...families].reduce(
        (sum, family) => sum + countOthers(givenOf.get(family), own),
        others.unseen + (others.unknown * assumed) / total,
      )
      const patronymic = [...families].some(isGiven) ? others.patronymic : 0
      return (((counted + assumedBearers[known]) * (bearers + patronymic)) / total) * kinship
    },
  }
}

function countUnion<T>(one: ReadonlySet<T> = new Set(), other: ReadonlySet<T> = new Set()): number {
  if (one === other) return one.size
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  return many.size + countOthers(few, many)
}

/** How many members of a set are none of others. */
function countOthers<T>(set: ReadonlySet<T> = new Set(), others: ReadonlySet<T>): number {
  let count = 0
  for (const member of set) if (!others.has(member)) count++
  return count
}
