import { describe, expect, it } from '@jest/globals'
import { loadLists } from '../../../indexer/extract/lists.ts'
import { readField } from '../../../indexer/extract/reading.ts'
import { findStretches } from '../../../indexer/tagger/stretches.ts'

const lists = loadLists()

describe('findStretches', () => {
  it.each([
    ['he met Zorvan Kelbrecht there', ['Zorvan Kelbrecht']],
    ['of the University of the North and others', ['University of the North']],
    ['told Abu Talib al-Druzi so', ['Abu Talib al-Druzi']],
    ['left Drumlosk. Kelbrecht stayed', ['Drumlosk', 'Kelbrecht']],
    ['an S-300 near the port', ['S-300']],
    ['nothing here', []],
  ])('cuts "%s" into %j', (text, expected) => {
    const reading = readField('text', text, lists)
    const found = findStretches(reading).map(({ from, to }) =>
      text.slice(reading.words[from]?.start, reading.words[to - 1]?.end),
    )
    expect(found).toEqual(expected)
  })
})
