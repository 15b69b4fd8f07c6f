import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { gazetteerFolder } from '../../../engine/gazetteers/weapon-list.ts'
import { requestFor } from '../../engine/contract-desk.ts'
import { archiveContent } from './content.ts'
import { openPileDesk, type PileDesk } from './index-pile.ts'
import { phaseOf, writeShortLists } from './pile.ts'

const child = fileURLToPath(new URL('./killed-child.ts', import.meta.url))
const kills = 50
/** In milliseconds. */
const longestLife = 250

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-killed-'))
  const lists = readdirSync(gazetteerFolder).filter((name) => name.endsWith('.tsv'))
  writeShortLists(join(folder, 'lists'), lists)
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Lets an indexer work for a moment, and kills it. */
async function disturb(milliseconds: number): Promise<void> {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const indexing = spawn(process.execPath, [child, folder], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(indexing, 'exit')
  await Promise.race([once(indexing.stdout, 'data'), ended])
  await setTimeout(milliseconds)
  indexing.kill('SIGKILL')
  await ended
  expect(indexing.signalCode).toBe('SIGKILL')
}

async function searchable({ engine }: PileDesk) {
  const found = await engine.search(requestFor('', { pageSize: 100 }))
  const alike = await engine.search(requestFor('iran "defence minister"', {}))
  return { hits: found.hits.map(({ id }) => id), total: found.total, alike: alike.total }
}

describe('an indexer that is killed at fifty moments', () => {
  it('leaves the archive and the index that an undisturbed one leaves', async () => {
    for (let kill = 0; kill < kills; kill++) await disturb(Math.random() * longestLife)
    const last = phaseOf(folder)
    const disturbed = await openPileDesk(folder, 'disturbed')
    await disturbed.index(last)
    const found = await searchable(disturbed)
    await disturbed.close()
    const undisturbed = await openPileDesk(folder, 'undisturbed')
    for (let phase = 1; phase <= last; phase++) await undisturbed.index(phase)
    const expected = await searchable(undisturbed)
    await undisturbed.close()
    expect(expected.total).toBeGreaterThan(100)
    expect(found).toEqual(expected)
    expect(archiveContent(join(folder, 'disturbed'))).toEqual(
      archiveContent(join(folder, 'undisturbed')),
    )
  }, 240_000)
})
