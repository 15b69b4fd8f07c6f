import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease, type Lease } from '../../../engine/archive/lease.ts'
import { ArticlesNotIndexed } from '../../../engine/meilisearch/errors.ts'
import { openMeilisearchEngine } from '../../../engine/meilisearch/meilisearch-engine.ts'
import type { SearchEngine } from '../../../engine/search-engine.ts'
import { contractArchive, madeUp } from '../contract-archive.ts'
import { entryOf } from '../contract-desk.ts'
import { emptyIndex, openMeilisearchDouble, type MeilisearchDouble } from './meilisearch-double.ts'

describe('building a Meilisearch index beside the one in use', () => {
  let folder: string
  let archive: Archive
  let lease: Lease
  let server: MeilisearchDouble
  let engine: SearchEngine
  let ids: readonly string[]
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-building-'))
    archive = new Archive(folder)
    lease = acquireLease(folder, 'a test')
    server = await openMeilisearchDouble()
    engine = await openMeilisearchEngine(server.url, 'any', archive)
    ids = archive.commit(lease, contractArchive.map(entryOf)).map(({ id }) => id)
    await engine.sync(lease)
    server.payloads.length = 0
    server.writes.length = 0
  })
  afterEach(async () => {
    await engine.close()
    await server.close()
    lease.release()
    archive.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const names = () => [...server.indexes.keys()]
  const current = () => names()[0] ?? ''
  const indexed = (name: string) =>
    [...(server.indexes.get(name)?.documents.keys() ?? [])].filter((id) => id !== 'state')

  /** Gives what is indexed the name that an earlier version would have given it. */
  const makeFormer = (name: string) => {
    const index = server.indexes.get(current())
    server.indexes.clear()
    if (index) server.indexes.set(name, index)
  }

  /** As another process would. */
  const nextRun = async () => {
    await engine.close()
    engine = await openMeilisearchEngine(server.url, 'any', archive)
  }

  it('fills another index, swaps them and drops the old one', async () => {
    const name = current()
    await engine.rebuild(lease)
    expect(server.writes).toEqual([
      `PATCH /indexes/${name}-next/settings`,
      `POST /indexes/${name}-next/documents`,
      'POST /swap-indexes',
      `POST /indexes/${name}/documents/delete-batch`,
      `DELETE /indexes/${name}-next`,
    ])
    expect([names(), indexed(name)]).toEqual([[name], ids])
  })

  it('begins anew what an interrupted rebuild has left', async () => {
    const name = current()
    const stray = emptyIndex(0)
    stray.documents.set('stray', { id: 'stray' })
    server.indexes.set(`${name}-next`, stray)
    await engine.rebuild(lease)
    expect([names(), indexed(name)]).toEqual([[name], ids])
  })

  it('builds another index when its settings are not those of this version, and never changes them in place', async () => {
    const name = current()
    const index = server.indexes.get(name)
    if (index) index.settings = { ...index.settings, rankingRules: ['words'] }
    await engine.sync(lease)
    expect(server.writes).not.toContain(`PATCH /indexes/${name}/settings`)
    expect(server.writes).toContain('POST /swap-indexes')
    expect([names(), indexed(name)]).toEqual([[name], ids])
  })

  it('gives settings in place to an index that is still empty', async () => {
    const name = current()
    server.indexes.set(name, emptyIndex(0))
    await engine.sync(lease)
    expect(server.writes).toEqual([
      `PATCH /indexes/${name}/settings`,
      `POST /indexes/${name}/documents`,
    ])
  })

  it('leaves the index of a former version alone until that of this one is whole, and until the next run', async () => {
    const name = current()
    const former = name.replace(/-\d+-\d+-[0-9a-f]+$/, '-1-3')
    makeFormer(former)
    const meanwhile: string[][] = []
    server.refuse = () => {
      meanwhile.push(names())
      return undefined
    }
    await engine.sync(lease)
    expect(meanwhile.at(-1)).toEqual([former, `${name}-next`])
    await engine.sync(lease)
    expect(names().sort()).toEqual([former, name].sort())
    expect(indexed(name)).toEqual(ids)
    await nextRun()
    await engine.sync(lease)
    expect(names()).toEqual([name])
  })

  it('goes on with an index of this version that was not finished', async () => {
    const name = current()
    const half = server.indexes.get(name)
    makeFormer(name.replace(/-\d+-\d+-[0-9a-f]+$/, '-1-3'))
    if (half) server.indexes.set(`${name}-next`, half)
    const [late] = archive.commit(lease, [
      entryOf(madeUp('late', { title: 'Late news', text: 'It came last.' })),
    ])
    await engine.sync(lease)
    expect(server.payloads).toEqual([[late?.id, 'state']])
    expect(indexed(name)).toEqual([...ids, late?.id])
  })

  it('builds another index when the archive was put back to an older copy and written further', async () => {
    const name = current()
    const state = server.documents().get('state')
    server.documents().set('state', { ...state, mark: 1 })
    server.documents().set('stray', { id: 'stray' })
    await engine.sync(lease)
    expect([names(), indexed(name)]).toEqual([[name], ids])
  })

  it('takes the new index into use also where Meilisearch would not take an article', async () => {
    const name = current()
    const [refused = ''] = ids
    server.refuse = (id) =>
      id === refused ? { kind: 'task', type: 'invalid_request', message: 'Bad.' } : undefined
    await expect(engine.rebuild(lease)).rejects.toThrow(ArticlesNotIndexed)
    expect([names(), indexed(name)]).toEqual([[name], ids.filter((id) => id !== refused)])
  })

  it('keeps both when Meilisearch would not swap them, and says so', async () => {
    const name = current()
    server.swapsFail = true
    await expect(engine.rebuild(lease)).rejects.toThrow(
      /did not put its index .*-next in the place/,
    )
    expect([names(), indexed(name)]).toEqual([[name, `${name}-next`], ids])
  })

  it('keeps the one in use when the other cannot be filled', async () => {
    const name = current()
    server.refuse = () => ({ kind: 'task', type: 'system', message: 'No space left on device' })
    await expect(engine.rebuild(lease)).rejects.toThrow(/No space left on device/)
    expect(indexed(name)).toEqual(ids)
    server.refuse = () => undefined
    await engine.sync(lease)
    expect(names()).toEqual([name])
  })
})
