import { readFileSync } from 'node:fs'
import { readField, type Reading } from '../../extract/reading.ts'
import type { Lists } from '../../extract/lists.ts'
import { gatherClues } from '../clues.ts'
import { featuresOf, type WordFeatures } from '../features.ts'
import { firstOf, furtherOf, outside, type Kind } from '../labels.ts'
import { findStretches, type Stretch } from '../stretches.ts'

/** A labelled name: `text.slice(start, end)`. */
export interface LabelledName {
  readonly kind: Kind
  readonly start: number
  readonly end: number
}

/** A text with every name in it. */
export interface LabelledText {
  readonly text: string
  readonly names: readonly LabelledName[]
}

/** A stretch to learn from: the features of its words and their labels. */
export interface Example {
  readonly words: readonly WordFeatures[]
  readonly labels: readonly number[]
}

const kindOfType: Readonly<Record<string, Kind>> = {
  PER: 'PER',
  LOC: 'LOC',
  ORG: 'ORG',
  MISC: 'MISC',
  politician: 'PER',
  person: 'PER',
  country: 'LOC',
  location: 'LOC',
  organisation: 'ORG',
  politicalparty: 'ORG',
  election: 'MISC',
  event: 'MISC',
  misc: 'MISC',
}

/** How many sentences without a document of their own are read as one text. */
const sentencesTogether = 8

/**
 * Reads labelled sentences, JSON lines of {"doc", "text", "entities": [{"type", "start", "end"}]}; sentences in a row
 * with the same `doc` are one text, of `sentencesTogether` where the whole file is one. Throws, naming the line, when a
 * line is no such object.
 */
export function readCorpus(file: string): LabelledText[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  const sentences = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [sentenceOf(line, `${file}, line ${index + 1}`)],
  )
  const documents = new Set(sentences.map(({ doc }) => doc)).size
  const groups = new Map<string, LabelledText[]>()
  sentences.forEach((sentence, index) => {
    const part = documents > 1 ? '' : ` ${Math.floor(index / sentencesTogether)}`
    const group = groups.get(`${sentence.doc}${part}`) ?? []
    groups.set(`${sentence.doc}${part}`, group)
    group.push(sentence)
  })
  return [...groups.values()].map(joinTexts)
}

function sentenceOf(line: string, place: string): LabelledText & { doc: string } {
  const parsed = parse(line, place)
  if (!isSentence(parsed)) throw new Error(`${place}: "text" and "entities" are needed.`)
  const names = parsed.entities.map(({ type, start, end }) => {
    const kind = kindOfType[type]
    if (!kind) throw new Error(`${place}: the type "${type}" is unknown.`)
    return { kind, start, end }
  })
  return { doc: String(parsed.doc), text: parsed.text, names }
}

function parse(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new Error(`${place}: no JSON.`, { cause })
  }
}

interface Sentence {
  readonly doc: unknown
  readonly text: string
  readonly entities: readonly { type: string; start: number; end: number }[]
}

function isSentence(value: unknown): value is Sentence {
  if (typeof value !== 'object' || value === null) return false
  return (
    'text' in value &&
    typeof value.text === 'string' &&
    'doc' in value &&
    'entities' in value &&
    Array.isArray(value.entities) &&
    value.entities.every(isEntity)
  )
}

function isEntity(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { type, start, end } = { type: '', start: '', end: '', ...value }
  return typeof type === 'string' && Number.isInteger(start) && Number.isInteger(end)
}

/** Puts texts below each other. */
export function joinTexts(texts: readonly LabelledText[]): LabelledText {
  let text = ''
  const names: LabelledName[] = []
  for (const each of texts) {
    const shift = text.length
    names.push(
      ...each.names.map(({ kind, start, end }) => ({
        kind,
        start: start + shift,
        end: end + shift,
      })),
    )
    text += `${each.text}\n`
  }
  return { text, names }
}

/** The stretches of a text with their features and labels. */
export function examplesOf(labelled: LabelledText, lists: Lists): Example[] {
  const reading = readField('text', labelled.text, lists)
  const page = { reading, clues: gatherClues([reading]), known: lists }
  const nameAt = namesByWord(reading, labelled.names)
  return findStretches(reading).map((stretch) => ({
    words: featuresOf(page, stretch),
    labels: labelsOf(stretch, nameAt),
  }))
}

function range({ from, to }: Stretch): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

function namesByWord(
  { words }: Reading,
  names: readonly LabelledName[],
): (LabelledName | undefined)[] {
  return words.map((word) => names.find((name) => name.start < word.end && word.start < name.end))
}

// A name that begins with small words begins, for the tagger, with its first word in a stretch.
function labelsOf(stretch: Stretch, nameAt: readonly (LabelledName | undefined)[]): number[] {
  return range(stretch).map((at) => {
    const name = nameAt[at]
    if (!name) return outside
    return at > stretch.from && nameAt[at - 1] === name ? furtherOf(name.kind) : firstOf(name.kind)
  })
}
