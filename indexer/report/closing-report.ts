import { isPattern } from '../read/roots.ts'
import type { SetAside } from '../read/find-files.ts'
import { counted, plural } from './progress.ts'
import { remarksKept } from './remark-list.ts'
import type { RemarkGroup, Remarks, RunReport } from './run-report.ts'

const linesShown = 20

/** The closing report as lines for the screen. `held` is how many articles the archive holds now. */
export function closingReport(report: RunReport, held: number): string[] {
  return [
    ...report.missing.map((path) => `${missingPath(path)}; it was left out.`),
    countsLine(report),
    ...remarkLines('Set aside', report.setAside),
    ...remarkLines('Conflicts', report.conflicts),
    ...(report.listedIn === undefined
      ? []
      : [`All of them with their reasons: ${report.listedIn}`]),
    ...(report.setAside.count === 0
      ? []
      : ['To try again what was set aside, and nothing else: npm run index -- retry']),
    ...refusedDateLines(report),
    ...noteLines(report),
    ...correctionLines(report),
    ...behindLines(report),
    ...(report.stopped
      ? ['Stopped before the end. The same command goes on where this run stopped.']
      : []),
    `The archive holds ${plural(held, 'article')}.`,
  ]
}

function missingPath(path: string): string {
  return isPattern(path) ? `Nothing matches ${path}` : `There is no file or folder ${path}`
}

function countsLine(report: RunReport): string {
  const done = report.added + report.replaced + report.unchanged
  const rate = report.seconds > 0 ? Math.round(done / report.seconds) : done
  const counts = [
    `Added ${counted(report.added)}`,
    `replaced ${counted(report.replaced)}`,
    `unchanged ${counted(report.unchanged)}`,
    `set aside ${counted(report.setAside.count)}`,
  ]
  return `${counts.join(', ')}; ${report.seconds.toFixed(1)} s, ${counted(rate)} articles/s.`
}

function correctionLines({ skippedCorrections: faults }: RunReport): string[] {
  if (faults.length === 0) return []
  const hidden = faults.length - linesShown
  return [
    'Skipped in corrections.jsonl:',
    ...faults.slice(0, linesShown).map(({ line, problem }) => `  line ${line}: ${problem}`),
    ...(hidden > 0 ? [`  and ${counted(hidden)} more`] : []),
  ]
}

const longestDate = 60

function refusedDateLines({ refusedDates: { count, first } }: RunReport): string[] {
  const [example] = first
  if (example === undefined) return []
  const has =
    count === 1
      ? 'article has a date that cannot be: it is'
      : 'articles have a date that cannot be: they are'
  const printed = example.printed.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, longestDate)
  return [`${counted(count)} ${has} undated; the first: ${place(example)} with "${printed}".`]
}

function noteLines({ notes: { count, first } }: RunReport): string[] {
  const hidden = count - first.length
  return [
    ...first.map((note) => `${note.file}: ${note.reason}`),
    ...(hidden > 0 ? [`${plural(hidden, 'more file')} with columns not read.`] : []),
  ]
}

function remarkLines(heading: string, remarks: Remarks): string[] {
  if (remarks.count === 0) return []
  const lines = remarks.groups.flatMap(groupLines)
  const shown = lines.slice(0, linesShown)
  const hidden = remarks.count - shown.reduce((sum, line) => sum + line.stands, 0)
  return [
    `${heading}:`,
    ...shown.map((line) => `  ${line.text}`),
    ...(hidden > 0 ? [`  and ${counted(hidden)} more`] : []),
  ]
}

interface ReportLine {
  readonly text: string
  /** How many remarks it stands for. */
  readonly stands: number
}

function groupLines({ reason, count, first }: RemarkGroup): ReportLine[] {
  // A folder of photos is one line.
  if (count <= remarksKept)
    return first.map((remark) => ({ text: `${place(remark)}: ${remark.reason}`, stands: 1 }))
  const example = first.map(place)[0] ?? ''
  return [{ text: `${counted(count)} times: ${reason} (the first: ${example})`, stands: count }]
}

function place({ file, line }: Omit<SetAside, 'reason'>): string {
  return line === undefined ? file : `${file}#${line}`
}

function behindLines({ behind }: RunReport): string[] {
  if (!behind) return []
  return [
    `The search index could not follow: ${behind.reason}`,
    `${plural(behind.articles, 'changed article')} ${behind.articles === 1 ? 'is' : 'are'} stored safely; ` +
      'the index will catch up at the next run or start.',
  ]
}
