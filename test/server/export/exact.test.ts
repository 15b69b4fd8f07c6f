import { expect, it } from '@jest/globals'
import type { SearchEngine } from '../../../engine/search-engine.ts'
import { searchToExport } from '../../../server/export/search-to-export.ts'
import { openTestSite } from '../test-site.ts'

it('exports exactly what a query finds where its page can only say "at most"', async () => {
  const site = await openTestSite()
  const [found = '', , excepted = ''] = await site.add(
    { title: 'One', text: 'The night convoy came.' },
    { title: 'Two', text: 'The convoy came by night.' },
    { title: 'Three', text: 'The night convoy came to Aden.', places: ['Aden'] },
  )
  const { engine, archive, store } = site
  // Takes every article with both words for one with the phrase.
  const vague: SearchEngine = {
    search: async (request) => ({
      ...(await engine.search(request)),
      capability: { bound: 'at most', reasons: ['Too many to compare.'] },
    }),
    matching: async () => Int32Array.from([1, 2, 3]),
    facetValues: (request) => engine.facetValues(request),
    scan: (request) => engine.scan(request),
    suggest: (word, limit) => engine.suggest(word, limit),
    plan: (query, spelling) => engine.plan(query, spelling),
    capabilities: (query, spelling) => engine.capabilities(query, spelling),
    sync: (lease) => engine.sync(lease),
    rebuild: (lease) => engine.rebuild(lease),
    stats: () => engine.stats(),
    close: () => engine.close(),
  }
  const idsFor = async (q: string) => {
    const url = new URLSearchParams({ q })
    const { signal } = new AbortController()
    const toExport = await searchToExport(
      { engine: vague, archive, store },
      { url, owner: 0, signal },
    )
    expect(toExport.bound).toBe('at most')
    const ids: string[] = []
    for await (const { id } of toExport.articles) ids.push(id)
    return ids
  }
  try {
    expect(await idsFor('"night convoy"')).toEqual([found, excepted])
    expect(await idsFor('"night convoy" -place:Aden')).toEqual([found])
  } finally {
    await site.close()
  }
})
