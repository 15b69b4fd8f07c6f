import { UsageError } from '../../engine/settings.ts'
import { exitCodes, type CommandTools, type IndexCommand } from '../commands/command.ts'
import { stopOnSignal } from '../commands/index-paths.ts'
import { clientFor, readPageWish, webOptions } from '../feeds/web-options.ts'
import { systemClock } from '../fetch/clock.ts'
import { isWebAddress } from '../fetch/web-address.ts'
import { loadLists } from '../pipeline.ts'
import { findRoots } from '../read/roots.ts'
import { readFeedList } from './feed-list.ts'
import { watch } from './watch.ts'

/** Keeps taking in what is new in folders and feeds. */
export const watchCommand: IndexCommand = {
  switches: [],
  values: ['every', 'feeds', ...webOptions],
  run: async (words, tools) => {
    const { line, opened, say } = tools
    const paths = words.filter((word) => !isWebAddress(word))
    const { missing } = findRoots(paths)
    if (missing.length > 0)
      throw new UsageError(`There is no file or folder ${missing.join(', ')}.`)
    const addresses = addressesOf(words, tools)
    if (words.length === 0 && addresses().length === 0)
      throw new UsageError('Nothing to watch: name a folder or a feed. See --help.')
    const [every, pages] = [readEvery(line.values.get('every')), readPageWish(line.values)]
    const client = clientFor(tools)
    const stop = stopOnSignal()
    say('Watching. End it with Ctrl-C.')
    await watch({
      ...{ opened, say, paths, addresses, every, pages, client, stop },
      dataDir: line.settings.DATA_DIR,
      lists: loadLists(),
      clock: systemClock,
    })
    return exitCodes.completed
  },
}

const defaultEvery = 300
const shortestEvery = 10

/** Milliseconds. */
function readEvery(given: string | undefined): number {
  if (given === undefined) return defaultEvery * 1000
  if (!/^\d{1,7}$/.test(given) || Number(given) < shortestEvery)
    throw new UsageError(`--every ${given}: write a number of seconds, ${shortestEvery} at least.`)
  return Number(given) * 1000
}

/** The addresses of the command line and those of the list, which is read again each time: it may be edited. */
function addressesOf(
  words: readonly string[],
  { line, say }: CommandTools,
): () => readonly string[] {
  const named = words.filter(isWebAddress)
  const list = line.values.get('feeds')
  if (list === undefined) return () => named
  let [listed, told] = [readFeedList(list), '']
  return () => {
    try {
      listed = readFeedList(list)
      told = ''
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      // The list of before is good until this one can be read.
      if (error.message !== told) say(error.message)
      told = error.message
    }
    return [...new Set([...named, ...listed])]
  }
}
