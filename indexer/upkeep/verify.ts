import { exitCodes, type IndexCommand } from '../commands/command.ts'
import { refuseWords } from '../commands/sample.ts'
import { counted, plural } from '../report/progress.ts'
import { checkArchive } from './check-archive.ts'
import { checkDatabases } from './check-databases.ts'
import { checkFiles } from './check-files.ts'
import { checkIndex } from './check-index.ts'
import { FaultList } from './fault-list.ts'
import { now, secondsBetweenLines } from './pace.ts'
import { reading } from './reading.ts'

/** Reads everything that a data folder keeps and says what is wrong with it; changes nothing, and works while others write. */
export const verifyCommand: IndexCommand = {
  switches: [],
  values: [],
  run: async (words, { line, say }) => {
    refuseWords('verify', words)
    const faults = new FaultList(say)
    await reading(line, ({ archive, engine }) =>
      archive.snapshot(async () => {
        const total = archive.count()
        const tell = now(secondsBetweenLines)
        await checkArchive(archive, faults.report, (done) => {
          if (tell()) say(`  ${counted(done)} of ${plural(total, 'article')} read`)
        })
        say(`The archive was read: ${plural(total, 'article')} with their originals.`)
        const isSound = faults.count === 0
        const names = checkDatabases(archive.dataDir, faults.report)
        if (names.length > 0) say(`Checked: ${names.join(', ')}.`)
        checkFiles(archive.dataDir, faults.report)
        say(
          isSound
            ? await checkIndex({ archive, engine }, faults.report)
            : 'The index was not compared with an archive that is at fault itself.',
        )
      }),
    )
    for (const text of faults.summary()) say(text)
    return faults.count === 0 ? exitCodes.completed : exitCodes.failed
  },
}
