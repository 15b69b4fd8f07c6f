import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readCommandLine } from '../../../engine/settings.ts'
import { statsCommand } from '../../../indexer/upkeep/stats.ts'
import { shownBytes } from '../../../indexer/upkeep/disk-use.ts'
import { entry, openUpkeepDesk, type UpkeepDesk } from './upkeep-desk.ts'

let desk: UpkeepDesk
beforeEach(async () => {
  desk = await openUpkeepDesk()
})
afterEach(() => desk.remove())

async function stats(): Promise<string> {
  const { said, code } = await desk.run(statsCommand, [])
  expect(code).toBe(0)
  return said.join('\n')
}

describe('stats', () => {
  it('counts articles by outlet, language, year and how they were dated', async () => {
    await desk.add(
      entry('/a', { outlet: 'The Quay', published: '2016-04-27', language: 'en' }),
      entry('/b', { outlet: 'The Quay', published: '2016', language: 'en' }),
      entry('/c', { outlet: '', language: 'fr' }),
    )
    const told = await stats()
    expect(told).toContain('3 articles, 0 of them of the sample')
    expect(told).toMatch(/Outlets\n +2 {2}The Quay\n +1 {2}unknown/)
    expect(told).toMatch(/Languages\n +2 {2}en\n +1 {2}fr/)
    expect(told).toMatch(/Years\n +1 {2}undated\n +2 {2}2016/)
    expect(told).toMatch(/How dated\n +3 {2}undated\n/)
    expect(told).toMatch(/Index: embedded [\d.]+, 3 of 3 articles, up to date/)
  })

  it('shows ten outlets and adds up the others', async () => {
    const outlets = Array.from({ length: 13 }, (_, i) => `Outlet ${String(i).padStart(2, '0')}`)
    await desk.add(...outlets.map((outlet) => entry(`/${outlet}`, { outlet })))
    const told = await stats()
    expect(told).toMatch(/1 {2}Outlet 09\n +3 {2}3 other outlets/)
  })

  it('says how far the index is behind, and that a run has not ended', async () => {
    await desk.add(entry('/a'))
    desk.archive.commit(desk.lease, [entry('/b'), entry('/c')])
    desk.archive.beginRun(desk.lease, 'clippings')
    const told = await stats()
    expect(told).toContain('1 of 3 articles, 2 changes behind the archive')
    expect(told).toMatch(/Last runs\n {2}1 {2}[\d-]+ [\d:]+ {2}not ended {2}\(clippings\)/)
  })

  it('shows the counts of the last five runs', async () => {
    for (let run = 1; run <= 6; run++) {
      desk.archive.beginRun(desk.lease, `folder${run}`)
      desk.archive.endRun(desk.lease, run, JSON.stringify({ added: run, setAside: 1_200 }))
    }
    const told = await stats()
    expect(told).toMatch(/6 .* added 6, set aside 1,200 {2}\(folder6\)/)
    expect(told).not.toContain('folder1)')
  })

  it('counts corrections, and lines among them that cannot be read', async () => {
    appendFileSync(
      join(desk.dataDir, 'corrections.jsonl'),
      '{"do":"reject","facet":"people","value":"ada-quill"}\nnonsense\n',
    )
    expect(await stats()).toContain('Corrections: 1, and 1 line that cannot be read')
  })

  it('gives the same as JSON', async () => {
    await desk.add(entry('/a', { outlet: 'The Quay' }))
    const { said } = await desk.run(statsCommand, ['--json'])
    const told: unknown = JSON.parse(said.join('\n'))
    expect(told).toMatchObject({
      archive: { articles: 1, outlets: [['The Quay', 1]] },
      index: { engine: 'embedded', articles: 1, changesBehind: 0 },
    })
  })

  it('tells why, where the index cannot be read', async () => {
    await desk.add(entry('/a'))
    rmSync(join(desk.dataDir, 'index'), { recursive: true })
    expect(await stats()).toMatch(/Index: The search index .*missing/)
  })

  it('makes no archive where there is none', async () => {
    const elsewhere = join(desk.folder, 'nowhere')
    await expect(
      statsCommand.run([], {
        line: readCommandLine('index', ['--data-dir', elsewhere], {}, statsCommand),
        say: () => undefined,
        ask: async () => undefined,
        opened: () => Promise.reject(new Error('Not to be opened for writing.')),
      }),
    ).rejects.toThrow(`There is no archive in ${elsewhere}`)
  })
})

describe('sizes', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [4_512, '4.5 KB'],
    [999_600, '1.0 MB'],
    [12_345_678, '12 MB'],
    [3_000_000_000_000, '3.0 TB'],
  ])('%d bytes are shown as %s', (bytes, shown) => {
    expect(shownBytes(bytes)).toBe(shown)
  })
})
