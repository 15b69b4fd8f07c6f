import type { ListedName, Lists } from './lists.ts'
import type { Reading } from './reading.ts'

/** Words in a row that may be a person's name, and the title before them. */
export interface NameRun {
  readonly reading: Reading
  readonly from: number
  readonly to: number
  /** Parts between spaces: "Abdel-Fattah al-Sisi" has two. */
  readonly parts: number
  readonly title: 'title' | 'role' | undefined
}

/** A name of two words or more that counts as a person's. */
export interface FullName {
  readonly run: NameRun
  readonly from: number
  readonly to: number
  readonly listed: ListedName | undefined
  readonly rule: string
}

/** The words of a run as one key, without initials and Jr.: John R. Bolton is John Bolton. */
export function nameKey(run: Pick<NameRun, 'reading' | 'from' | 'to'>): string {
  return run.reading.words
    .slice(run.from, run.to)
    .map((word) => word.key)
    .filter((key) => key.replace(/\./g, '').length > 1 && !isJunior(key))
    .join(' ')
}

/** Jr., Sr. and numerals after a name. */
export function isJunior(key: string): boolean {
  return /^(?:jr|sr|ii|iii|iv)$/.test(key)
}

/** Whether the article writes the word small too, so that its capital may be the sentence's. */
export function isDoubtful(key: string, vocabulary: ReadonlySet<string>, lists: Lists): boolean {
  return vocabulary.has(key) && !lists.givenNames.has(key) && !lists.isKind(key, 'transliterated')
}

/** Whether the name before word `at` belongs to a thing: Kennedy Airport, Trump Tower, Clinton Foundation. */
export function namesAThing(reading: Reading, at: number, lists: Lists): boolean {
  const next = reading.words[at]
  // "ObamaCare" is a law.
  if (next?.gap === 'glued' && next.key === 'care') return true
  if (next?.gap !== 'space' || !lists.isKind(next.key, 'person-bound')) return false
  return next.shape !== 'lower' || next.key === 'airport'
}
