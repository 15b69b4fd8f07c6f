import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { Unreadable } from '../draft.ts'
import { bomb, brokenOff, expandsTooMuch, unpackedBytes } from '../file-bytes.ts'
import { systemReason, type SourceFile } from '../source-file.ts'
import { setAside, type Reading, type ReadingTools } from '../source-record.ts'
import { readWarc } from './warc-file.ts'

/**
 * Reads a `.wacz` file: a zip file with web archives in its folder `archive`. They are read where they are: nothing is unpacked to the
 * disk, so names in it never become paths. A damaged archive is set aside and the next one is read.
 */
export async function* readWaczFile(
  file: SourceFile,
  tools: ReadingTools,
): AsyncGenerator<Reading> {
  if (file.path === '')
    throw new Unreadable('a .wacz cannot be read from standard input: name the file')
  const zip = await openPromise(file.path).catch(refuse)
  let archives = 0
  const read = { bytes: 0 }
  const advance = (bytes: number) => {
    read.bytes += bytes
    tools.advance(bytes)
  }
  try {
    for await (const entry of zip.eachEntry()) {
      if (tools.stop?.aborted) return
      if (!/^archive\/[^/]+\.warc(?:\.gz)?$/i.test(entry.fileName)) continue
      archives++
      yield* readEntry(file, { zip, entry }, { ...tools, advance })
    }
  } catch (error) {
    yield setAside(file, undefined, zipReason(error))
  } finally {
    zip.close()
  }
  tools.advance(file.bytes - read.bytes)
  if (archives === 0)
    yield setAside(file, undefined, 'no web archive in it: archive/….warc.gz is missing')
}

async function* readEntry(
  file: SourceFile,
  { zip, entry }: { readonly zip: ZipFile; readonly entry: Entry },
  tools: ReadingTools,
): AsyncGenerator<Reading> {
  if (expandsTooMuch(entry.compressedSize, entry.uncompressedSize)) {
    yield setAside(file, undefined, bomb)
    return
  }
  try {
    const packing = /\.gz$/i.test(entry.fileName) ? 'gzip' : 'none'
    const stored = counted(await zip.openReadStreamPromise(entry), entry, tools)
    yield* readWarc(file, unpackedBytes(stored, packing, tools.stop), tools)
  } catch (error) {
    yield setAside(file, undefined, brokenOff(error))
  }
}

/** Tells the bytes as they lie in the file: a compressed entry is told in proportion. */
async function* counted(
  chunks: AsyncIterable<unknown>,
  { compressedSize, uncompressedSize }: Entry,
  { advance }: ReadingTools,
): AsyncGenerator<Uint8Array> {
  const share = uncompressedSize === 0 ? 1 : compressedSize / uncompressedSize
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) continue
    advance(Math.round(chunk.length * share))
    yield chunk
  }
}

function refuse(error: unknown): never {
  throw new Unreadable(zipReason(error))
}

/** Errors of the system have a code, those of the zip file none. */
function zipReason(error: unknown): string {
  if (error instanceof Unreadable) return error.message
  if (error instanceof Error && !('code' in error)) return `a damaged zip file: ${error.message}`
  return systemReason(error)
}
