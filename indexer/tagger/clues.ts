import { isCapital, keyAt, startsSentence, type Reading } from '../extract/reading.ts'
import { lowerWords } from '../extract/vocabulary.ts'

/** What the article shows of a word at all its places. */
export interface Clues {
  /** Whether the article also writes the word small. */
  isAlsoSmall(key: string): boolean
  /** The clues that another place of the same word gives, one bit each. */
  elsewhere(reading: Reading, at: number): number
}

const clueCount = 9

/** Gathers the clues of all readings of one article. */
export function gatherClues(readings: readonly Reading[]): Clues {
  const small = lowerWords(readings)
  const counts = new Map<string, number[]>()
  for (const reading of readings) {
    reading.words.forEach(({ key }, at) => {
      if (isCapital(reading, at)) count(counts, key, cluesAt(reading, at))
    })
  }
  return {
    isAlsoSmall: (key) => small.has(key),
    elsewhere(reading, at) {
      const counted = counts.get(keyAt(reading, at))
      if (!counted) return 0
      const own = cluesAt(reading, at)
      let bits = 0
      for (let clue = 0; clue < clueCount; clue++)
        if ((counted[clue] ?? 0) > ((own >> clue) & 1)) bits |= 1 << clue
      return bits
    },
  }
}

function count(counts: Map<string, number[]>, key: string, bits: number): void {
  const counted = counts.get(key) ?? new Array<number>(clueCount).fill(0)
  counts.set(key, counted)
  for (let clue = 0; clue < clueCount; clue++)
    counted[clue] = (counted[clue] ?? 0) + ((bits >> clue) & 1)
}

const prepositions = new Set(
  'in at near from outside around toward towards across throughout into'.split(' '),
)
const speech = new Set(
  'said says told added asked wrote argued insisted warned who whose'.split(' '),
)
const respect = new Set(
  'mr mrs ms dr gen lt col sen rep gov president minister secretary prime foreign'.split(' '),
)

/** Which clues this place gives; the last says nothing but that there is such a place. */
function cluesAt(reading: Reading, at: number): number {
  const before = keyAt(reading, at - 1)
  const after = keyAt(reading, at + 1)
  const joinsBefore = isCapital(reading, at - 1) && !startsSentence(reading, at)
  const joinsAfter = isCapital(reading, at + 1) && !startsSentence(reading, at + 1)
  const followsComma = reading.words[at + 1]?.gap === 'comma'
  const isPossessive = reading.words[at + 1]?.gap === 'possessive'
  return (
    bit(0, prepositions.has(before)) |
    bit(1, before === 'the') |
    bit(2, speech.has(after)) |
    bit(3, respect.has(before)) |
    bit(4, isPossessive) |
    bit(5, joinsBefore) |
    bit(6, joinsAfter) |
    bit(7, followsComma && joinsAfter) |
    bit(8, true)
  )
}

const bit = (place: number, isSet: boolean) => (isSet ? 1 << place : 0)
