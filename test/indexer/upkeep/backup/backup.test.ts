import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../../../engine/archive/archive.ts'
import { backupCommand } from '../../../../indexer/upkeep/backup/backup.ts'
import { checkBackup } from '../../../../indexer/upkeep/backup/check-backup.ts'
import { Store } from '../../../../server/store/store.ts'
import { entry, openUpkeepDesk, type UpkeepDesk } from '../upkeep-desk.ts'

const child = fileURLToPath(new URL('../command-child.ts', import.meta.url))

let desk: UpkeepDesk
let folder: string
beforeEach(async () => {
  desk = await openUpkeepDesk()
  folder = join(desk.folder, 'backup')
})
afterEach(() => desk.remove())

const backup = (...args: string[]) => desk.run(backupCommand, args)

function saveQuery(): void {
  const store = new Store(desk.dataDir)
  store.savedQueries.add(0, { name: 'Ferries', search: 'q=ferry', seen: 1 })
  store.close()
}

const correction = '{"do":"reject","facet":"people","value":"ada-quill"}\n'

describe('backup', () => {
  it('copies archive, saved queries, corrections and lists of what was set aside, and no index', async () => {
    await desk.add(entry('/a'), entry('/b'))
    saveQuery()
    appendFileSync(join(desk.dataDir, 'corrections.jsonl'), correction)
    mkdirSync(join(desk.dataDir, 'set-aside'))
    writeFileSync(join(desk.dataDir, 'set-aside', '1.tsv'), 'what\tfile\tline\treason\n')
    const { code, said } = await backup(folder)
    expect(said[0]).toMatch(/2 articles, 1 saved query, 1 correction; 4 files/)
    expect(code).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(
      ['archive.sqlite', 'corrections.jsonl', 'manifest.json', 'set-aside', 'user.sqlite'].sort(),
    )
    expect(await backup('--verify', folder)).toMatchObject({ code: 0 })
  })

  it('is of one moment, while an indexer goes on', async () => {
    await desk.add(...Array.from({ length: 200 }, (_, i) => entry(`/${i}`)))
    const taking = spawn(process.execPath, [child, 'backup', folder, '--data-dir', desk.dataDir])
    const ended = once(taking, 'exit')
    for (let i = 0; taking.exitCode === null && i < 500; i++) {
      desk.archive.commit(desk.lease, [entry(`/later${i}`), entry(`/later${i}-too`)])
      await setTimeout(5)
    }
    await ended
    const { manifest, faults } = await checkBackup(folder)
    expect(faults).toEqual([])
    // Each batch whole, or not at all.
    expect(manifest.articles % 2).toBe(0)
    expect(manifest.articles).toBeGreaterThanOrEqual(200)
    expect(manifest.articles).toBeLessThanOrEqual(desk.archive.count())
  })

  it.each([
    ['a byte that changed', flip, /archive\.sqlite .*SHA-256/],
    ['a file that was cut off', cutOff, /4096 bytes/],
    ['a file that is missing', rmSync, /archive\.sqlite is missing/],
  ])('finds %s', async (_, harm, fault) => {
    await desk.add(entry('/a'))
    await backup(folder)
    harm(join(folder, 'archive.sqlite'))
    const { code, said } = await backup('--verify', folder)
    expect(said.join('\n')).toMatch(fault)
    expect(code).toBe(1)
  })

  it('refuses a folder that holds something, one inside the data folder, and a file', async () => {
    await desk.add(entry('/a'))
    mkdirSync(folder)
    writeFileSync(join(folder, 'letter.txt'), 'Keep me.')
    await expect(backup(folder)).rejects.toThrow('exists already')
    await expect(backup(join(folder, 'letter.txt'))).rejects.toThrow('exists already')
    const inside = join(desk.dataDir, 'backup')
    await expect(backup(inside)).rejects.toThrow('lies inside the data folder')
    expect(existsSync(inside)).toBe(false)
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('Keep me.')
  })

  it('does not take any folder for a backup, nor one that names files elsewhere', async () => {
    mkdirSync(folder)
    await expect(backup('--verify', folder)).rejects.toThrow('is no backup')
    await desk.add(entry('/a'))
    await backup(join(desk.folder, 'other'))
    const manifest = readFileSync(join(desk.folder, 'other', 'manifest.json'), 'utf8')
    writeFileSync(
      join(folder, 'manifest.json'),
      manifest.replace('"archive.sqlite"', '"../archive.sqlite"'),
    )
    await expect(backup('--verify', folder)).rejects.toThrow('damaged, or was written by another')
  })

  it('that is killed leaves nothing that passes for a backup, and can be taken again', async () => {
    const text = (i: number) => Array.from({ length: 400 }, (_, j) => i * j).join(' ')
    await desk.add(...Array.from({ length: 300 }, (_, i) => entry(`/${i}`, { text: text(i) })))
    for (const milliseconds of [0, 4, 8, 15, 30]) {
      const taking = spawn(process.execPath, [child, 'backup', folder, '--data-dir', desk.dataDir])
      const ended = once(taking, 'exit')
      await Promise.race([once(taking.stdout, 'data'), ended])
      await setTimeout(milliseconds)
      taking.kill('SIGKILL')
      await ended
      if (existsSync(folder)) expect((await checkBackup(folder)).faults).toEqual([])
      rmSync(folder, { recursive: true, force: true })
    }
    expect(await backup(folder)).toMatchObject({ code: 0 })
    expect(existsSync(`${folder}.unfinished`)).toBe(false)
    expect((await checkBackup(folder)).faults).toEqual([])
  })

  it('opens as a data folder of its own', async () => {
    const [id = ''] = await desk.add(entry('/a', { title: 'Ferry to the island' }))
    await backup(folder)
    const copy = new Archive(folder)
    expect(copy.get(id)?.title).toBe('Ferry to the island')
    copy.close()
  })
})

function cutOff(path: string): void {
  truncateSync(path, 4_096)
}

function flip(path: string): void {
  const bytes = readFileSync(path)
  bytes[5_000] = (bytes[5_000] ?? 0) ^ 1
  writeFileSync(path, bytes)
}
