import { namesIn, type ListRow } from '../../engine/gazetteers/list-file.ts'
import { soundOfName } from './spellings.ts'
import { wordKey } from './word-forms.ts'
import { scanWords } from './words.ts'

/** A listed person, by any of the full names. */
export interface ListedPerson {
  readonly list: 'people'
  readonly id: string
  readonly name: string
  readonly trust: 'plain'
}

/** The list of people, by what names them. */
export interface PeopleLists {
  /** By the words of any of their full names, joined with spaces and without initials. */
  readonly people: ReadonlyMap<string, ListedPerson>
  /** The same by the sound of their names, for spellings that the list does not have. */
  readonly peopleBySound: ReadonlyMap<string, ListedPerson>
  /** Whom a surname may mean beside a title or a noun, the likeliest first: president clinton, clinton administration. */
  readonly phrases: ReadonlyMap<string, readonly ListedPerson[]>
  /** Full names that several bear. */
  readonly sharedNames: SharedNames
}

/** Sorts the list of people. */
export function readPeople(rows: readonly ListRow[]): PeopleLists {
  const people = peopleByName(rows)
  return {
    people,
    peopleBySound: peopleBySound(people),
    phrases: peopleByPhrase(rows),
    sharedNames: readSharedNames(rows),
  }
}

function entryOf(row: ListRow): ListedPerson {
  const [id = '', name = ''] = [row.get('id'), row.get('name')]
  return { list: 'people', id, name, trust: 'plain' }
}

function spellingsOf(row: ListRow): string[] {
  return [row.get('name') ?? '', ...namesIn(row.get('variants'))]
}

function keyOf(name: string): string {
  return scanWords(name)
    .map((word) => word.key)
    .join(' ')
}

/** Listed people by the words of any of their full names, joined with spaces and without initials. */
function peopleByName(rows: readonly ListRow[]): Map<string, ListedPerson> {
  const people = new Map<string, ListedPerson>()
  for (const row of rows) {
    const entry = entryOf(row)
    for (const spelling of spellingsOf(row)) {
      const words = scanWords(spelling).map((word) => word.key)
      const whole = words.filter((key) => key.replace(/\./g, '').length > 1)
      // Without initials "V. K. Singh" would be any Singh.
      people.set((whole.length > 1 ? whole : words).join(' '), entry)
    }
  }
  return people
}

/** Listed people by the sound of their full names, without names that sound like those of two. */
function peopleBySound(byName: ReadonlyMap<string, ListedPerson>): Map<string, ListedPerson> {
  const people = new Map<string, ListedPerson>()
  const shared = new Set<string>()
  for (const [name, person] of byName) {
    const sound = soundOfName(name.split(' '))
    if (sound === undefined) continue
    const known = people.get(sound) ?? person
    if (known.id !== person.id) shared.add(sound)
    people.set(sound, known)
  }
  for (const sound of shared) people.delete(sound)
  return people
}

/** Whom a surname may mean beside a title or a noun, by the folded words of both, the likeliest first. */
function peopleByPhrase(rows: readonly ListRow[]): Map<string, ListedPerson[]> {
  const people = new Map<string, ListedPerson[]>()
  for (const row of rows) {
    for (const phrase of namesIn(row.get('phrases'))) {
      const key = keyOf(phrase)
      people.set(key, [...(people.get(key) ?? []), entryOf(row)])
    }
  }
  return people
}

/** What given names are short for, or another spelling of, by their keys: bill → william. */
export function shortNames(rows: readonly ListRow[]): Map<string, string> {
  const full = new Map<string, string>()
  for (const row of rows) {
    const long = row.get('short_for') ?? ''
    if (long !== '') full.set(wordKey(row.get('name') ?? ''), wordKey(long))
  }
  return full
}

/** What is known of those who bear one full name: George Bush is two presidents. */
export interface SharedNames {
  /** By the folded words of the name, the likeliest first; only names of several. */
  readonly bearers: ReadonlyMap<string, readonly ListedPerson[]>
  /** From when to when somebody's roles were, where the list gives both years. */
  readonly years: ReadonlyMap<string, readonly [from: number, to: number]>
  /** The ids of those whose role names a bearer, by the bearer's: his wife, his adviser. */
  readonly circles: ReadonlyMap<string, ReadonlySet<string>>
}

function readSharedNames(rows: readonly ListRow[]): SharedNames {
  const byName = new Map<string, ListedPerson[]>()
  const years = new Map<string, [number, number]>()
  for (const row of rows) {
    const entry = entryOf(row)
    for (const key of new Set(spellingsOf(row).map(keyOf))) {
      byName.set(key, [...(byName.get(key) ?? []), entry])
    }
    const known = (row.get('role') ?? '').match(/\b\d{4}\b/g)?.map(Number) ?? []
    if (known.length > 1) years.set(entry.id, [Math.min(...known), Math.max(...known)])
  }
  const bearers = new Map([...byName].filter(([, entries]) => entries.length > 1))
  return { bearers, years, circles: circlesOf([...bearers.values()].flat(), rows) }
}

function circlesOf(
  bearers: readonly ListedPerson[],
  rows: readonly ListRow[],
): Map<string, Set<string>> {
  return new Map(
    bearers.map(({ id, name }) => {
      const near = rows.filter((row) => row.get('role')?.endsWith(` of ${name}`))
      return [id, new Set(near.map((row) => row.get('id') ?? ''))]
    }),
  )
}
