import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease, type Lease } from '../../../engine/archive/lease.ts'
import { payloadsAfter, type Payload } from '../../../engine/meilisearch/payload.ts'
import { contractArchive } from '../contract-archive.ts'
import { entryOf } from '../contract-desk.ts'

describe('payloadsAfter', () => {
  let folder: string
  let archive: Archive
  let lease: Lease
  let ids: readonly string[]
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-payload-'))
    archive = new Archive(folder)
    lease = acquireLease(folder, 'a test')
    ids = archive.commit(lease, contractArchive.map(entryOf)).map(({ id }) => id)
  })
  afterEach(() => {
    lease.release()
    archive.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const read = async (after: number, size: number) => {
    const payloads: Payload[] = []
    for await (const payload of payloadsAfter(archive, after, size)) payloads.push(payload)
    return payloads
  }
  const sizeOf = ({ documents }: Payload) =>
    documents.reduce((sum, { json }) => sum + json.length, 0)
  const idsOf = (payloads: readonly Payload[]) =>
    payloads.flatMap(({ documents }) => documents.map(({ id }) => id))

  it('holds every change once, in order, in as few payloads as the size allows', async () => {
    expect(idsOf(await read(0, 1_000_000))).toEqual(ids)
    expect(await read(0, 1_000_000)).toHaveLength(1)
    const small = await read(0, 3_000)
    expect(idsOf(small)).toEqual(ids)
    expect(small.length).toBeGreaterThan(2)
    expect(Math.max(...small.map(sizeOf))).toBeLessThanOrEqual(3_000)
  })

  it('gives an article that is larger than the size a payload to itself', async () => {
    const payloads = await read(0, 1)
    expect(payloads.map(({ documents }) => documents.length)).toEqual(ids.map(() => 1))
  })

  it('names the last change in each payload, so that reading goes on after any of them', async () => {
    const [first, ...others] = await read(0, 3_000)
    expect(await read(first?.change ?? 0, 3_000)).toEqual(others)
    expect(others.at(-1)?.change).toBe(archive.lastChange())
  })

  it('tells of an article only what is left of it', async () => {
    archive.remove(lease, ids.slice(0, 2))
    const [payload, ...others] = await read(0, 1_000_000)
    expect(others).toEqual([])
    expect(payload?.removed).toEqual(ids.slice(0, 2))
    expect(payload?.documents.map(({ id }) => id)).toEqual(ids.slice(2))
  })

  it('is nothing when nothing changed', async () => {
    expect(await read(archive.lastChange(), 1_000)).toEqual([])
  })
})
