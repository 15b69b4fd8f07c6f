import { describe, expect, it } from '@jest/globals'
import { extractFacets } from '../../../indexer/extract/extract.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'

const lists = loadLists()

const outletOf = (text: string) =>
  extractFacets({ title: '', outlet: '', url: '', text }, lists).facets.outlet.map(({ id }) => id)

describe('the agency of a dateline is the outlet', () => {
  it.each([
    ['MOSCOW/ANKARA (Reuters) - It rained.', 'reuters'],
    ['By Dana Example MOSCOW (Reuters) - It rained.', 'reuters'],
    ['TEHRAN, April 11 (Xinhua) -- It rained.', 'xinhua'],
    ['SEOUL, Oct. 8 (Yonhap) -- It rained.', 'yonhap'],
    ['MOSCOW, Aug 3, 2015 (RIA Novosti) - It rained.', 'ria-novosti'],
    ['MOSCOW. Nov 12 (Interfax) - It rained.', 'interfax'],
    ['MOSCOW, May 5. /TASS/. It rained.', 'tass'],
    ['Tehran, Feb 10, IRNA - It rained.', 'irna'],
    ['TEHRAN, Feb. 10 (MNA) – It rained.', 'mehr-news-agency'],
  ])('%s', (text, id) => {
    expect(outletOf(text)).toEqual([id])
  })

  it.each([
    ['in a sentence', 'They met in Moscow on May 5 (Reuters) - and left.'],
    ['without a dash', 'TEHRAN, April 11 (Xinhua) said so.'],
  ])('but not %s', (_, text) => {
    expect(outletOf(text)).toEqual([])
  })
})
