import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { correctionsPath } from '../../../indexer/corrections/corrections-file.ts'
import { correctorOf, isCorrected } from '../../../indexer/corrections/corrector.ts'
import { noFacets, record } from '../../engine/archive/test-archive.ts'
import { value } from './test-values.ts'

const program = fileURLToPath(new URL('apply-alone.ts', import.meta.url))
const articles = 600
const lines = [
  { do: 'reject', facet: 'people', value: 'ada' },
  { do: 'merge', facet: 'people', value: 'ben', into: 'cem', name: 'Cem' },
  { do: 'add', facet: 'people', name: 'Zoe', surface: 'wrote' },
  { do: 'split', facet: 'people', value: 'cem', surface: 'Ben', into: 'ben-two', name: 'Ben Two' },
  { do: 'rename', facet: 'people', value: 'zoe', name: 'Zoé' },
].map((line) => JSON.stringify(line))

let folders: string[]
beforeEach(() => {
  folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'dateline-killed-')))
  for (const folder of folders) {
    const [archive, lease] = [new Archive(folder), acquireLease(folder, 'a test')]
    const entries = Array.from({ length: articles }, (_, n) => {
      const text = `Ben wrote letter ${n} to Ada.`
      const people = [value('ben', text, 'Ben'), value('ada', text, 'Ada')]
      return record({
        given: { source: 'test', id: `${n}` },
        text,
        facets: { ...noFacets, people },
      })
    })
    archive.commit(lease, entries)
    archive.close()
    lease.release()
  }
})
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** Applies the file of a folder; killed after some milliseconds, counted from where it begins to change articles. */
async function applyAlone(folder: string, killedAfter: number): Promise<void> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), ended])
  await Promise.race([pass(killedAfter), ended])
  child.kill('SIGKILL')
  await ended
}

function contentOf(folder: string) {
  const archive = new Archive(folder)
  const found = {
    articles: archive
      .changes(0, 10_000)
      .flatMap(({ article }) => article ?? [])
      .map(({ sequence, facets }) => ({ sequence, people: facets.people }))
      .sort((a, b) => a.sequence - b.sequence),
    names: [...archive.displayNames('people', ['ada', 'ben', 'ben-two', 'cem', 'zoe'])],
    redirect: archive.redirect('people', 'ben'),
    found: archive.findEntities('people', 'Zoe', 5),
  }
  archive.close()
  return found
}

async function finish(folder: string): Promise<void> {
  const [archive, lease] = [new Archive(folder), acquireLease(folder, 'a test')]
  await correctorOf(archive, lease).follow()
  expect(isCorrected(archive)).toBe(true)
  archive.close()
  lease.release()
}

it('makes of an archive what it makes of an undisturbed one, killed at any moment and edited meanwhile', async () => {
  const [killed = '', undisturbed = ''] = folders
  for (const [nth, line] of lines.entries()) {
    appendFileSync(correctionsPath(killed), `${line}\n`)
    await applyAlone(killed, (nth * 37) % 60)
  }
  await finish(killed)
  for (const line of lines) appendFileSync(correctionsPath(undisturbed), `${line}\n`)
  await finish(undisturbed)
  expect(contentOf(killed)).toEqual(contentOf(undisturbed))
}, 120_000)
