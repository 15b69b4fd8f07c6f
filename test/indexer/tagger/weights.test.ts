import { afterAll, describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gazetteerFolder } from '../../../engine/gazetteers/weapon-list.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'
import { labelCount } from '../../../indexer/tagger/labels.ts'
import {
  MalformedWeights,
  noWeights,
  packWeights,
  readWeights,
  weightsFile,
} from '../../../indexer/tagger/weights.ts'

const folder = mkdtempSync(join(tmpdir(), 'weights-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const packed = packWeights({
  features: Uint32Array.of(7, 4_000_000_000),
  weights: Int8Array.from({ length: 2 * labelCount }, (_, index) => index - 9),
  step: 0.5,
})

function fileWith(content: string | Buffer): string {
  const file = join(folder, 'weights.bin')
  writeFileSync(file, content)
  return file
}

describe('readWeights', () => {
  it('gives back what was packed', () => {
    const scores = new Float64Array(2 * labelCount)
    readWeights(fileWith(packed)).addTo(scores, labelCount, 4_000_000_000)
    expect([...scores]).toEqual([
      ...new Array<number>(labelCount).fill(0),
      0,
      0.5,
      1,
      1.5,
      2,
      2.5,
      3,
      3.5,
      4,
    ])
  })

  it('adds nothing for a feature that was never learned', () => {
    const scores = new Float64Array(labelCount)
    readWeights(fileWith(packed)).addTo(scores, 0, 8)
    expect([...scores]).toEqual(new Array<number>(labelCount).fill(0))
  })

  const cases: [string, string | Buffer, RegExp][] = [
    [
      'a file of something else',
      'id\tname\n',
      /weights\.bin: does not begin with "dateline tagger 1"/,
    ],
    [
      'a file cut short',
      packed.subarray(0, packed.length - 1),
      /has 57 bytes where 58 are expected for 2 features/,
    ],
    ['a file cut in its head', packed.subarray(0, 20), /has 20 bytes where 32 are expected/],
  ]
  it.each(cases)('refuses %s and says what to do', (_, content, message) => {
    expect(() => readWeights(fileWith(content))).toThrow(message)
    expect(() => readWeights(fileWith(content))).toThrow(/Restore the file or write it anew/)
  })

  it('names a file that is missing', () => {
    expect(() => readWeights(join(folder, 'none.bin'))).toThrow(MalformedWeights)
  })
})

describe('the weights of the project', () => {
  it('are smaller than a megabyte', () => {
    expect(statSync(weightsFile).size).toBeLessThan(1_000_000)
  })

  it('are a part of the version of the lists, so that archives know which weights they were read with', () => {
    expect(loadLists(gazetteerFolder, noWeights).version).not.toBe(loadLists().version)
  })
})
