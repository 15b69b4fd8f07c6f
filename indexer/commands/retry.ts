import { existsSync } from 'node:fs'
import { indexPaths, loadLists } from '../pipeline.ts'
import { closingReport } from '../report/closing-report.ts'
import { counted, plural } from '../report/progress.ts'
import { shownProgress } from '../report/shown-progress.ts'
import { exitCodes, type IndexCommand } from './command.ts'
import { exitCodeOf, stopOnSignal } from './index-paths.ts'
import { refuseWords } from './sample.ts'

/** Reads again what was set aside, and nothing else. */
export const retryCommand: IndexCommand = {
  switches: [],
  values: [],
  run: async (words, { say, opened }) => {
    refuseWords('retry', words)
    return opened(async (tools) => {
      const { there, gone } = filesOf(tools.archive.setAsideFiles())
      for (const file of gone) say(goneLine(file))
      if (there.length === 0) {
        say('There is nothing that could be tried again.')
        return exitCodes.completed
      }
      const report = await indexPaths({
        ...tools,
        paths: there,
        lists: loadLists(),
        sample: false,
        progress: shownProgress(say),
        only: 'set aside',
        became: (origin, what) => {
          say(`${origin}: ${what}`)
        },
        stop: stopOnSignal(),
      })
      for (const text of closingReport(report, tools.archive.count())) say(text)
      say(`Still set aside: ${counted(tools.archive.countSetAside())}.`)
      return exitCodeOf(report)
    })
  },
}

interface FileWithRecords {
  readonly file: string
  readonly records: number
}

function filesOf(files: readonly FileWithRecords[]): {
  readonly there: readonly string[]
  readonly gone: readonly FileWithRecords[]
} {
  const isThere = ({ file }: FileWithRecords) => file !== '' && existsSync(file)
  return {
    there: files.filter(isThere).map(({ file }) => file),
    gone: files.filter((each) => !isThere(each)),
  }
}

function goneLine({ file, records }: FileWithRecords): string {
  const many = plural(records, 'record')
  return file === ''
    ? `${many} came through standard input: send them again.`
    : `${file} is not there any more: ${many} of it ${records === 1 ? 'stays' : 'stay'} set aside.`
}
