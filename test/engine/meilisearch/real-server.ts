import { randomBytes } from 'node:crypto'
import { describe, it } from '@jest/globals'
import { Meilisearch } from 'meilisearch'
import { openMeilisearchEngine } from '../../../engine/meilisearch/meilisearch-engine.ts'
import type { EngineUnderTest } from '../contract-desk.ts'

/** A Meilisearch server that a run of tests may use; other runs, and other people's indexes on it, are left alone. */
export interface RealServer {
  readonly url: string
  readonly client: Meilisearch
  /** Of the names of the run's indexes. */
  readonly prefix: string
  readonly underTest: EngineUnderTest
  readonly indexes: () => Promise<string[]>
  readonly deleteIndexes: () => Promise<void>
}

/** Describes what needs a server; where none is named, says that it is skipped. */
export function describeOnServer(describeAll: (server: RealServer) => void): void {
  const url = process.env['MEILI_URL'] ?? ''
  const key = process.env['MEILI_KEY'] ?? ''
  if (url !== '' && key !== '') {
    describeAll(serverAt(url, key))
    return
  }
  const condition =
    'when MEILI_URL names a Meilisearch server and MEILI_KEY its master key, to make and delete indexes and keys'
  // Jest does not show the name of a test that is skipped.
  process.stderr.write(`Skipped: tests on Meilisearch run ${condition}.\n`)
  describe('Meilisearch', () => {
    it.skip(`is tested ${condition}`, () => undefined)
  })
}

function serverAt(url: string, key: string): RealServer {
  const prefix = `dateline-test-${randomBytes(6).toString('hex')}`
  const client = new Meilisearch({ host: url, apiKey: key })
  const indexes = async () => {
    const { results } = await client.getRawIndexes({ limit: 1_000 })
    return results.map(({ uid }) => uid).filter((uid) => uid.startsWith(prefix))
  }
  const deleteIndexes = async () => {
    for (const uid of await indexes()) await client.deleteIndex(uid).waitTask({ timeout: 0 })
  }
  return {
    ...{ url, client, prefix, indexes, deleteIndexes },
    underTest: {
      open: (archive) => openMeilisearchEngine(url, key, archive, prefix),
      discard: deleteIndexes,
    },
  }
}
