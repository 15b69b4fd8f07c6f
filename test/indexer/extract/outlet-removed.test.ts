import { describe, expect, it } from '@jest/globals'
import { extractFacets } from '../../../indexer/extract/extract.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'

const lists = loadLists()

function outletOf(removed: string, source: { outlet?: string } = {}) {
  const article = { title: 'Talks resume', text: 'They met.', outlet: '', url: '', ...source }
  const removal = { step: 'appeal for support', start: 0, end: removed.length, text: removed }
  return extractFacets({ ...article, removed: [removal] }, lists).facets.outlet
}

describe('an outlet that names itself in what cleaning removed', () => {
  it.each(['Support The Moscow Times!\n\n', '\n\n© 2016 The Moscow Times'])(
    'is known by “%s”',
    (removed) => {
      expect(outletOf(removed)).toMatchObject([
        { name: 'The Moscow Times', rule: 'names itself', evidence: [] },
      ])
    },
  )

  it('does not overrule the source', () => {
    expect(outletOf('Support The Moscow Times!', { outlet: 'Specimen Gazette' })).toMatchObject([
      { name: 'Specimen Gazette', rule: 'metadata' },
    ])
  })

  it('is not one that the removed text only mentions', () => {
    expect(outletOf('Related: what The Moscow Times wrote')).toEqual([])
  })
})
