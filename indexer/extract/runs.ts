import type { Lists } from './lists.ts'
import { outletIsPlain } from './listed.ts'
import { startsSentence, type Reading } from './reading.ts'

/** Words in a row that may be a person's name, and the title before them. */
export interface NameRun {
  readonly reading: Reading
  readonly from: number
  readonly to: number
  /** Parts between spaces: "Abdel-Fattah al-Sisi" has two. */
  readonly parts: number
  readonly title: 'title' | 'role' | undefined
}

/**
 * Cuts a field into the runs of capitalised words that may be names. Titles, demonyms, days, function words, words of
 * organisations and names that the lists know as something else end a run; small particles (bin, al, van) do not.
 */
export function findRuns(reading: Reading, taken: readonly boolean[], lists: Lists): NameRun[] {
  const titles = findTitles(reading, lists)
  const runs: NameRun[] = []
  let at = 0
  while (at < reading.words.length) {
    if (!canStart(reading, at, taken, titles, lists)) {
      at++
      continue
    }
    const to = runEnd(reading, at, taken, titles, lists)
    runs.push({
      reading,
      from: at,
      to,
      parts: countParts(reading, at, to),
      title: titleBefore(reading, at, titles),
    })
    at = to
  }
  return runs
}

interface Titles {
  readonly covered: ReadonlySet<number>
  readonly endingAt: ReadonlyMap<number, 'title' | 'role'>
}

function findTitles(reading: Reading, lists: Lists): Titles {
  const covered = new Set<number>()
  const endingAt = new Map<number, 'title' | 'role'>()
  for (let at = 0; at < reading.words.length; at++) {
    const match = lists.titles.longestAt(reading.words, at)
    if (!match || isSurname(reading, match.from, match.to, lists)) continue
    const capital = reading.words[at]?.shape !== 'lower'
    endingAt.set(match.to, match.values.includes('title') && capital ? 'title' : 'role')
    for (let inside = match.from; inside < match.to; inside++) covered.add(inside)
    at = match.to - 1
  }
  return { covered, endingAt }
}

// "Stephen King said", "Judge Judy": after a given name and before a small word, King is no title.
function isSurname(reading: Reading, from: number, to: number, lists: Lists): boolean {
  const previous = reading.words[from - 1]
  const word = reading.words[from]
  if (to - from > 1 || !previous || word?.gap !== 'space' || word.shape === 'lower') return false
  if (!lists.givenNames.has(previous.key) || previous.shape === 'lower') return false
  const next = reading.words[to]
  return next?.gap !== 'space' || next.shape === 'lower'
}

function canStart(
  reading: Reading,
  at: number,
  taken: readonly boolean[],
  titles: Titles,
  lists: Lists,
): boolean {
  const word = reading.words[at]
  if (!word) return false
  if (word.shape !== 'lower') return canBelong(reading, at, taken, titles, lists)
  const next = reading.words[at + 1]
  const isParticle =
    lists.isKind(word.key, 'transliterated') && next !== undefined && next.shape !== 'lower'
  if (!isParticle || !canBelong(reading, at + 1, taken, titles, lists)) return false
  // "al-Maliki" and "bin Salman", not "a man of la Mancha" or "the el Niño".
  return next.gap === 'hyphen' || word.key === 'bin' || word.key === 'al'
}

function canBelong(
  reading: Reading,
  at: number,
  taken: readonly boolean[],
  titles: Titles,
  lists: Lists,
): boolean {
  const word = reading.words[at]
  if (!word || word.shape === 'lower' || /\d/.test(word.key) || taken[at]) return false
  if (titles.covered.has(at) || isOtherName(reading, at, lists)) return false
  if (lists.isKind(word.key, 'demonym') || lists.isKind(word.key, 'calendar')) return false
  const common = lists.isKind(word.key, 'function') || lists.isKind(word.key, 'organisation')
  return !common || isGivenOrSurname(reading, at, lists)
}

