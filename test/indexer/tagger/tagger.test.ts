import { describe, expect, it } from '@jest/globals'
import { loadLists } from '../../../indexer/extract/lists.ts'
import { readField } from '../../../indexer/extract/reading.ts'
import { createTagger, type Likelihoods } from '../../../indexer/tagger/tagger.ts'

const lists = loadLists()

/** What the tagger makes of the words of `name` in `text`. */
function likelihoodsOf(text: string, name: string): Likelihoods {
  const reading = readField('text', text, lists)
  const start = text.indexOf(name)
  const inside = reading.words.flatMap((word, at) =>
    word.start >= start && word.end <= start + name.length ? [at] : [],
  )
  return createTagger([reading], lists).likelihoods(
    reading,
    inside[0] ?? 0,
    (inside.at(-1) ?? 0) + 1,
  )
}

describe('createTagger', () => {
  it.each([
    [
      '“They came by night,” said Zorvek Kelbrecht, a farmer from the valley.',
      'Zorvek Kelbrecht',
      'PER',
    ],
    ['Two shells fell in Drumlosk, Ukraine, residents said on Monday.', 'Drumlosk', 'LOC'],
    [
      'A spokesman for Veldt Dynamics Corp. declined to comment on Friday.',
      'Veldt Dynamics',
      'ORG',
    ],
  ] as const)('reads "%s": %s is %s', (text, name, kind) => {
    expect(likelihoodsOf(text, name)[kind]).toBeGreaterThan(0.5)
  })

  it('takes a word written small for no name', () => {
    expect(likelihoodsOf('He met Zorvek Kelbrecht in the rain.', 'rain')).toEqual({
      PER: 0,
      LOC: 0,
      ORG: 0,
      MISC: 0,
      none: 1,
    })
  })

  it('learns from other places of the article what a name is', () => {
    const alone = 'Many of them left Kelbrecht.'
    const told = `${alone} Gen. Kelbrecht, who led them, was angry. “It hurts,” Kelbrecht said.`
    expect(likelihoodsOf(told, 'Kelbrecht').PER).toBeGreaterThan(
      likelihoodsOf(alone, 'Kelbrecht').PER,
    )
  })

  it('gives the same likelihoods whatever was asked before', () => {
    const reading = readField('text', 'Zorvek Kelbrecht met Amrun Taleko in Drumlosk.', lists)
    const tagger = createTagger([reading], lists)
    tagger.likelihoods(reading, 3, 5)
    expect(tagger.likelihoods(reading, 0, 2)).toEqual(
      createTagger([reading], lists).likelihoods(reading, 0, 2),
    )
  })
})
