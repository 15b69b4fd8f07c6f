import type { Archive } from '../../engine/archive/archive.ts'
import type { SetAsideRecord } from '../../engine/archive/set-aside.ts'
import { plural } from '../report/progress.ts'
import { exitCodes, type IndexCommand } from './command.ts'
import { refuseWords } from './sample.ts'

/** Lists the records that could not be taken, each with its reason. */
export const setAsideCommand: IndexCommand = {
  switches: [],
  values: [],
  run: async (words, { say, opened }) => {
    refuseWords('set-aside', words)
    return opened(async ({ archive }) => {
      for (const record of everySetAside(archive)) say(lineOf(record))
      const count = archive.countSetAside()
      say(
        count === 0
          ? 'Nothing is set aside.'
          : `${plural(count, 'record')} set aside. To try them again: npm run index -- retry`,
      )
      return exitCodes.completed
    })
  },
}

const readAtOnce = 1_000

/** There may be a million of them. */
function* everySetAside(archive: Archive): Generator<SetAsideRecord> {
  for (let after = ''; ;) {
    const records = archive.setAside(after, readAtOnce)
    yield* records
    const last = records.at(-1)
    if (!last) return
    after = last.origin
  }
}

/** Only what is not the record's own fault says so: the reason of most is enough. */
function lineOf({ origin, reason, at, run }: SetAsideRecord): string {
  return `${origin}: ${reason} (run ${run}, ${at.slice(0, 10)})`
}
