import { printTable, shown } from '../measure.ts'
import { foldsOf, type ArticleScore, type Evaluation } from './evaluate.ts'
import { figureNames, figuresOf, intervalsOf, meanAndSpread } from './figures.ts'
import type { LabelledFacet } from './gold.ts'
import type { Fault } from './score-facet.ts'

/** Prints the figures of each facet with their intervals. */
export function printFigures({ extractor, scores }: Evaluation): void {
  const heads = ['precision', 'recall', 'F1', 'named'].flatMap((name) => [name, '95 %'])
  const rows = [...scores].map(([facet, list]) => [facet, ...figureCells(list), ...counts(list)])
  printTable([[extractor, ...heads, 'labels', 'values'], ...rows])
}

function figureCells(scores: readonly ArticleScore[]): string[] {
  const figures = figuresOf(scores)
  const intervals = intervalsOf(scores)
  return figureNames.flatMap((name) => [
    shown(figures[name]),
    `${shown(intervals[name].low)}–${shown(intervals[name].high)}`,
  ])
}

function counts(scores: readonly ArticleScore[]): string[] {
  const sum = (count: (score: ArticleScore) => number) =>
    String(scores.reduce((total, score) => total + count(score), 0))
  return [sum(({ hits, missed }) => hits + missed), sum(({ hits, wrong }) => hits + wrong)]
}

/** Prints F1 and named of each fold, their mean and their spread. */
export function printFolds({ extractor, scores }: Evaluation, folds: number): void {
  const numbers = Array.from({ length: folds }, (_, index) => `fold ${index + 1}`)
  const rows = [...scores].flatMap(([facet, list]) =>
    (['f1', 'named'] as const).map((name) => {
      const values = foldsOf(list, folds).map((fold) => figuresOf(fold)[name])
      const { mean, spread } = meanAndSpread(values)
      const cells = [...values, mean, spread].map((value) => shown(value))
      return [`${facet}, ${name === 'f1' ? 'F1' : name}`, ...cells]
    }),
  )
  printTable([[`${extractor} in folds`, ...numbers, 'mean', 'spread'], ...rows])
}

/** Prints how fast each extractor is, and how many times as fast as the last one. */
export function printRates(evaluations: readonly Evaluation[]): void {
  const last = evaluations.at(-1)?.rate.kilobytes ?? 0
  printTable([
    ['on one core', 'articles/s', 'KB/s', 'ratio'],
    ...evaluations.map(({ extractor, rate }) => [
      extractor,
      shown(rate.articles, 0),
      shown(rate.kilobytes, 0),
      shown(rate.kilobytes / last),
    ]),
  ])
}

/** Prints the first faults of each facet. */
export function printFaults({ scores }: Evaluation, count: number): void {
  for (const [facet, list] of scores) {
    const faults = list.flatMap(({ id, faults: own }) => own.map((fault) => line(id, facet, fault)))
    for (const fault of faults.slice(0, count)) console.log(fault)
  }
}

function line(id: string, facet: LabelledFacet, { kind, name, instead }: Fault): string {
  if (kind === 'split') return `${id} ${facet} false: ${name} (split)`
  const label = instead === undefined ? '' : ` (gold ${instead})`
  return `${id} ${facet} ${kind}: ${name}${label}`
}
