import type { RunReport } from '../pipeline.ts'
import { counted } from '../report/progress.ts'

/** Reasons shown for each pass. */
const reasonsShown = 5

/** What a pass has to say: a line with its counts, below it what it could not take; nothing when nothing changed. */
export function passLines(report: RunReport, now: Date): string[] {
  const { added, replaced, setAside, behind } = report
  if (added + replaced + setAside.count === 0 && !behind) return []
  const counts = [
    `added ${counted(added)}`,
    `replaced ${counted(replaced)}`,
    `set aside ${counted(setAside.count)}`,
  ]
  const reasons = setAside.groups.map(({ reason, count, first }) => {
    const more = count > 1 ? ` and ${counted(count - 1)} more` : ''
    return `  ${first[0]?.file ?? ''}${more}: ${reason}`
  })
  return [
    `${now.toISOString().slice(0, 19).replace('T', ' ')} UTC: ${counts.join(', ')}.`,
    ...reasons.slice(0, reasonsShown),
    ...(reasons.length > reasonsShown && report.listedIn !== undefined
      ? [`  All of them: ${report.listedIn}`]
      : []),
    ...(behind ? [`  The search index could not follow: ${behind.reason}`] : []),
  ]
}
