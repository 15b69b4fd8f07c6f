import { describe, expect, it } from '@jest/globals'
import { inventTexts } from '../../../../indexer/tagger/train/invent.ts'

describe('inventTexts', () => {
  it('gives the same texts for the same seed and others for another', () => {
    expect(inventTexts(40, 5)).toEqual(inventTexts(40, 5))
    expect(inventTexts(40, 5)).not.toEqual(inventTexts(40, 6))
  })

  it('leaves no slot open and labels every name with its own letters', () => {
    for (const { text, names } of inventTexts(400, 5)) {
      expect(text).not.toMatch(/[{}]|undefined/)
      for (const { start, end } of names)
        expect(text.slice(start, end).trim()).toHaveLength(end - start)
    }
  })

  it('writes as many sentences as asked for, eight to a text', () => {
    const texts = inventTexts(40, 5)
    expect(texts).toHaveLength(5)
    for (const { text } of texts) expect(text.trimEnd().split('\n')).toHaveLength(8)
  })
})
