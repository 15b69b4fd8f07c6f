import { askAboutSample } from '../ask-about-sample.ts'
import { indexPaths, loadLists, type RunReport } from '../pipeline.ts'
import { webLines } from '../feeds/web-lines.ts'
import { clientFor, readPageWish, webOptions } from '../feeds/web-options.ts'
import { WebSource } from '../feeds/web-source.ts'
import { isWebAddress } from '../fetch/web-address.ts'
import { processingVersion } from '../make-entry.ts'
import { inputWord } from '../read/find-files.ts'
import { readingOptions, readReadingOptions } from '../read/reading-options.ts'
import { findRoots } from '../read/roots.ts'
import { closingReport } from '../report/closing-report.ts'
import { shownProgress } from '../report/shown-progress.ts'
import { declineSample } from '../sample.ts'
import { exitCodes, type IndexCommand } from './command.ts'

/** Indexes files, folders, patterns, standard input, feeds and pages of the web: what a command line without another command's name asks for. */
export const indexPathsCommand: IndexCommand = {
  switches: ['keep-sample', 'remove-sample'],
  values: [...readingOptions, ...webOptions],
  run: async (words, tools) => {
    const { line, say } = tools
    const wishes = readReadingOptions(line.values)
    const addresses = words.filter(isWebAddress)
    const paths = words.filter((word) => !isWebAddress(word))
    const [client, pages] = [clientFor(tools), readPageWish(line.values)]
    return tools.opened(async (opened) => {
      const stop = stopOnSignal()
      if (isAnything(addresses, paths)) {
        declineSample(opened.archive, opened.lease)
        await askAboutSample(opened, line.switches, stop)
      }
      if (stop.aborted) return exitCodes.interrupted
      const lists = loadLists()
      const processing = processingVersion(lists)
      const web = new WebSource(addresses, opened.archive, { client, pages, processing, stop })
      try {
        const report = await indexPaths({
          ...opened,
          ...wishes,
          paths,
          named: words.join(' '),
          more: () => web.readings(),
          lists,
          sample: false,
          progress: shownProgress(say),
          stop,
        })
        if (!report.stopped) web.remember(opened.lease)
        for (const text of webLines(web.counts())) say(text)
        for (const text of closingReport(report, opened.archive.count())) say(text)
        return web.counts().failed > 0 ? exitCodes.failed : exitCodeOf(report)
      } finally {
        web.close()
      }
    })
  },
}

/** Whether there is anything to index: a sample beside nothing is kept. */
function isAnything(addresses: readonly string[], paths: readonly string[]): boolean {
  return addresses.length > 0 || paths.includes(inputWord) || findRoots(paths).roots.length > 0
}

/** How a run of the indexer ends for whoever started it. */
export function exitCodeOf(report: RunReport): number {
  if (report.stopped) return exitCodes.interrupted
  return report.missing.length > 0 || report.behind ? exitCodes.failed : exitCodes.completed
}

/** The first SIGINT or SIGTERM asks for a clean end; a second one does not wait for it. */
export function stopOnSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(exitCodes.interrupted)
      stop.abort()
      console.error('\nStopping: what has been read is stored first. Once more to stop at once.')
    })
  }
  return stop.signal
}
