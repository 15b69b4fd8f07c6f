import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { engineChoice } from '../../engine/open-engine.ts'
import type { CommandLine } from '../../engine/settings.ts'
import { exitCodes, type IndexCommand } from '../commands/command.ts'
import { refuseWords } from '../commands/sample.ts'
import { counted, plural } from '../report/progress.ts'
import { checkArchive } from './check-archive.ts'
import { checkDatabases } from './check-databases.ts'
import { checkFiles } from './check-files.ts'
import { checkIndex, type Compared } from './check-index.ts'
import type { Report } from './fault.ts'
import { FaultList } from './fault-list.ts'
import { now, secondsBetweenLines } from './pace.ts'
import { reading, type Reading } from './reading.ts'

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
        say(await compared({ archive, engine }, { isSound, line }, faults.report))
      }),
    )
    for (const text of faults.summary()) say(text)
    return faults.count === 0 ? exitCodes.completed : exitCodes.failed
  },
}

/** What comparing the index came to; there may be none yet, as after a restore. */
async function compared(
  opened: Reading,
  { isSound, line }: { readonly isSound: boolean; readonly line: CommandLine },
  report: Report,
): Promise<Compared> {
  if (!isSound) return 'The index was not compared with an archive that is at fault itself.'
  const isEmbedded = engineChoice(line.settings).kind === 'embedded'
  if (isEmbedded && !existsSync(join(opened.archive.dataDir, 'index')))
    return 'There is no index yet: the next start of the site, or run of the indexer, builds it.'
  return checkIndex(opened, report)
}
