import { askAboutSample } from '../ask-about-sample.ts'
import { indexPaths, loadLists, type RunReport } from '../pipeline.ts'
import { inputWord } from '../read/find-files.ts'
import { readingOptions, readReadingOptions } from '../read/reading-options.ts'
import { findRoots } from '../read/roots.ts'
import { closingReport } from '../report/closing-report.ts'
import { shownProgress } from '../report/shown-progress.ts'
import { declineSample } from '../sample.ts'
import { exitCodes, type IndexCommand } from './command.ts'

/** Indexes files, folders, patterns and standard input: what a command line without another command's name asks for. */
export const indexPathsCommand: IndexCommand = {
  switches: ['keep-sample', 'remove-sample'],
  values: readingOptions,
  run: async (words, { line, say, opened }) => {
    const wishes = readReadingOptions(line.values)
    return opened(async (tools) => {
      const stop = stopOnSignal()
      if (words.includes(inputWord) || findRoots(words).roots.length > 0) {
        declineSample(tools.archive, tools.lease)
        await askAboutSample(tools, line.switches, stop)
      }
      if (stop.aborted) return exitCodes.interrupted
      const report = await indexPaths({
        ...tools,
        ...wishes,
        paths: words,
        lists: loadLists(),
        sample: false,
        progress: shownProgress(say),
        stop,
      })
      for (const text of closingReport(report, tools.archive.count())) say(text)
      return exitCodeOf(report)
    })
  },
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
