import { namesIn, type ListRow } from '../../engine/gazetteers/list-file.ts'
import { soundOfName } from './spellings.ts'
import { scanWords, wordKey } from './words.ts'

/** A listed person, by any of the full names. */
interface ListedPerson {
  readonly list: 'people'
  readonly id: string
  readonly name: string
  readonly trust: 'plain'
}

/** Listed people by the words of any of their full names, joined with spaces and without initials. */
export function peopleByName(rows: readonly ListRow[]): Map<string, ListedPerson> {
  const people = new Map<string, ListedPerson>()
  for (const row of rows) {
    const [id = '', name = ''] = [row.get('id'), row.get('name')]
    const entry = { list: 'people', id, name, trust: 'plain' } as const
    for (const spelling of [name, ...namesIn(row.get('variants'))]) {
      const words = scanWords(spelling).map((word) => word.key)
      const whole = words.filter((key) => key.replace(/\./g, '').length > 1)
      // Without initials "V. K. Singh" would be any Singh.
      people.set((whole.length > 1 ? whole : words).join(' '), entry)
    }
  }
  return people
}

/** Listed people by the sound of their full names, without names that sound like those of two. */
export function peopleBySound(
  byName: ReadonlyMap<string, ListedPerson>,
): Map<string, ListedPerson> {
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

/** Whom a surname means beside a title or a noun, by the folded words of both: "president clinton", "clinton administration". */
export function peopleByPhrase(rows: readonly ListRow[]): Map<string, ListedPerson> {
  const people = new Map<string, ListedPerson>()
  for (const row of rows) {
    const [id = '', name = ''] = [row.get('id'), row.get('name')]
    for (const phrase of namesIn(row.get('phrases'))) {
      const keys = scanWords(phrase).map((word) => word.key)
      people.set(keys.join(' '), { list: 'people', id, name, trust: 'plain' })
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
