import { plural } from '../report/progress.ts'
import { shownProgress } from '../report/shown-progress.ts'
import { exitCodes, type IndexCommand } from './command.ts'
import { refuseWords } from './sample.ts'

/** Builds the search index anew from the archive, beside the one in use. */
export const rebuildCommand: IndexCommand = {
  switches: [],
  values: [],
  run: async (words, { say, opened }) => {
    refuseWords('rebuild', words)
    return opened(async ({ engine, lease }) => {
      const started = performance.now()
      const progress = shownProgress(say)
      progress.begin(0)
      try {
        await engine.rebuild(lease, (done, of) => {
          progress.indexing(done, of)
        })
      } finally {
        progress.end()
      }
      const { articles } = await engine.stats()
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      say(`The index was built anew in ${seconds} s. It holds ${plural(articles, 'article')}.`)
      return exitCodes.completed
    })
  },
}
