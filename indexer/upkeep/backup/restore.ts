import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Archive } from '../../../engine/archive/archive.ts'
import { archivePath, userDataPath } from '../../../engine/archive/data-folder.ts'
import { isOpen } from '../../../engine/archive/is-open.ts'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { DatabaseUnusable, faultOf } from '../../../engine/archive/open-database.ts'
import { UsageError } from '../../../engine/settings.ts'
import { exitCodes, type CommandTools, type IndexCommand } from '../../commands/command.ts'
import { plural } from '../../report/progress.ts'
import { requireOutside } from '../outside-data.ts'
import { syncToDisk } from '../sync-to-disk.ts'
import { contentOf } from './backup.ts'
import { checkBackup } from './check-backup.ts'
import { manifestName } from './manifest.ts'
import {
  isInUse,
  placing,
  readMarker,
  removeMarker,
  stagingName,
  writeMarker,
  type RestoreMarker,
} from './restore-plan.ts'

/** Puts a backup in the place of what a data folder holds, which is moved aside; nothing else may have that folder open. */
export const restoreCommand: IndexCommand = {
  switches: ['replace'],
  values: [],
  run: async ([folder, ...others], { line, say }) => {
    if (others.length > 0) throw new UsageError('Write restore FOLDER.')
    const dataDir = line.settings.DATA_DIR
    mkdirSync(dataDir, { recursive: true })
    const lease = acquireLease(dataDir, 'npm run index -- restore')
    try {
      const place = { dataDir, say }
      const interrupted = readMarker(dataDir)
      if (interrupted) say('Going on with a restore that was interrupted.')
      else await stage(folder, line.switches.has('replace'), place)
      const marker = interrupted ?? beginPlacing(dataDir)
      return putInPlace(marker, place)
    } finally {
      lease.release()
    }
  },
}

interface Place extends Pick<CommandTools, 'say'> {
  readonly dataDir: string
}

function requireFolder(folder: string | undefined): asserts folder is string {
  if (folder === undefined) throw new UsageError('Write restore FOLDER.')
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder} to restore from.`)
}

/** Copies a backup beside what is there, and checks the copy. Throws UsageError for a bad backup and for a folder in use. */
async function stage(folder: string | undefined, replace: boolean, place: Place): Promise<void> {
  const { dataDir, say } = place
  requireFolder(folder)
  requireOutside(dataDir, folder)
  if (isInUse(dataDir) && !replace)
    throw new UsageError(
      `${dataDir} holds an archive already. With --replace it is moved to a folder replaced-… inside, never deleted; or name another folder: --data-dir FOLDER.`,
    )
  const { manifest, faults } = await checkBackup(folder)
  if (faults.length > 0)
    throw new UsageError(
      [`${folder} cannot be relied on, and was not restored:`, ...faults].join('\n  '),
    )
  say(`${folder} is sound: ${contentOf(manifest)}, made on ${manifest.made}.`)
  const staging = join(dataDir, stagingName)
  rmSync(staging, { recursive: true, force: true })
  try {
    for (const name of [...manifest.files.map((file) => file.name), manifestName])
      copyTo(join(folder, name), join(staging, name))
    const copied = await checkBackup(staging)
    if (copied.faults.length > 0)
      throw new DatabaseUnusable(
        ['The copy differs from the backup; check the disk:', ...copied.faults].join('\n  '),
      )
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    throw faultOf(staging, error)
  }
}

function copyTo(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
  syncToDisk(to)
}

/** Throws UsageError, with everything as it was, where another program has the databases open. */
function beginPlacing(dataDir: string): RestoreMarker {
  const now = new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')
  const marker = { aside: `replaced-${now}` }
  // The marker first: whoever opens the archive from now on finds it.
  writeMarker(dataDir, marker)
  const open = [archivePath(dataDir), userDataPath(dataDir)].find(isOpen)
  if (open === undefined) return marker
  removeMarker(dataDir)
  rmSync(join(dataDir, stagingName), { recursive: true, force: true })
  throw new UsageError(
    `${open} is open in another program, probably the site. Stop it, then run this again.`,
  )
}

function putInPlace(marker: RestoreMarker, { dataDir, say }: Place): number {
  Array.from(placing(dataDir, marker))
  const aside = join(dataDir, marker.aside)
  if (existsSync(aside))
    say(`What was there before is in ${aside}; delete it when it is not needed.`)
  const archive = new Archive(dataDir)
  try {
    say(`Restored. The archive holds ${plural(archive.count(), 'article')}.`)
  } finally {
    archive.close()
  }
  say('The index is built anew at the next start of the site or run of the indexer.')
  return exitCodes.completed
}
