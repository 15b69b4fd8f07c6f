import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease, type Lease } from '../../../engine/archive/lease.ts'
import { ArticlesNotIndexed } from '../../../engine/meilisearch/errors.ts'
import { openMeilisearchEngine } from '../../../engine/meilisearch/meilisearch-engine.ts'
import { EngineUnavailable, type SearchEngine } from '../../../engine/search-engine.ts'
import { contractArchive } from '../contract-archive.ts'
import { entryOf } from '../contract-desk.ts'
import {
  openMeilisearchDouble,
  type MeilisearchDouble,
  type Refusal,
} from './meilisearch-double.ts'

const bad: Refusal = { kind: 'task', type: 'invalid_request', message: 'Its words are too rude.' }

describe('sending an archive to Meilisearch', () => {
  let folder: string
  let archive: Archive
  let lease: Lease
  let server: MeilisearchDouble
  let engine: SearchEngine
  let ids: readonly string[]
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-sync-'))
    archive = new Archive(folder)
    lease = acquireLease(folder, 'a test')
    server = await openMeilisearchDouble()
    engine = await openMeilisearchEngine(server.url, 'any', archive)
    ids = archive.commit(lease, contractArchive.map(entryOf)).map(({ id }) => id)
  })
  afterEach(async () => {
    await server.close()
    lease.release()
    archive.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const indexed = () => [...server.documents().keys()].filter((id) => id !== 'state').sort()
  const refuseOnly = (refused: readonly string[], how: Refusal) => {
    server.refuse = (id) => (refused.includes(id) ? how : undefined)
  }
  const [third, fourth] = [3, 4]

  it('sends articles and state in one payload, so that one is never there without the other', async () => {
    await engine.sync(lease)
    expect(server.payloads).toEqual([[...ids, 'state']])
    expect(server.documents().get('state')).toMatchObject({ change: archive.lastChange() })
  })

  it('writes nothing at all when there is nothing new', async () => {
    await engine.sync(lease)
    server.writes.length = 0
    await engine.sync(lease)
    expect(server.writes).toEqual([])
  })

  it('starts again from the first change when the server was wiped', async () => {
    await engine.sync(lease)
    server.documents().clear()
    await engine.sync(lease)
    expect(indexed()).toEqual([...ids].sort())
  })

  it.each<readonly [string, Refusal]>([
    ['by its task', bad],
    [
      'by a task that fails inside the server',
      { kind: 'task', type: 'internal', message: 'Its words are too rude.' },
    ],
    ['for its size', { kind: 'too large' }],
  ])('sets aside only the article that is refused %s, and names it', async (_, refusal) => {
    const refused = ids[third] ?? ''
    refuseOnly([refused], refusal)
    const failed = await engine.sync(lease).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(failed).toBeInstanceOf(ArticlesNotIndexed)
    expect(String(failed)).toContain('1 of the articles')
    expect(String(failed)).toMatch(
      /“Contract signed again”, contract.jsonl#cyrillic.*(too rude|larger than)/,
    )
    expect(indexed()).toEqual(ids.filter((id) => id !== refused).sort())
  })

  it('finds several bad articles, and takes all the good ones around them', async () => {
    const refused = [ids[0] ?? '', ids[third] ?? '', ids[fourth] ?? '']
    refuseOnly(refused, bad)
    await expect(engine.sync(lease)).rejects.toThrow(/3 of the articles/)
    expect(indexed()).toEqual(ids.filter((id) => !refused.includes(id)).sort())
  })

  it('tries an article that was set aside again, and nothing else', async () => {
    const refused = ids[third] ?? ''
    refuseOnly([refused], bad)
    await expect(engine.sync(lease)).rejects.toThrow(ArticlesNotIndexed)
    server.payloads.length = 0
    await expect(engine.sync(lease)).rejects.toThrow(ArticlesNotIndexed)
    expect(new Set(server.payloads.flat())).toEqual(new Set([refused, 'state']))
    server.refuse = () => undefined
    await engine.sync(lease)
    expect(indexed()).toEqual([...ids].sort())
    server.writes.length = 0
    await engine.sync(lease)
    expect(server.writes).toEqual([])
  })

  it('stops when the server itself is in trouble, and goes on from there the next time', async () => {
    refuseOnly(ids, { kind: 'task', type: 'system', message: 'No space left on device' })
    const failed = engine.sync(lease)
    await expect(failed).rejects.toThrow(EngineUnavailable)
    await expect(failed).rejects.toThrow(/No space left on device/)
    expect(server.documents().size).toBe(0)
    server.refuse = () => undefined
    await engine.sync(lease)
    expect(indexed()).toEqual([...ids].sort())
  })
})
