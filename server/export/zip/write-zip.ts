import type { Spool } from '../spool.ts'
import type { Packed } from './packed.ts'
import { directoryHeader, endRecords, localHeader } from './records.ts'

/** A file of an archive; its name is a path in ASCII with `/` between folders. */
export interface ZipFile {
  readonly name: string
  readonly packed: Packed
}

/**
 * A ZIP archive of these files in their order, all of one time. The directory waits in a spool until it is due, so memory does not grow
 * with the number of files.
 */
export async function* writeZip(
  files: AsyncIterable<ZipFile>,
  time: Date,
  directory: Spool,
): AsyncGenerator<Uint8Array, void, undefined> {
  let offset = 0
  let count = 0
  let directorySize = 0
  for await (const { name, packed } of files) {
    const { compressed, size, crc } = packed
    const listed = { name, time, offset, compressed, size, crc }
    const header = localHeader(listed)
    const line = directoryHeader(listed)
    yield header
    yield* packed.content
    await directory.append(line)
    offset += header.length + compressed
    directorySize += line.length
    count++
  }
  yield* directory.read()
  yield endRecords({ files: count, size: directorySize, offset })
}
