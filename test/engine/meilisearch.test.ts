import { randomBytes } from 'node:crypto'
import { describe, it } from '@jest/globals'
import { Meilisearch } from 'meilisearch'
import { openMeilisearchEngine } from '../../engine/meilisearch/meilisearch-engine.ts'
import { describeEngine } from './contract.ts'

const url = process.env['MEILI_URL'] ?? ''
const key = process.env['MEILI_KEY'] ?? ''

if (url === '' || key === '') {
  describe('Meilisearch', () => {
    it.skip('is tested when MEILI_URL and MEILI_KEY name a server and a key that may create and delete indexes', () =>
      undefined)
  })
} else {
  // Other runs, and other people's indexes on the same server, are left alone.
  const prefix = `dateline-test-${randomBytes(6).toString('hex')}`
  describeEngine('Meilisearch', {
    open: (archive) => openMeilisearchEngine(url, key, archive, prefix),
    discard: () => deleteIndexes(prefix),
  })
}

async function deleteIndexes(prefix: string): Promise<void> {
  const client = new Meilisearch({ host: url, apiKey: key })
  const { results } = await client.getRawIndexes({ limit: 1_000 })
  for (const { uid } of results.filter((index) => index.uid.startsWith(prefix))) {
    await client.deleteIndex(uid).waitTask({ timeout: 0 })
  }
}
