import { counted, plural } from '../report/progress.ts'
import type { WebCounts } from './web-source.ts'

/** What a run from the web has to say besides its closing report. */
export function webLines({ known, summaries }: WebCounts): string[] {
  return [
    ...(known === 0
      ? []
      : [`${counted(known)} ${known === 1 ? 'entry' : 'entries'} of feeds known already.`]),
    ...summaryLines(summaries),
  ]
}

/** A line for each reason for which only summaries could be had. */
export function summaryLines(summaries: ReadonlyMap<string, number>): string[] {
  return [...summaries].map(
    ([reason, count]) => `Only the summary of ${plural(count, 'article')}: ${reason}`,
  )
}
