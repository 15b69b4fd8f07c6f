import { UsageError } from '../../engine/settings.ts'
import { loadLists, loadSample, removeSample, silentProgress } from '../pipeline.ts'
import { closingReport } from '../report/closing-report.ts'
import { plural } from '../report/progress.ts'
import { exitCodes, type IndexCommand } from './command.ts'
import { exitCodeOf } from './run-index.ts'

/** Loads the sample archive, as a first start does. */
export const loadSampleCommand: IndexCommand = {
  switches: [],
  values: [],
  run: async (words, { say, opened }) => {
    refuseWords('load-sample', words)
    return opened(async (tools) => {
      const report = await loadSample({ ...tools, lists: loadLists(), progress: silentProgress })
      for (const text of closingReport(report, tools.archive.count())) say(text)
      return exitCodeOf(report)
    })
  },
}

/** Removes the articles of the sample archive. */
export const removeSampleCommand: IndexCommand = {
  switches: [],
  values: [],
  run: async (words, { say, opened }) => {
    refuseWords('remove-sample', words)
    return opened(async ({ archive, engine, lease }) => {
      const removed = await removeSample(archive, engine, lease)
      say(
        `Removed ${plural(removed, 'sample article')}. The archive holds ${plural(archive.count(), 'article')}.`,
      )
      return exitCodes.completed
    })
  },
}

/** Throws UsageError where words follow a command that takes none. */
export function refuseWords(command: string, words: readonly string[]): void {
  if (words.length > 0) throw new UsageError(`${command} takes no paths. See --help.`)
}
