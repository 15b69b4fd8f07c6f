import { describe, expect, it } from '@jest/globals'
import { readCorrection } from '../../../indexer/corrections/read-correction.ts'
import { describeCorrection } from '../../../server/view-models/describe-correction.ts'

const says = (...lines: readonly object[]) => {
  const all = lines.map((line) => readCorrection(JSON.stringify(line)))
  const last = all.at(-1)
  if (!last) throw new Error('There is no line.')
  return describeCorrection(last, all, {
    nameOf: (_facet, id) => (id === 'ada' ? 'Ada Admiral' : id),
    formerNameOf: (_facet, id) => (id === 'ada' ? 'Adah A.' : id),
    placeOf: (article) => `in article ${article}`,
  })
}

const reject = { do: 'reject', facet: 'people', value: 'ada', id: '1' }

describe('a correction in words', () => {
  it.each([
    [[reject], '“Ada Admiral” is not a person'],
    [
      [{ ...reject, facet: 'outlet', value: 'harbour-gazette-2' }],
      '“Harbour Gazette 2” is not the outlet',
    ],
    [[{ ...reject, facet: 'weapons', value: 'x-77' }], '“X-77” is not a weapon'],
    [
      [{ ...reject, do: 'merge', into: 'adah', name: 'Adah' }],
      '“Ada Admiral” is the same as “Adah”',
    ],
    [
      [{ ...reject, do: 'split', surface: 'Ada A.', into: 'ada-a', name: 'Ada A.' }],
      '“Ada A.” stands for “Ada A.”, not for “Ada Admiral”',
    ],
    [
      [{ ...reject, do: 'split', into: 'adah', name: 'Adah' }],
      '“Adah” is not the same as “Ada Admiral”',
    ],
    [[{ ...reject, do: 'rename', name: 'A. A.' }], '“Adah A.” is now called “A. A.”'],
    [[{ ...reject, do: 'add', name: 'Ada', surface: 'she' }], '“she” stands for the person “Ada”'],
    [[reject, { do: 'undo', of: '1' }], 'Taken back: “Ada Admiral” is not a person'],
    [
      [reject, { do: 'undo', of: '1', id: '2' }, { do: 'undo', of: '2' }],
      'Made again: “Ada Admiral” is not a person',
    ],
    [[{ ...reject, article: '7' }], 'In article 7, “Ada Admiral” is not a person'],
    [
      [{ ...reject, do: 'merge', into: 'adah', name: 'Adah', article: '7' }],
      'In article 7, “Ada Admiral” is the same as “Adah”',
    ],
    [
      [
        { ...reject, article: '7' },
        { do: 'undo', of: '1' },
      ],
      'Taken back: in article 7, “Ada Admiral” is not a person',
    ],
    [[{ do: 'undo', of: '9' }], 'Takes back a correction that is not in the file (9)'],
  ])('%j', (lines, sentence) => {
    expect(says(...lines)).toBe(sentence)
  })
})
