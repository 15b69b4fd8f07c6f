import { askAboutSample } from '../ask-about-sample.ts'
import { loadLists } from '../pipeline.ts'
import { clientFor, readPageWish, webOptions } from '../feeds/web-options.ts'
import { isWebAddress } from '../fetch/web-address.ts'
import { inputWord } from '../read/find-files.ts'
import { readingOptions, readReadingOptions } from '../read/reading-options.ts'
import { findRoots } from '../read/roots.ts'
import { declineSample } from '../sample.ts'
import { exitCodes, type IndexCommand } from './command.ts'
import { requireClock } from './require-clock.ts'
import { runIndex } from './run-index.ts'

/** Indexes files, folders, patterns, standard input, feeds and pages of the web: what a command line without another command's name asks for. */
export const indexPathsCommand: IndexCommand = {
  switches: ['keep-sample', 'remove-sample', 'clock-is-right'],
  values: [...readingOptions, ...webOptions],
  run: async (words, tools) => {
    const { line, say } = tools
    const wishes = readReadingOptions(line.values)
    const addresses = words.filter(isWebAddress)
    const paths = words.filter((word) => !isWebAddress(word))
    const [client, pages] = [clientFor(tools), readPageWish(line.values)]
    return tools.opened(async (opened) => {
      if (!line.switches.has('clock-is-right')) requireClock(opened.archive, new Date())
      const stop = stopOnSignal()
      if (isAnything(addresses, paths)) {
        declineSample(opened.archive, opened.lease)
        await askAboutSample(opened, line.switches, stop)
      }
      if (stop.aborted) return exitCodes.interrupted
      return runIndex({
        ...{ ...opened, ...wishes, paths, addresses, client, pages, stop, say },
        named: words.join(' '),
        lists: loadLists(),
      })
    })
  },
}

/** Whether there is anything to index: a sample beside nothing is kept. */
function isAnything(addresses: readonly string[], paths: readonly string[]): boolean {
  return addresses.length > 0 || paths.includes(inputWord) || findRoots(paths).roots.length > 0
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