// Will Smith, Mark White, Robert Gates: common words that are names beside a name.
function isGivenOrSurname(reading: Reading, at: number, lists: Lists): boolean {
  const word = reading.words[at]
  const previous = reading.words[at - 1]
  if (!word) return false
  if (lists.isKind(word.key, 'surname-word')) {
    return (
      previous !== undefined &&
      previous.shape !== 'lower' &&
      word.gap !== 'line' &&
      lists.givenNames.has(previous.key)
    )
  }
  const next = reading.words[at + 1]
  return lists.givenNames.has(word.key) && next?.gap === 'space' && next.shape !== 'lower'
}

// Places stay possible names: Jordan Peterson, Ariel Sharon, George Washington.
function isOtherName(reading: Reading, at: number, lists: Lists): boolean {
  const match = reading.matchAt[at]
  if (!match) return false
  if (match.values.some((value) => value.list === 'people')) return false
  if (match.values.some((value) => value.list === 'other') || outletIsPlain(match)) return true
  if (match.values.some((value) => value.list === 'weapons' && value.trust === 'plain')) return true
  return (
    match.values.some((value) => value.list === 'places') && !placeMayBeName(reading, at, lists)
  )
}

function placeMayBeName(reading: Reading, at: number, lists: Lists): boolean {
  const match = reading.matchAt[at]
  const word = reading.words[at]
  if (!match || !word || match.to - match.from > 1) return false
  const next = reading.words[at + 1]
  const previous = reading.words[at - 1]
  const isGiven = lists.givenNames.has(word.key) && next?.gap === 'space' && next.shape === 'upper'
  if (isGiven && reading.matchAt[at + 1] === undefined) return true
  // A given name before it, and no comma between: "Ariel Sharon", but "Paris, France" and "In Lincoln".
  return (
    word.gap === 'space' &&
    previous !== undefined &&
    previous.shape !== 'lower' &&
    lists.givenNames.has(previous.key)
  )
}

function runEnd(
  reading: Reading,
  from: number,
  taken: readonly boolean[],
  titles: Titles,
  lists: Lists,
): number {
  let to = from + 1
  while (to < reading.words.length && to < from + 8) {
    const next = nextInRun(reading, to, taken, titles, lists)
    if (next === undefined) break
    to = next
  }
  return to
}

/** Where the run goes on after the word before `at`: past that word, or past particles and that word. */
function nextInRun(
  reading: Reading,
  at: number,
  taken: readonly boolean[],
  titles: Titles,
  lists: Lists,
): number | undefined {
  for (let next = at; next < at + 3; next++) {
    if (!continues(reading, next)) return undefined
    const word = reading.words[next]
    if (canBelong(reading, next, taken, titles, lists)) return next + 1
    if (!word || word.shape !== 'lower' || !lists.isKind(word.key, 'transliterated'))
      return undefined
  }
  return undefined
}

function continues(reading: Reading, at: number): boolean {
  const word = reading.words[at]
  const previous = reading.words[at - 1]
  if (!word || !previous) return false
  if (word.gap === 'space' || word.gap === 'hyphen') return true
  // "John F. Kennedy", but not "met Trump. Obama said".
  if (word.gap !== 'dot') return isJunior(word.key) && word.gap === 'comma'
  return (
    previous.end - previous.start <= 1 ||
    (/^(?:st|wm|jr)$/.test(previous.key) && !startsSentence(reading, at - 1))
  )
}

/** Jr., Sr. and numerals after a name. */
export function isJunior(key: string): boolean {
  return /^(?:jr|sr|ii|iii|iv)$/.test(key)
}

function countParts(reading: Reading, from: number, to: number): number {
  let parts = 1
  for (let at = from + 1; at < to; at++) if (reading.words[at]?.gap !== 'hyphen') parts++
  return parts
}

function titleBefore(reading: Reading, at: number, titles: Titles): NameRun['title'] {
  const gap = reading.words[at]?.gap
  if (gap !== 'space' && gap !== 'dot' && gap !== 'comma') return undefined
  const title = titles.endingAt.get(at)
  // "Russia's Defense Minister, Sergei Shoigu": with a comma it takes a whole name to follow.
  return title === 'title' && gap === 'comma' ? 'role' : title
}
