import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { SpoolFolder } from '../../../server/export/spool.ts'
import { pack, Packer } from '../../../server/export/zip/packed.ts'
import { directoryHeader, endRecords, localHeader } from '../../../server/export/zip/records.ts'
import { writeZip, type ZipFile } from '../../../server/export/zip/write-zip.ts'
import { readZip } from './read-zip.ts'
import { written } from './to-export.ts'

const noon = new Date(2026, 10, 2, 12, 30, 40)

/** Files in memory, and others that come in pieces. */
async function zipOf(files: readonly (readonly [string, readonly Buffer[]])[]): Promise<Buffer> {
  await using folder = await SpoolFolder.make()
  async function* packed(): AsyncGenerator<ZipFile> {
    for (const [name, pieces] of files) {
      const [only, ...more] = pieces
      if (only && more.length === 0) yield { name, packed: await pack(only) }
      else {
        const packer = new Packer(await folder.spool())
        for (const piece of pieces) await packer.append(piece)
        yield { name, packed: await packer.end() }
      }
    }
  }
  return await written(writeZip(packed(), noon, await folder.spool()))
}

describe('a ZIP archive', () => {
  it('reads back as it was written', async () => {
    const bytes = fc.uint8Array({ maxLength: 2_000 }).map((each) => Buffer.from(each))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(bytes, { maxLength: 4 }), { maxLength: 5 }),
        async (all) => {
          const files = all.map((pieces, at) => [`folder/${at}.bin`, pieces] as const)
          const read = await readZip(await zipOf(files))
          expect([...read]).toEqual(files.map(([name, pieces]) => [name, Buffer.concat(pieces)]))
        },
      ),
      { numRuns: 25 },
    )
  })

  it('holds files of many blocks', async () => {
    const piece = Buffer.from('All quiet at the harbour. '.repeat(5_000))
    const read = await readZip(await zipOf([['log.txt', Array.from({ length: 9 }, () => piece)]]))
    expect(read.get('log.txt')?.length).toBe(9 * piece.length)
  })

  it('is the same bytes for the same files and time', async () => {
    const files = [['a.txt', [Buffer.from('one'), Buffer.from('two')]]] as const
    expect(await zipOf(files)).toEqual(await zipOf(files))
  })

  it('does not open when its end is missing', async () => {
    const zip = await zipOf([['a.txt', [Buffer.from('one')]]])
    await expect(readZip(zip.subarray(0, zip.length - 1))).rejects.toThrow()
  })

  it('tells sizes and places beyond 4 GB in 64 bits', () => {
    const large = { name: 'a', time: noon, crc: 1, compressed: 5e9, size: 6e9, offset: 7e9 }
    const local = localHeader(large)
    expect(local.readUInt32LE(18)).toBe(0xffffffff)
    expect([35, 43].map((at) => Number(local.readBigUInt64LE(at)))).toEqual([6e9, 5e9])
    const listed = directoryHeader(large)
    expect([51, 59, 67].map((at) => Number(listed.readBigUInt64LE(at)))).toEqual([6e9, 5e9, 7e9])
  })

  it('counts more than 65,535 files in 64 bits', () => {
    const end = endRecords({ files: 70_000, size: 10, offset: 20 })
    expect(end.length).toBe(98)
    expect(Number(end.readBigUInt64LE(32))).toBe(70_000)
    expect(Number(end.readBigUInt64LE(64))).toBe(30)
    expect(end.readUInt16LE(76 + 10)).toBe(0xffff)
  })
})
