import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { openEngine } from '../../../engine/open-engine.ts'
import type { SearchEngine } from '../../../engine/search-engine.ts'
import { requestFor } from '../contract-desk.ts'
import { batches } from './killed-articles.ts'

const child = fileURLToPath(new URL('./killed-child.ts', import.meta.url))
const kills = 12
/** Batches, and some parts of rebuilding. */
const mostSteps = batches.length + 10
const queries = ['', 'kyiv', 'missile delivered', '"tehran ordered"', 'number27', 'test* -ankara']

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-killed-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** What an index says of itself: totals, hits in their order, counts, and the words that it knows. */
async function contentOf(engine: SearchEngine) {
  const answers = await Promise.all(
    queries.map((query) => engine.search(requestFor(query, { pageSize: 100 }))),
  )
  return {
    answers: answers.map(({ total, hits, facets, timeline }) => ({
      total,
      titles: hits.map(({ title }) => title),
      places: facets.places.map(({ id, count }) => [id, count]),
      timeline,
    })),
    similar: await engine.suggest('deliverd', 5),
    articles: (await engine.stats()).articles,
  }
}

async function undisturbed() {
  const dataDir = join(folder, 'undisturbed')
  const lease = acquireLease(dataDir, 'a test')
  const archive = new Archive(dataDir)
  const engine = await openEngine({ kind: 'embedded' }, archive)
  for (const batch of batches) archive.commit(lease, batch)
  await engine.sync(lease)
  const content = await contentOf(engine)
  await engine.close()
  archive.close()
  lease.release()
  return content
}

/** Lets an indexing child take some steps, and kills it a moment later. */
async function disturb(dataDir: string, steps: number, milliseconds: number): Promise<void> {
  const indexing = spawn(process.execPath, [child, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(indexing, 'exit')
  let taken = 0
  for await (const line of createInterface({ input: indexing.stdout })) {
    if (line === 'step') taken++
    if (taken >= steps) break
  }
  await setTimeout(milliseconds)
  indexing.kill('SIGKILL')
  await ended
  expect(indexing.signalCode).toBe('SIGKILL')
}

describe('an indexer that is killed', () => {
  it('loses nothing and leaves nothing broken, whenever it happens, while others search', async () => {
    const dataDir = join(folder, 'disturbed')
    const archive = new Archive(dataDir)
    const engine = await openEngine({ kind: 'embedded' }, archive)
    const totals = [0]
    for (let kill = 0; kill < kills; kill++) {
      await disturb(dataDir, 1 + Math.random() * mostSteps, Math.random() * 20)
      totals.push((await engine.search(requestFor('missile', {}))).total)
    }
    expect(totals).toEqual(totals.toSorted((a, b) => a - b))
    const lease = acquireLease(dataDir, 'a test')
    for (const batch of batches) archive.commit(lease, batch)
    await engine.sync(lease)
    const expected = await undisturbed()
    expect(expected.articles).toBe(1_200)
    expect(await contentOf(engine)).toEqual(expected)
    await engine.rebuild(lease)
    expect(await contentOf(engine)).toEqual(expected)
    await engine.close()
    archive.close()
    lease.release()
  }, 120_000)
})
