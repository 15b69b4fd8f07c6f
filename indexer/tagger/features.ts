import { isCapital, keyAt, startsSentence, type Reading } from '../extract/reading.ts'
import type { Clues } from './clues.ts'
import { factsOf, type Facts, type KnownWords } from './facts.ts'
import { featureOf, hashText } from './hash.ts'
import type { Stretch } from './stretches.ts'

/** A reading with all that features ask of it. */
export interface Page {
  readonly reading: Reading
  readonly clues: Clues
  readonly known: KnownWords
}

/** The features of a word, by number. */
export interface WordFeatures {
  /** What is seen in the text. */
  readonly seen: readonly number[]
  /** What the lists say: kept apart, for training leaves them out now and then, so that it learns to do without. */
  readonly listed: readonly number[]
}

/** The features of each word of a stretch. */
export function featuresOf(page: Page, stretch: Stretch): WordFeatures[] {
  const { from, to } = stretch
  const facts = factsOf(page.reading, from - 2, to + 2, page.known)
  return Array.from({ length: to - from }, (_, index) => {
    const at = from + index
    const seen: number[] = []
    addWord(seen, page, at)
    addNeighbours(seen, page.reading, at)
    addStretch(seen, page.reading, stretch, at)
    addClues(seen, page, at)
    const listed: number[] = []
    addFacts(listed, facts, stretch, at)
    return { seen, listed }
  })
}

// Every question has a number of its own; equal answers to different questions are different features.
const ask = {
  always: 0,
  word: 1,
  shape: 2,
  prefix: 3,
  suffix: 7,
  wordNear: 11,
  shapeNear: 15,
  pair: 19,
  gap: 21,
  sentence: 23,
  before: 24,
  after: 26,
  place: 28,
  clue: 29,
  allClues: 30,
  fact: 31,
  factPair: 36,
  facts: 38,
  factsAround: 39,
} as const

function addWord(into: number[], { reading, clues }: Page, at: number): void {
  const key = keyAt(reading, at)
  into.push(featureOf(ask.always, 0), featureOf(ask.word, hashText(key)))
  into.push(featureOf(ask.shape, shapeAt(reading, at)))
  for (let length = 1; length <= 4; length++) {
    if (key.length <= length) break
    into.push(featureOf(ask.prefix + length - 1, hashText(key, 0, length)))
    into.push(featureOf(ask.suffix + length - 1, hashText(key, key.length - length)))
  }
  const doubts =
    Number(startsSentence(reading, at)) +
    2 * Number(clues.isAlsoSmall(key)) +
    4 * Number(reading.titleCase)
  into.push(featureOf(ask.sentence, doubts))
}

function addNeighbours(into: number[], reading: Reading, at: number): void {
  ;[-2, -1, 1, 2].forEach((distance, index) => {
    into.push(featureOf(ask.wordNear + index, wordAt(reading, at + distance)))
    into.push(featureOf(ask.shapeNear + index, shapeAt(reading, at + distance)))
  })
  const word = wordAt(reading, at)
  into.push(featureOf(ask.pair, featureOf(wordAt(reading, at - 1), word)))
  into.push(featureOf(ask.pair + 1, featureOf(word, wordAt(reading, at + 1))))
  into.push(featureOf(ask.gap, gapAt(reading, at)), featureOf(ask.gap + 1, gapAt(reading, at + 1)))
}

/** The words around the stretch tell of all its words: "near X Y Z", "X Y Z said". */
function addStretch(into: number[], reading: Reading, { from, to }: Stretch, at: number): void {
  into.push(featureOf(ask.before, wordAt(reading, from - 1)))
  into.push(
    featureOf(ask.before + 1, featureOf(wordAt(reading, from - 2), wordAt(reading, from - 1))),
  )
  into.push(featureOf(ask.after, wordAt(reading, to)))
  into.push(featureOf(ask.after + 1, wordAt(reading, to - 1)))
  into.push(featureOf(ask.place, Math.min(at - from, 3) * 8 + Math.min(to - 1 - at, 3)))
}

function addClues(into: number[], { reading, clues }: Page, at: number): void {
  if (!isCapital(reading, at)) return
  const bits = clues.elsewhere(reading, at)
  addBits(into, ask.clue, bits)
  into.push(featureOf(ask.allClues, bits))
}

function addFacts(into: number[], facts: Facts, { from, to }: Stretch, at: number): void {
  for (let distance = -2; distance <= 2; distance++)
    addBits(into, ask.fact + 2 + distance, facts(at + distance))
  const own = facts(at)
  into.push(featureOf(ask.facts, own))
  into.push(featureOf(ask.factsAround, facts(from - 1)))
  into.push(featureOf(ask.factsAround + 1, facts(to)))
  into.push(featureOf(ask.factPair, featureOf(facts(at - 1), own)))
  into.push(featureOf(ask.factPair + 1, featureOf(own, facts(at + 1))))
}

function addBits(into: number[], question: number, bits: number): void {
  for (let bit = 0; bits >> bit !== 0; bit++)
    if ((bits >> bit) & 1) into.push(featureOf(question, bit))
}

function wordAt(reading: Reading, at: number): number {
  return hashText(keyAt(reading, at))
}

function gapAt(reading: Reading, at: number): number {
  return hashText(reading.words[at]?.gap ?? 'end')
}

/** The kinds of characters in turn, each once: `Kiev` is Aa, `S-300` A then 0, `McCain` AaAa. Outside the field 0. */
function shapeAt(reading: Reading, at: number): number {
  const word = reading.words[at]
  if (!word) return 0
  let shape = 7
  let last = 0
  for (let place = word.start; place < word.end; place++) {
    const kind = kindOf(reading.text.charCodeAt(place))
    if (kind !== last) shape = Math.imul(shape, 8) + kind
    last = kind
  }
  return shape + (word.end - word.start === 1 ? 1 << 30 : 0)
}

const unitKinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /\./]

const kindByUnit = Uint8Array.from({ length: 0xc0 }, (_, unit) => {
  const kind = unitKinds.findIndex((pattern) => pattern.test(String.fromCharCode(unit)))
  return kind === -1 ? 5 : kind + 1
})

function kindOf(unit: number): number {
  return kindByUnit[unit] ?? 6
}
