import type { Lists } from './lists.ts'
import { outletIsPlain, personOf } from './listed.ts'
import { followsGivenName, isSurnameLike, leadsName } from './given-names.ts'
import { isCapital, keyAt, startsSentence, type ListedMatch, type Reading } from './reading.ts'
import { isJunior, type NameRun } from './name-run.ts'
import { joinNicknames } from './nicknames.ts'
import { isFirstSurname } from './surname-first.ts'
import { isTitledSurname } from './titled-surname.ts'
import { findTitles, titleBefore, type Titles } from './titles.ts'

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
      title: titleBefore(reading, at, titles, lists),
    })
    at = to
  }
  return joinNicknames(runs)
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
  const first = word.shape === 'lower' ? afterParticle(reading, at, lists) : at
  return first !== undefined && canBelong(reading, first, taken, titles, lists)
}

// "al-Maliki" and "bin Salman", not "a man of la Mancha" or "the el Niño".
function afterParticle(reading: Reading, at: number, lists: Lists): number | undefined {
  const key = keyAt(reading, at)
  const leads = reading.words[at + 1]?.gap === 'hyphen' || key === 'bin' || key === 'al'
  return leads && lists.isKind(key, 'transliterated') ? at + 1 : undefined
}

function mayBeNamePart(reading: Reading, at: number): boolean {
  return isCapital(reading, at) && !/\d/.test(keyAt(reading, at)) && !isInsideWord(reading, at)
}

// "@realMargaretOldcastle": an account, not a name.
function isInsideWord(reading: Reading, at: number): boolean {
  let first = at
  // Accounts are short; a page without spaces is not.
  while (reading.words[first]?.gap === 'glued' && at - first < 4) first--
  return first < at && reading.words[first]?.shape === 'lower'
}

function canBelong(
  reading: Reading,
  at: number,
  taken: readonly boolean[],
  titles: Titles,
  lists: Lists,
): boolean {
  if (!mayBeNamePart(reading, at) || taken[at] === true) return false
  if (isSurePart(reading, at, titles, lists)) return true
  if (titles.covered.has(at) || isOtherName(reading, at, lists)) return false
  const key = keyAt(reading, at)
  if (notNameWords.some((kind) => lists.isKind(key, kind))) return false
  return !isCommonWord(key, lists) || isGivenOrSurname(reading, at, lists)
}

function isSurePart(reading: Reading, at: number, titles: Titles, lists: Lists): boolean {
  return (
    isInitial(reading, at, lists) ||
    isTitledSurname(reading, at, titles, lists) ||
    (!titles.covered.has(at) && startsListedName(reading, at)) ||
    isFirstSurname(reading, at, titles, lists)
  )
}

// "Park Jin", whatever else Park is.
function startsListedName(reading: Reading, at: number): boolean {
  const match = reading.matchAt[at]
  return match?.from === at && match.to - at > 1 && personOf(match)?.trust === 'plain'
}

// "Cory A. Booker": A and I are small words elsewhere.
function isInitial(reading: Reading, at: number, lists: Lists): boolean {
  const next = reading.words[at + 1]
  return (
    keyAt(reading, at).length === 1 &&
    next?.gap === 'dot' &&
    next.shape !== 'lower' &&
    followsGivenName(reading, at, lists)
  )
}

const notNameWords = ['demonym', 'calendar']

function isCommonWord(key: string, lists: Lists): boolean {
  return lists.isKind(key, 'function') || lists.isKind(key, 'organisation')
}

// Will Smith, Mark White, Robert Gates: common words that are names beside a name.
function isGivenOrSurname(reading: Reading, at: number, lists: Lists): boolean {
  const key = keyAt(reading, at)
  return lists.isKind(key, 'surname-word')
    ? followsGivenName(reading, at, lists)
    : leadsName(reading, at, lists)
}

