import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readCells } from '../../../../indexer/read/table/cells.ts'
import { readRows } from '../../../../indexer/read/table/rows.ts'

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', '"', '\n', '\r\n', ';') })
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

describe('the rows of a table', () => {
  it('come back as they were written, wherever chunks end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        async (table, lineBreak, size) => {
          const written = table.map((row) => row.map(quoted).join(',') + lineBreak).join('')
          const read: string[][] = []
          for await (const { bytes } of readRows(pieces(Buffer.from(written), size), 44, 1_000))
            read.push(readCells(Buffer.from(bytes ?? []).toString(), ','))
          expect(read).toEqual(table)
        },
      ),
    )
  })
})
