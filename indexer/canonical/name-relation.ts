import type { NameWord } from './name-word.ts'
import type { PersonName } from './person-name.ts'
import { areSpellings, spellingDistance } from './spelling.ts'

/** In what two names differ that may be one person's. */
export interface NameRelation {
  /**
   * `letters`: in spaces, hyphens, dots and articles alone; `middle`: one has more words between; `spelling`; `short`: Bill for
   * William; `end`: one is the end of the other, Javad Zarif of Mohammad Javad Zarif; `start`: one is the start of the other.
   */
  readonly kind: 'letters' | 'middle' | 'spelling' | 'short' | 'end' | 'start'
  /** See `spellingDistance`, of given name and surname together. */
  readonly distance: number
  /** Differences that come to that of the kind. */
  readonly besides: ReadonlySet<'generation' | 'middle'>
}

/** More than this, and both words together differ too much. */
const farthest = 0.7

/** How two names are related; undefined where nothing in them says that they may be one person's. */
export function relate(one: PersonName, other: PersonName): NameRelation | undefined {
  const found = sameLetters(one, other) ?? sameWords(one, other) ?? sameHalf(one, other)
  return found && { ...found, besides: differencesBesides(one, other, found.kind) }
}

type Found = Pick<NameRelation, 'kind' | 'distance'>

function sameLetters(one: PersonName, other: PersonName): Found | undefined {
  return one.letters === other.letters ? { kind: 'letters', distance: 0 } : undefined
}

function sameWords(one: PersonName, other: PersonName): Found | undefined {
  const areEqual = areSpellings(one.given, other.given)
  if (!areEqual && !areShortOfOne(one, other)) return undefined
  if (!areSpellings(one.surname, other.surname)) return undefined
  if (!areMiddlesOfOne(one.middle, other.middle)) return undefined
  const surname = spellingDistance(one.surname, other.surname)
  if (!areEqual) return { kind: 'short', distance: surname }
  const distance = surname + spellingDistance(one.given, other.given)
  if (distance > farthest) return undefined
  return { kind: isSpeltAlike(one, other) ? 'middle' : 'spelling', distance }
}

function isSpeltAlike(one: PersonName, other: PersonName): boolean {
  return one.given === other.given && one.surname === other.surname
}

function sameHalf(one: PersonName, other: PersonName): Found | undefined {
  if (isEnd(one, other) || isEnd(other, one)) return { kind: 'end', distance: 0 }
  return isStart(one, other) || isStart(other, one) ? { kind: 'start', distance: 0 } : undefined
}

function differencesBesides(
  one: PersonName,
  other: PersonName,
  kind: NameRelation['kind'],
): NameRelation['besides'] {
  const besides = new Set<'generation' | 'middle'>()
  if (one.generation !== other.generation) besides.add('generation')
  const areWhole = kind === 'spelling' || kind === 'short'
  if (areWhole && one.middle.length !== other.middle.length) besides.add('middle')
  return besides
}

/** Who is Dick to some is seldom Rick to others, but Steve may be Steven. */
function areShortOfOne(one: PersonName, other: PersonName): boolean {
  if (one.formal !== other.formal) return false
  if (one.given === one.formal || other.given === other.formal) return true
  const [a, b] = [one.given.letters, other.given.letters]
  return a.startsWith(b) || b.startsWith(a)
}

/** George H. W. Bush is not George W. Bush, and George Bush may be both. */
function areMiddlesOfOne(one: readonly NameWord[], other: readonly NameWord[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
  if (shorter.every((word, at) => areMiddleSpellings(word, longer[at] ?? word))) return true
  // Only whole words may stand anywhere: the W. of George W. is not that of George H. W.
  return shorter.every((word) => word.letters.length > 2 && longer.includes(word))
}

function areMiddleSpellings(one: NameWord, other: NameWord): boolean {
  const [shorter, longer] = one.letters.length <= other.letters.length ? [one, other] : [other, one]
  if (shorter.letters.length === 1) return longer.letters.startsWith(shorter.letters)
  return areSpellings(one, other)
}

/** Javad Zarif of Mohammad Javad Zarif. */
function isEnd(shorter: PersonName, longer: PersonName): boolean {
  if (shorter.middle.length > 0 || shorter.surname !== longer.surname) return false
  const at = longer.middle.indexOf(shorter.given)
  // Abdulaziz is the father of Salman bin Abdulaziz Al Saud.
  if (at > 0 && /^(?:bin|ibn|bint)$/.test(longer.middle[at - 1]?.letters ?? '')) return false
  return shorter.given.letters.length > 2 && at !== -1
}

/** Saddam Hussein of Saddam Hussein al-Tikriti. */
function isStart(shorter: PersonName, longer: PersonName): boolean {
  if (shorter.middle.length > 0 || shorter.given !== longer.given) return false
  return shorter.surname.letters.length > 2 && longer.middle[0] === shorter.surname
}

/** Whether two names cannot be one person's, whatever else is known: Jr. and Sr., John A. and John B., Anna and Paul. */
export function contradict(one: PersonName, other: PersonName): boolean {
  if (areGenerations(one.generation, other.generation)) return true
  if (one.letters === other.letters || areWithin(one, other)) return false
  return !areMiddlesOfOne(one.middle, other.middle) || areGivenOfTwo(one, other)
}

function areGenerations(one: string, other: string): boolean {
  return one !== '' && other !== '' && one !== other
}

/** Words before a name, as in Chair Karen Bass, are beside Karen Ruth Bass nothing that contradicts. */
function areWithin(one: PersonName, other: PersonName): boolean {
  if (sameHalf(one, other)) return true
  return one.middle.includes(other.given) || other.middle.includes(one.given)
}

function areGivenOfTwo(one: PersonName, other: PersonName): boolean {
  return (
    one.formal.skeleton !== other.formal.skeleton && one.given.skeleton !== other.given.skeleton
  )
}
