import { UsageError } from '../../../engine/settings.ts'
import { exitCodes, type CommandTools, type IndexCommand } from '../../commands/command.ts'
import { counted, plural } from '../../report/progress.ts'
import { shownBytes } from '../disk-use.ts'
import { checkBackup } from './check-backup.ts'
import { makeBackup } from './make-backup.ts'
import type { Manifest } from './manifest.ts'

/** Copies what cannot be built again to a folder, or checks such a folder. Works while the site and an indexer are running. */
export const backupCommand: IndexCommand = {
  switches: ['verify'],
  values: [],
  run: async (words, tools) => {
    const [folder, ...others] = words
    if (folder === undefined || others.length > 0)
      throw new UsageError('Write backup FOLDER, or backup --verify FOLDER.')
    return tools.line.switches.has('verify') ? verify(folder, tools) : make(folder, tools)
  },
}

async function make(folder: string, { line, say }: CommandTools): Promise<number> {
  const manifest = await makeBackup(line.settings.DATA_DIR, folder)
  say(`Backed up to ${folder}: ${contentOf(manifest)}.`)
  say('It holds no index: that is built anew after a restore.')
  return exitCodes.completed
}

async function verify(folder: string, { say }: CommandTools): Promise<number> {
  const { manifest, faults } = await checkBackup(folder)
  for (const fault of faults) say(`FAULT ${fault}`)
  if (faults.length > 0) {
    say('This backup cannot be relied on. Make another, or restore an older one.')
    return exitCodes.failed
  }
  say(`${folder} is sound: ${contentOf(manifest)}, made on ${manifest.made}.`)
  return exitCodes.completed
}

/** `1,234 articles, 3 saved queries, 12 corrections; 4 files, 12 MB` */
export function contentOf({ articles, savedQueries, corrections, files }: Manifest): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const queries = `${counted(savedQueries)} saved ${savedQueries === 1 ? 'query' : 'queries'}`
  return `${plural(articles, 'article')}, ${queries}, ${plural(corrections, 'correction')}; ${plural(files.length, 'file')}, ${shownBytes(bytes)}`
}
