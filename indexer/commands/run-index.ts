import { webLines } from '../feeds/web-lines.ts'
import { WebSource, type WebOptions } from '../feeds/web-source.ts'
import { processingVersion } from '../make-entry.ts'
import { indexPaths, type RunOptions, type RunReport } from '../pipeline.ts'
import { closingReport } from '../report/closing-report.ts'
import { shownProgress } from '../report/shown-progress.ts'
import { exitCodes } from './command.ts'

/** What a command has indexed, files and addresses together. */
export interface IndexWish
  extends
    Omit<RunOptions, 'sample' | 'progress' | 'more'>,
    Omit<WebOptions, 'processing' | 'stop'> {
  readonly addresses: readonly string[]
  readonly stop: AbortSignal
  readonly say: (line: string) => void
}

/** Indexes files and what is at addresses of the web, and says how it went. Returns the exit code. */
export async function runIndex(wish: IndexWish): Promise<number> {
  const { archive, lease, lists, say } = wish
  const processing = processingVersion(lists)
  const web = new WebSource(wish.addresses, archive, { ...wish, processing })
  try {
    const report = await indexPaths({
      ...wish,
      more: () => web.readings(),
      sample: false,
      progress: shownProgress(say),
    })
    if (!report.stopped) web.remember(lease, report.run)
    for (const text of webLines(web.counts())) say(text)
    for (const text of closingReport(report, archive.count())) say(text)
    return web.counts().failed > 0 ? exitCodes.failed : exitCodeOf(report)
  } finally {
    web.close()
  }
}

/** How a run of the indexer ends for whoever started it. */
export function exitCodeOf(report: RunReport): number {
  if (report.stopped) return exitCodes.interrupted
  return report.missing.length > 0 || report.behind ? exitCodes.failed : exitCodes.completed
}
