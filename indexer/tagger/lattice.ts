import { labelCount, mayFollow, outside } from './labels.ts'

/** What every label earns at every word of a stretch, in rows of labels. */
export type Scores = Float64Array

/** How likely each label is at each word, given all words of the stretch, in rows of labels that add up to 1. */
export interface Marginals {
  readonly words: Float64Array
  /** The natural logarithm of the likelihood of everything, by which a labelling's own score is judged. */
  readonly logTotal: number
  /** How likely `label` is at the word `at` with `previous` before it. */
  pair(at: number, previous: number, label: number): number
}

/**
 * The transition weights as factors, in rows of previous labels; 0 where one label may not follow another.
 */
export function transitionFactors(weights: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: labelCount * labelCount }, (_, index) => {
    const previous = Math.floor(index / labelCount)
    return mayFollow(previous, index % labelCount) ? Math.exp(weights[index] ?? 0) : 0
  })
}

/**
 * Forward-backward over a linear chain (Lafferty, McCallum and Pereira, 2001): what stands before the stretch counts
 * as no name.
 */
export function marginalsOf(scores: Scores, factors: Float64Array): Marginals {
  const count = scores.length / labelCount
  const { emissions, logScale } = exponentials(scores)
  const { forward, totals } = forwardPass(emissions, factors, count)
  const backward = backwardPass(emissions, factors, totals)
  return {
    words: forward.map((value, index) => value * (backward[index] ?? 0)),
    logTotal: totals.reduce((sum, total) => sum + Math.log(total), logScale),
    pair: (at, previous, label) =>
      ((forward[(at - 1) * labelCount + previous] ?? 0) *
        (factors[previous * labelCount + label] ?? 0) *
        (emissions[at * labelCount + label] ?? 0) *
        (backward[at * labelCount + label] ?? 0)) /
      (totals[at] ?? 1),
  }
}

function exponentials(scores: Scores): {
  emissions: Float64Array
  logScale: number
} {
  const emissions = new Float64Array(scores.length)
  let logScale = 0
  for (let row = 0; row < scores.length; row += labelCount) {
    const best = Math.max(...scores.subarray(row, row + labelCount))
    logScale += best
    for (let at = row; at < row + labelCount; at++)
      emissions[at] = Math.exp((scores[at] ?? 0) - best)
  }
  return { emissions, logScale }
}

function forwardPass(
  emissions: Float64Array,
  factors: Float64Array,
  count: number,
): { forward: Float64Array; totals: Float64Array } {
  const forward = new Float64Array(emissions.length)
  const totals = new Float64Array(count)
  let before = new Float64Array(labelCount)
  before[outside] = 1
  for (let at = 0; at < count; at++) {
    const row = forward.subarray(at * labelCount, (at + 1) * labelCount)
    for (let label = 0; label < labelCount; label++) {
      let sum = 0
      for (let previous = 0; previous < labelCount; previous++)
        sum += (before[previous] ?? 0) * (factors[previous * labelCount + label] ?? 0)
      row[label] = sum * (emissions[at * labelCount + label] ?? 0)
    }
    totals[at] = normalise(row)
    before = row
  }
  return { forward, totals }
}

function normalise(row: Float64Array): number {
  const total = row.reduce((sum, value) => sum + value, 0)
  for (let label = 0; label < labelCount; label++) row[label] = (row[label] ?? 0) / total
  return total
}

function backwardPass(
  emissions: Float64Array,
  factors: Float64Array,
  totals: Float64Array,
): Float64Array {
  const backward = new Float64Array(emissions.length)
  backward.fill(1, emissions.length - labelCount)
  for (let at = totals.length - 2; at >= 0; at--) {
    const next = (at + 1) * labelCount
    for (let previous = 0; previous < labelCount; previous++) {
      let sum = 0
      for (let label = 0; label < labelCount; label++)
        sum +=
          (factors[previous * labelCount + label] ?? 0) *
          (emissions[next + label] ?? 0) *
          (backward[next + label] ?? 0)
      backward[at * labelCount + previous] = sum / (totals[at + 1] ?? 1)
    }
  }
  return backward
}
