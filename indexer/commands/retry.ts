import { existsSync } from 'node:fs'
import type { SetAsideFile } from '../../engine/archive/set-aside.ts'
import { clientFor, readPageWish, webOptions } from '../feeds/web-options.ts'
import { isWebAddress } from '../fetch/web-address.ts'
import { loadLists } from '../pipeline.ts'
import { columnsOf } from '../read/reading-options.ts'
import { counted, plural } from '../report/progress.ts'
import { exitCodes, type IndexCommand, type Opened } from './command.ts'
import { stopOnSignal } from './index-paths.ts'
import { runIndex } from './run-index.ts'
import { refuseWords } from './sample.ts'

/** Reads again what was set aside, files as they were told to be read, and nothing else. */
export const retryCommand: IndexCommand = {
  switches: [],
  values: webOptions,
  run: async (words, tools) => {
    refuseWords('retry', words)
    const { line, say } = tools
    const [client, pages] = [clientFor(tools), readPageWish(line.values)]
    return tools.opened(async (opened) => {
      const { tries, gone } = sorted(opened)
      for (const file of gone) say(goneLine(file))
      if (tries.length === 0) {
        say('There is nothing that could be tried again.')
        return exitCodes.completed
      }
      const [stop, lists] = [stopOnSignal(), loadLists()]
      const became = (origin: string, what: string) => {
        say(`${origin}: ${what}`)
      }
      let code: number = exitCodes.completed
      for (const part of tries) {
        if (stop.aborted) break
        const wish = { ...opened, ...part, lists, client, pages, stop, say, became }
        code = Math.max(code, await runIndex({ ...wish, only: 'set aside', named: 'retry' }))
      }
      say(`Still set aside: ${counted(opened.archive.countSetAside())}.`)
      return code
    })
  },
}

/** Files that are read by the same columns, or addresses. */
interface Try {
  readonly paths: readonly string[]
  readonly columns?: ReadonlyMap<string, string>
  readonly addresses: readonly string[]
  readonly retried?: ReadonlyMap<string, readonly string[]>
}

function sorted({ archive }: Opened): {
  readonly tries: readonly Try[]
  readonly gone: readonly SetAsideFile[]
} {
  const files = archive.setAsideFiles()
  const fromWeb = files.map(({ file }) => file).filter(isWebAddress)
  const local = files.filter(({ file }) => !isWebAddress(file))
  const isThere = ({ file }: SetAsideFile) => file !== '' && existsSync(file)
  const byColumns = Map.groupBy(local.filter(isThere), ({ columns }) => columns)
  const tries = [...byColumns].map(([columns, group]) => ({
    paths: group.map(({ file }) => file),
    ...(columns !== '' && { columns: columnsOf(columns) }),
    addresses: [],
  }))
  const web = fromWeb.length === 0 ? [] : [{ paths: [], ...addressesFor(fromWeb, archive) }]
  return { tries: [...tries, ...web], gone: local.filter((each) => !isThere(each)) }
}

/** What to visit for these places: an entry without an address of its own is in its feed. */
function addressesFor(
  places: readonly string[],
  archive: Opened['archive'],
): Pick<Try, 'addresses' | 'retried'> {
  const feedOf = (place: string) => {
    const [address = place] = place.split('#')
    return address !== place && archive.feed(address) ? address : undefined
  }
  const retried = new Map<string, string[]>()
  for (const place of places) {
    const feed = feedOf(place)
    if (feed !== undefined) retried.set(feed, [...(retried.get(feed) ?? []), place])
  }
  const own = places.filter((place) => feedOf(place) === undefined)
  return { addresses: [...own, ...retried.keys()], retried }
}

function goneLine({ file, records }: SetAsideFile): string {
  const many = plural(records, 'record')
  return file === ''
    ? `${many} came through standard input: send them again.`
    : `${file} is not there any more: ${many} of it ${records === 1 ? 'stays' : 'stay'} set aside.`
}
