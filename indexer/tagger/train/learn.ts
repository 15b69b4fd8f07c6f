import { labelCount } from '../labels.ts'
import { marginalsOf, transitionFactors, type Marginals } from '../lattice.ts'
import { transitionFeature } from '../transitions.ts'
import type { WeightTable } from '../weights.ts'
import type { Example } from './corpus.ts'
import { randomFrom, shuffled } from './random.ts'

/** How to learn. */
export interface Lessons {
  readonly seed: number
  readonly rounds: number
  /** The first step of AdaGrad. */
  readonly rate: number
  /** How strongly weights are drawn to 0 when they are touched. */
  readonly decay: number
  /** The share of seen features left out at each look. */
  readonly dropout: number
  /** The share of looks at which nothing from the lists is told. */
  readonly withoutLists: number
  /** A feature that fewer words have is not learned. */
  readonly leastCount: number
  /** How many features are kept, those with the largest weights. */
  readonly kept: number
}

export const usualLessons: Omit<Lessons, 'seed'> = {
  rounds: 12,
  rate: 0.15,
  decay: 0.002,
  dropout: 0.2,
  withoutLists: 0.25,
  leastCount: 2,
  kept: 40_000,
}

/**
 * Learns a linear-chain conditional random field from examples: stochastic gradient ascent on the log-likelihood with
 * AdaGrad's steps (Duchi, Hazan and Singer, 2011) and dropout. The same examples and lessons give the same weights.
 */
export function learn(examples: readonly Example[], lessons: Lessons): WeightTable {
  const model = emptyModel(examples, lessons)
  const random = randomFrom(lessons.seed)
  for (let round = 0; round < lessons.rounds; round++)
    for (const example of shuffled(examples, random)) step(model, example, lessons, random)
  return tableOf(model, lessons.kept)
}

interface Model {
  /** The row of each feature. */
  readonly rows: ReadonlyMap<number, number>
  readonly weights: Float64Array
  readonly squares: Float64Array
}

function emptyModel(examples: readonly Example[], lessons: Lessons): Model {
  const rows = new Map<number, number>()
  for (let label = 0; label < labelCount; label++) rows.set(transitionFeature(label), label)
  for (const [feature, count] of countFeatures(examples))
    if (count >= lessons.leastCount && !rows.has(feature)) rows.set(feature, rows.size)
  return {
    rows,
    weights: new Float64Array(rows.size * labelCount),
    squares: new Float64Array(rows.size * labelCount).fill(1),
  }
}

function countFeatures(examples: readonly Example[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { seen, listed } of examples.flatMap(({ words }) => words))
    for (const feature of [...seen, ...listed]) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return counts
}

function step(model: Model, { words, labels }: Example, lessons: Lessons, random: () => number) {
  const withLists = random() >= lessons.withoutLists
  const active = words.map(({ seen, listed }) => [
    ...rowsOf(seen, model).filter(() => random() >= lessons.dropout),
    ...(withLists ? rowsOf(listed, model) : []),
  ])
  const marginals = marginalsOf(scoresOf(model, active), transitionFactors(model.weights))
  learnWords(model, active, labels, marginals, lessons)
  learnTransitions(model, labels, marginals, lessons)
}

function rowsOf(features: readonly number[], { rows }: Model): number[] {
  return features.map((feature) => rows.get(feature)).filter((row) => row !== undefined)
}

function scoresOf({ weights }: Model, active: readonly (readonly number[])[]): Float64Array {
  const scores = new Float64Array(active.length * labelCount)
  active.forEach((rows, at) => {
    for (const row of rows)
      for (let label = 0; label < labelCount; label++)
        scores[at * labelCount + label] =
          (scores[at * labelCount + label] ?? 0) + (weights[row * labelCount + label] ?? 0)
  })
  return scores
}

function learnWords(
  model: Model,
  active: readonly (readonly number[])[],
  labels: readonly number[],
  marginals: Marginals,
  lessons: Lessons,
): void {
  active.forEach((rows, at) => {
    for (let label = 0; label < labelCount; label++) {
      const wanted = Number(labels[at] === label)
      const slope = wanted - (marginals.words[at * labelCount + label] ?? 0)
      for (const row of rows) climb(model, row * labelCount + label, slope, lessons)
    }
  })
}

function learnTransitions(
  model: Model,
  labels: readonly number[],
  marginals: Marginals,
  lessons: Lessons,
): void {
  for (let at = 1; at < labels.length; at++)
    for (let previous = 0; previous < labelCount; previous++)
      for (let label = 0; label < labelCount; label++) {
        const wanted = Number(labels[at - 1] === previous && labels[at] === label)
        const slope = wanted - marginals.pair(at, previous, label)
        climb(model, previous * labelCount + label, slope, lessons)
      }
}

function climb({ weights, squares }: Model, at: number, slope: number, lessons: Lessons): void {
  const weight = weights[at] ?? 0
  const pulled = slope - lessons.decay * weight
  const square = (squares[at] ?? 0) + pulled * pulled
  squares[at] = square
  weights[at] = weight + (lessons.rate * pulled) / Math.sqrt(square)
}

/** The largest weights, each feature's row in steps of an int8. */
function tableOf({ rows, weights }: Model, kept: number): WeightTable {
  const sized = [...rows].map(([feature, row]) => ({
    feature,
    row,
    size: sizeOf(weights, row),
  }))
  const largest = sized
    .sort((a, b) => b.size - a.size || a.feature - b.feature)
    .slice(0, kept)
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.feature - b.feature)
  const step = Math.max(...largest.map(({ size }) => size)) / 127
  return {
    features: Uint32Array.from(largest, ({ feature }) => feature),
    weights: Int8Array.from(
      largest.flatMap(({ row }) =>
        [...rowOf(weights, row)].map((weight) => Math.round(weight / step)),
      ),
    ),
    step,
  }
}

function rowOf(weights: Float64Array, row: number): Float64Array {
  return weights.subarray(row * labelCount, (row + 1) * labelCount)
}

function sizeOf(weights: Float64Array, row: number): number {
  return Math.max(...rowOf(weights, row).map(Math.abs))
}
