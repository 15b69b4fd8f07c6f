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
  const counts = new Map<string, Uint16Array>()
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

function count(counts: Map<string, Uint16Array>, key: string, bits: number): void {
  const counted = counts.get(key) ?? new Uint16Array(clueCount)
  counts.set(key, counted)
  for (let clue = 0; clue < clueCount; clue++)
    counted[clue] = (counted[clue] ?? 0) + ((bits >> clue) & 1)
}

const prepositions = /^(?:in|at|near|from|outside|around|toward|towards|across|throughout|into)$/
const speech = /^(?:said|says|told|added|asked|wrote|argued|insisted|warned|who|whose)$/
const respect =
  /^(?:mr|mrs|ms|dr|gen|lt|col|sen|rep|gov|president|minister|secretary|prime|foreign)$/

/** Which clues this place gives; the last says nothing but that there is such a place. */
function cluesAt(reading: Reading, at: number): number {
  const before = keyAt(reading, at - 1)
  const after = keyAt(reading, at + 1)
  const joinsBefore = isCapital(reading, at - 1) && !startsSentence(reading, at)
  const joinsAfter = isCapital(reading, at + 1) && !startsSentence(reading, at + 1)
  return bitsOf([
    prepositions.test(before),
    before === 'the',
    speech.test(after),
    respect.test(before),
    reading.words[at + 1]?.gap === 'possessive',
    joinsBefore,
    joinsAfter,
    reading.words[at + 1]?.gap === 'comma' && joinsAfter,
    true,
  ])
}

function bitsOf(answers: readonly boolean[]): number {
  return answers.reduce((bits, answer, bit) => (answer ? bits | (1 << bit) : bits), 0)
}
