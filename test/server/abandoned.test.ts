import { once } from 'node:events'
import { get } from 'node:http'
import { expect, it } from '@jest/globals'
import { EngineUnavailable, type SearchEngine } from '../../engine/search-engine.ts'
import { createApp } from '../../server/app.ts'
import { openTestSite } from './test-site.ts'

it('a search is given up when the reader goes away', async () => {
  const site = await openTestSite()
  await site.add({ title: 'Boats', text: 'Boats came.' })
  const begun = Promise.withResolvers<AbortSignal>()
  const engine: SearchEngine = {
    search: async (request, signal) => {
      if (!signal) return site.engine.search(request)
      begun.resolve(signal)
      // It never answers by itself.
      await once(signal, 'abort')
      throw new EngineUnavailable('The search was given up.')
    },
    facetValues: (request) => site.engine.facetValues(request),
    scan: (request) => site.engine.scan(request),
    matching: (request) => site.engine.matching(request),
    suggest: (word, limit) => site.engine.suggest(word, limit),
    plan: (query, spelling) => site.engine.plan(query, spelling),
    capabilities: (query, spelling) => site.engine.capabilities(query, spelling),
    sync: (lease) => site.engine.sync(lease),
    rebuild: (lease) => site.engine.rebuild(lease),
    stats: () => site.engine.stats(),
    close: () => site.engine.close(),
  }
  const { archive, store } = site
  const parts = { engine, archive, store, correcting: site.correcting, allowedHosts: [] }
  const server = createApp(parts).listen(0, '127.0.0.1')
  try {
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const request = get({ host: '127.0.0.1', port, path: '/search?q=boats' })
    request.on('error', () => undefined)
    const signal = await begun.promise
    expect(signal.aborted).toBe(false)
    request.destroy()
    if (!signal.aborted) await once(signal, 'abort')
    expect(signal.aborted).toBe(true)
  } finally {
    server.closeAllConnections()
    server.close()
    await site.close()
  }
})
