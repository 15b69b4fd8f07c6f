import type { Removal } from '../../engine/article.ts'

/** What may tell when an article was published. */
export interface DatingInput {
  /** As the source gives it, the most trustworthy first. */
  readonly published: readonly string[]
  /** What cleaning took out of the text: lines that print a date, bylines, and a copyright line that may tell the year. */
  readonly removed: readonly Removal[]
  readonly dateline: string
  readonly url: string
  readonly text: string
  /** BCP 47, '' when unknown. */
  readonly language: string
}

/** The steps of cleaning that take out lines beside which, or on which, a day is printed. */
const stepsWithDates: readonly string[] = ['date line', 'byline']

/** Of so many lines no reader would take the last for a date of publication. */
const mostLines = 50

/** The lines above the text that may print a date, in reading order. */
export function linesWithDates({ removed }: DatingInput): string[] {
  return removed
    .filter(({ step }) => stepsWithDates.includes(step))
    .flatMap(({ text }) => text.split('\n'))
    .slice(0, mostLines)
}
