import { seeded } from '../seeded.ts'
import type { Score } from './score-facet.ts'

/** The figures of a facet, in per cent; 0 where there is nothing to divide by. */
export interface Figures {
  /** Of the values, how many are right. */
  readonly precision: number
  /** Of the labels, how many were found. */
  readonly recall: number
  /** The harmonic mean of both. */
  readonly f1: number
  /** Of the values that are right, how many bear the right name. */
  readonly named: number
}

/** The names of the figures, in the order in which they are shown. */
export const figureNames = ['precision', 'recall', 'f1', 'named'] as const

/** The figures of several articles together: each value counts the same, whichever article it is in. */
export function figuresOf(scores: readonly Score[]): Figures {
  let [hits, wrong, missed, named] = [0, 0, 0, 0]
  for (const score of scores) {
    hits += score.hits
    wrong += score.wrong
    missed += score.missed
    named += score.named
  }
  const precision = percent(hits, hits + wrong)
  const recall = percent(hits, hits + missed)
  const f1 = percent(2 * hits, 2 * hits + wrong + missed)
  return { precision, recall, f1, named: percent(named, hits) }
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole
}

/** Between which figures nineteen of twenty samples of articles lie. */
export interface Interval {
  readonly low: number
  readonly high: number
}

const resamples = 1_000

/**
 * The 95 % intervals of the figures by bootstrap: as many articles are drawn, with repetition, 1,000 times, and the middle 95 % of
 * the figures are kept (Efron's percentile method). The same scores give the same intervals.
 */
export function intervalsOf(scores: readonly Score[]): Readonly<Record<keyof Figures, Interval>> {
  const random = seeded(resamples)
  const drawn = Array.from({ length: resamples }, () =>
    figuresOf(scores.flatMap(() => scores[Math.floor(random() * scores.length)] ?? [])),
  )
  const interval = (name: keyof Figures): Interval => {
    const sorted = drawn.map((figures) => figures[name]).sort((a, b) => a - b)
    return {
      low: sorted[Math.floor(resamples * 0.025)] ?? 0,
      high: sorted[Math.floor(resamples * 0.975)] ?? 0,
    }
  }
  return {
    precision: interval('precision'),
    recall: interval('recall'),
    f1: interval('f1'),
    named: interval('named'),
  }
}

/** The mean of some figures and how far they lie from it: the standard deviation of a sample, 0 for a single one. */
export function meanAndSpread(values: readonly number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, spread: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 }
}