// Places stay possible names: Jordan Peterson, Ariel Sharon, George Washington.
function isOtherName(reading: Reading, at: number, lists: Lists): boolean {
  const match = reading.matchAt[at]
  if (!match) return false
  if (match.values.some((value) => value.list === 'people')) return false
  if (match.values.some((value) => value.list === 'other') || outletIsPlain(match)) return true
  if (isPlainWeapon(match)) return !isSurnameLike(reading, match, lists)
  return (
    match.values.some((value) => value.list === 'places') && !placeMayBeName(reading, at, lists)
  )
}

function isPlainWeapon({ values }: ListedMatch): boolean {
  return values.some((value) => value.list === 'weapons' && value.trust === 'plain')
}

function placeMayBeName(reading: Reading, at: number, lists: Lists): boolean {
  const match = reading.matchAt[at]
  if (!match || match.to - match.from > 1) return false
  // "Jordan Peterson", but "Jordan Israel"; "Ariel Sharon", but "Paris, France" and "In Lincoln".
  const leads = leadsName(reading, at, lists) && reading.matchAt[at + 1] === undefined
  return leads || followsGivenName(reading, at, lists)
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
    const repeat = firstRepeat(reading, from, next, lists)
    if (repeat !== undefined) return repeat
    to = next
  }
  return to
}

// "Scott Walker Walker said", "Trump Donald John Trump", "Mark Oldcastle Mark Ray Oldcastle": a page that repeats itself, not a
// longer name. A given name that comes again begins the next one.
function firstRepeat(reading: Reading, from: number, to: number, lists: Lists): number | undefined {
  const last = keyAt(reading, to - 1)
  if (last.length < 3) return undefined
  for (let at = from; at < to - 1; at++) {
    if (keyAt(reading, at) !== last) continue
    const again = at === from && to - 1 > from + 1 && lists.givenNames.has(last)
    return again ? to - 1 : at + 1
  }
  return undefined
}

/** Where the run goes on after the word before `at`: past that word, or past particles and that word. */
function nextInRun(
  reading: Reading,
  at: number,
  taken: readonly boolean[],
  titles: Titles,
  lists: Lists,
): number | undefined {
  if (isKoreanTail(reading, at)) return at + 1
  for (let next = at; next < at + 3; next++) {
    if (!continues(reading, next)) return undefined
    if (canBelong(reading, next, taken, titles, lists)) return next + 1
    if (!isParticle(reading, next, lists)) return undefined
  }
  return undefined
}

function isParticle(reading: Reading, at: number, lists: Lists): boolean {
  const word = reading.words[at]
  return word?.shape === 'lower' && lists.isKind(word.key, 'transliterated')
}

// "Ban Ki-moon", "Sohn Yong-woo", but "Trump-era" and "Assad-led".
function isKoreanTail(reading: Reading, at: number): boolean {
  const word = reading.words[at]
  if (word?.gap !== 'hyphen' || word.shape !== 'lower' || reading.words[at - 1]?.gap !== 'space')
    return false
  return (
    word.key.length <= 5 &&
    !/^(?:led|era|born|like|run|held|based|style|only|free|wide|loyal)$/.test(word.key)
  )
}

function continues(reading: Reading, at: number): boolean {
  const word = reading.words[at]
  if (!word) return false
  if (word.gap === 'space' || word.gap === 'hyphen') return true
  // "John F. Kennedy", but not "met Trump. Obama said".
  if (word.gap !== 'dot') return isJunior(word.key) && word.gap === 'comma'
  return isShortened(reading, at - 1)
}

function isShortened(reading: Reading, at: number): boolean {
  const key = keyAt(reading, at)
  return key.length <= 1 || (/^(?:st|wm|jr)$/.test(key) && !startsSentence(reading, at))
}

function countParts(reading: Reading, from: number, to: number): number {
  let parts = 1
  for (let at = from + 1; at < to; at++) if (reading.words[at]?.gap !== 'hyphen') parts++
  return parts
}
