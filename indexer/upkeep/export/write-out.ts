import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { faultOf } from '../../../engine/archive/open-database.ts'
import { UsageError } from '../../../engine/settings.ts'
import { syncToDisk } from '../sync-to-disk.ts'

/**
 * Writes pieces of text to a file, which is there when it is complete and not before; compressed where its name ends in .gz. Waits for
 * the disk, so memory does not grow. Throws UsageError for a file that cannot be made, DatabaseUnusable for a full disk.
 */
export async function writeFileWhole(file: string, pieces: AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.unfinished`
  const folder = dirname(resolve(file))
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}. Make it first.`)
  try {
    const target = createWriteStream(unfinished, { flush: true })
    if (file.endsWith('.gz')) await pipeline(Readable.from(pieces), createGzip(), target)
    else await pipeline(Readable.from(pieces), target)
    renameSync(unfinished, file)
    syncToDisk(folder)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw faultOf(unfinished, error)
  }
}

/** Writes pieces of text to a stream that stays open. A reader that has seen enough, such as `head`, ends it without an error. */
export async function writeStream(target: Writable, pieces: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), target, { end: false })
  } catch (error) {
    const isClosed = error instanceof Error && 'code' in error && error.code === 'EPIPE'
    if (!isClosed) throw error
  }
}
