import { describe, expect, it } from '@jest/globals'
import { readLines, type Line } from '../../../indexer/read/lines.ts'

async function* chunks(...pieces: string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece)
}

async function linesOf(
  source: AsyncIterable<Uint8Array>,
  limit = 100,
): Promise<(string | undefined)[]> {
  const lines: Line[] = []
  for await (const line of readLines(source, limit)) lines.push(line)
  return lines.map(({ bytes }) => bytes && Buffer.from(bytes).toString())
}

describe('splitting a stream into lines', () => {
  it('puts together what chunks cut apart', async () => {
    expect(await linesOf(chunks('on', 'e\ntw', 'o', '\nthree'))).toEqual(['one', 'two', 'three'])
  })

  it('takes the line breaks of Windows too, also when a chunk ends between their halves', async () => {
    expect(await linesOf(chunks('one\r', '\ntwo\r\n'))).toEqual(['one', 'two'])
  })

  it('leaves out empty lines, but counts them as an editor does', async () => {
    const read: Line[] = []
    const pieces = chunks('\n\nthree\n', '\n\nsix\nseven\n\n\n', 'ten')
    for await (const line of readLines(pieces, 100)) read.push(line)
    expect(read.map(({ number, bytes }) => [number, String(Buffer.from(bytes ?? []))])).toEqual([
      [3, 'three'],
      [6, 'six'],
      [7, 'seven'],
      [10, 'ten'],
    ])
  })

  it('passes over a line that is too long and goes on', async () => {
    expect(
      await linesOf(chunks('short\n', 'x'.repeat(60), 'x'.repeat(60), 'x\nnext'), 100),
    ).toEqual(['short', undefined, 'next'])
  })

  it('tells how long a line was that it passed over', async () => {
    const read: Line[] = []
    for await (const line of readLines(chunks('x'.repeat(150)), 100)) read.push(line)
    expect(read).toEqual([{ number: 1, bytes: undefined, length: 150 }])
  })

  it('gives what came before the stream broke', async () => {
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('one\ntw')
      throw new Error('the disk is gone')
    }
    const seen: string[] = []
    const reading = async () => {
      for await (const { bytes } of readLines(breaking(), 100)) seen.push(String(bytes))
    }
    await expect(reading()).rejects.toThrow('the disk is gone')
    expect(seen).toEqual(['one', 'tw'])
  })
})
