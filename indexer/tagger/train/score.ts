import { firstOf, furtherOf, kinds, labelCount, outside, type Kind } from '../labels.ts'
import { marginalsOf } from '../lattice.ts'
import { transitionsOf } from '../transitions.ts'
import type { Weights } from '../weights.ts'
import type { Example } from './corpus.ts'

/** How many names were right, how many found and how many there are. */
export interface Counts {
  right: number
  found: number
  wanted: number
}

export type Score = Record<Kind, Counts>

/** A score of nothing yet. */
export function emptyScore(): Score {
  const none = (): Counts => ({ right: 0, found: 0, wanted: 0 })
  return { PER: none(), LOC: none(), ORG: none(), MISC: none() }
}

/** Adds what these weights find in examples; a name is right when its words and its kind are. */
export function addScore(score: Score, examples: readonly Example[], weights: Weights): void {
  const factors = transitionsOf(weights)
  for (const { words, labels } of examples) {
    const scores = new Float64Array(words.length * labelCount)
    words.forEach(({ seen, listed }, at) => {
      for (const feature of [...seen, ...listed]) weights.addTo(scores, at * labelCount, feature)
    })
    const found = namesOf(likeliest(marginalsOf(scores, factors).words))
    const wanted = namesOf(labels)
    for (const kind of kinds) count(score[kind], kind, found, wanted)
  }
}

function count(
  counts: Counts,
  kind: Kind,
  found: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
) {
  const ofKind = (names: ReadonlySet<string>) =>
    [...names].filter((name) => name.startsWith(`${kind} `))
  counts.found += ofKind(found).length
  counts.wanted += ofKind(wanted).length
  counts.right += ofKind(found).filter((name) => wanted.has(name)).length
}

function likeliest(rows: Float64Array): number[] {
  const labels: number[] = []
  for (let row = 0; row < rows.length; row += labelCount) {
    const shares = rows.subarray(row, row + labelCount)
    labels.push(shares.indexOf(Math.max(...shares)))
  }
  return labels
}

/** The names of a labelled stretch as "PER 0-2". */
function namesOf(labels: readonly number[]): Set<string> {
  const names = new Set<string>()
  labels.forEach((label, from) => {
    const kind = kinds.find((each) => firstOf(each) === label || furtherOf(each) === label)
    if (!kind || label === outside) return
    const goesOn = label === furtherOf(kind) && belongs(labels[from - 1], kind)
    if (goesOn) return
    let to = from + 1
    while (labels[to] === furtherOf(kind)) to++
    names.add(`${kind} ${from}-${to}`)
  })
  return names
}

function belongs(label: number | undefined, kind: Kind): boolean {
  return label === firstOf(kind) || label === furtherOf(kind)
}

/** A line for each kind: precision, recall and their harmonic mean, in per cent. */
export function printScore(score: Score): string {
  return kinds
    .map((kind) => {
      const { right, found, wanted } = score[kind]
      const shares = [
        right / (found || 1),
        right / (wanted || 1),
        (2 * right) / (found + wanted || 1),
      ]
      const [precision, recall, mean] = shares.map((share) => (100 * share).toFixed(1).padStart(5))
      return `${kind.padEnd(5)} P ${precision}  R ${recall}  F1 ${mean}  (${wanted} names)`
    })
    .join('\n')
}
