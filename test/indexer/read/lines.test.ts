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
  expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1))
  return lines.map(({ bytes }) => bytes && Buffer.from(bytes).toString())
}

describe('splitting a stream into lines', () => {
  it('puts together what chunks cut apart', async () => {
    expect(await linesOf(chunks('on', 'e\ntw', 'o', '\nthree'))).toEqual(['one', 'two', 'three'])
  })

  it('takes the line breaks of Windows too, also when a chunk ends between their halves', async () => {
    expect(await linesOf(chunks('one\r', '\ntwo\r\n'))).toEqual(['one', 'two'])
  })

  it('keeps empty lines, so that numbers are those of an editor', async () => {
    expect(await linesOf(chunks('one\n\nthree\n'))).toEqual(['one', '', 'three'])
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
