import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { jsonElements } from '../../../../indexer/read/json/json-elements.ts'

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('the elements of an array', () => {
  it('are what JSON says they are, wherever chunks end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(0, 2),
        async (array, size, indent) => {
          const written = Buffer.from(JSON.stringify(array, null, indent)).subarray(1)
          const read: unknown[] = []
          for await (const { bytes } of jsonElements(pieces(written, size), 10_000))
            read.push(JSON.parse(Buffer.from(bytes ?? []).toString()))
          expect(JSON.stringify(read)).toEqual(JSON.stringify(array))
        },
      ),
    )
  })
})
