import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../../../engine/archive/archive.ts'
import { acquireLease } from '../../../../engine/archive/lease.ts'
import { openEngine } from '../../../../engine/open-engine.ts'
import { readCommandLine } from '../../../../engine/settings.ts'
import { backupCommand } from '../../../../indexer/upkeep/backup/backup.ts'
import { placing, writeMarker } from '../../../../indexer/upkeep/backup/restore-plan.ts'
import { restoreCommand } from '../../../../indexer/upkeep/backup/restore.ts'
import { Store } from '../../../../server/store/store.ts'
import { requestFor } from '../../../engine/contract-desk.ts'
import { aRecord } from '../../../server/records/a-record.ts'
import { runCommand } from '../../commands/run-command.ts'
import { entry, openUpkeepDesk, type UpkeepDesk } from '../upkeep-desk.ts'

let desk: UpkeepDesk
let folder: string
beforeEach(async () => {
  desk = await openUpkeepDesk()
  folder = join(desk.folder, 'backup')
})
afterEach(() => desk.remove())

const restore = (...args: string[]) => desk.run(restoreCommand, args)

/** Backs up an archive of two articles with a saved query and a correction, and changes all of it afterwards. */
async function backUpAndGoOn(): Promise<void> {
  await desk.add(entry('/a'), entry('/b'))
  const store = new Store(desk.dataDir)
  store.savedQueries.add(0, { name: 'Ferries', search: 'q=ferry', seen: 1 })
  appendFileSync(join(desk.dataDir, 'corrections.jsonl'), '# first\n')
  await desk.run(backupCommand, [folder])
  await desk.add(entry('/c'))
  store.savedQueries.add(0, { name: 'Later', search: 'q=later', seen: 1 })
  store.close()
  appendFileSync(join(desk.dataDir, 'corrections.jsonl'), '# second\n')
  await desk.close()
}

function state(dataDir: string) {
  const archive = new Archive(dataDir)
  const articles = archive.count()
  archive.close()
  const store = new Store(dataDir)
  const queries = store.savedQueries.list(0).map(({ name }) => name)
  store.close()
  return { articles, queries, lines: readFileSync(join(dataDir, 'corrections.jsonl'), 'utf8') }
}

const backedUp = { articles: 2, queries: ['Ferries'], lines: '# first\n' }
const afterwards = { articles: 3, queries: ['Ferries', 'Later'], lines: '# first\n# second\n' }

const asideIn = (dataDir: string) =>
  join(dataDir, readdirSync(dataDir).find((name) => name.startsWith('replaced-')) ?? 'none')

describe('restore', () => {
  it('fills a data folder that does not exist yet', async () => {
    await backUpAndGoOn()
    const other = join(desk.folder, 'other')
    const line = readCommandLine('index', [folder, '--data-dir', other], {}, restoreCommand)
    await runCommand(restoreCommand, [folder], desk, { line })
    expect(state(other)).toEqual(backedUp)
    expect(readdirSync(other).filter((name) => /^(?:replaced|restor)/.test(name))).toEqual([])
  })

  it('brings back the notes, tags and records of saved queries', async () => {
    const fingerprint = {
      sequence: 1,
      id: 'a',
      content: '00aa00aa00aa00aa',
      facets: 'ff00ff00ff00ff00',
    }
    const store = new Store(desk.dataDir)
    const query = { name: 'Ferries', search: 'q=ferry', notes: 'Ask Ada.', tags: ['sea'], seen: 1 }
    const { id } = store.savedQueries.add(0, query)
    store.queryRecords.add(id, aRecord({ total: 1, entries: [fingerprint] }))
    store.close()
    await desk.add(entry('/a'))
    await desk.run(backupCommand, [folder])
    const other = join(desk.folder, 'other')
    const line = readCommandLine('index', [folder, '--data-dir', other], {}, restoreCommand)
    await runCommand(restoreCommand, [folder], desk, { line })
    const restored = new Store(other)
    expect(restored.savedQueries.get(0, id)?.tags).toEqual(['sea'])
    expect(restored.savedQueries.notes(id)).toBe('Ask Ada.')
    const latest = restored.queryRecords.latest(id)
    expect(restored.queryRecords.entries(latest?.id ?? 0)).toEqual([fingerprint])
    restored.close()
  })

  it('moves what was there aside, whole, and puts the backup in its place', async () => {
    await backUpAndGoOn()
    const { code, said } = await restore(folder, '--replace')
    expect(said.join('\n')).toContain('Restored. The archive holds 2 articles.')
    expect(code).toBe(0)
    expect(state(desk.dataDir)).toEqual(backedUp)
    expect(state(asideIn(desk.dataDir))).toEqual(afterwards)
  })

  it('leaves an archive whose index is built anew at the next run', async () => {
    await backUpAndGoOn()
    await restore(folder, '--replace')
    const lease = acquireLease(desk.dataDir, 'a test')
    const archive = new Archive(desk.dataDir)
    const engine = await openEngine({ kind: 'embedded' }, archive)
    await engine.sync(lease)
    expect((await engine.search(requestFor('title', {}))).total).toBe(2)
    await engine.close()
    archive.close()
    lease.release()
  })

  it('touches nothing without --replace, or while somebody has the archive or the saved queries open', async () => {
    await backUpAndGoOn()
    await expect(restore(folder)).rejects.toThrow('holds an archive already')
    const archive = new Archive(desk.dataDir)
    await expect(restore(folder, '--replace')).rejects.toThrow('is open in another program')
    archive.close()
    const store = new Store(desk.dataDir)
    await expect(restore(folder, '--replace')).rejects.toThrow('is open in another program')
    store.close()
    const lease = acquireLease(desk.dataDir, 'an indexer')
    await expect(restore(folder, '--replace')).rejects.toThrow('is being written by an indexer')
    lease.release()
    expect(state(desk.dataDir)).toEqual(afterwards)
  })

  it('touches nothing when the backup is damaged', async () => {
    await backUpAndGoOn()
    appendFileSync(join(folder, 'archive.sqlite'), 'x')
    await expect(restore(folder, '--replace')).rejects.toThrow('cannot be relied on')
    expect(state(desk.dataDir)).toEqual(afterwards)
  })

  it('takes the place of an archive that is damaged', async () => {
    await backUpAndGoOn()
    writeFileSync(join(desk.dataDir, 'archive.sqlite'), 'Not a database. '.repeat(500))
    await restore(folder, '--replace')
    expect(state(desk.dataDir)).toEqual(backedUp)
  })

  it('goes on from wherever it was interrupted; until then nothing opens half an archive', async () => {
    await backUpAndGoOn()
    const whole = join(desk.folder, 'whole')
    cpSync(desk.dataDir, whole, { recursive: true })
    let steps = 0
    for (let done = false; !done; steps++) {
      const dataDir = join(desk.folder, `interrupted-${steps}`)
      cpSync(whole, dataDir, { recursive: true })
      cpSync(folder, join(dataDir, 'restoring'), { recursive: true })
      writeMarker(dataDir, { aside: 'replaced-then' })
      const placed = placing(dataDir, { aside: 'replaced-then' })
      for (let step = 0; step < steps; step++) done = placed.next().done ?? false
      if (existsSync(join(dataDir, 'restore-unfinished.json'))) {
        expect(() => new Archive(dataDir)).toThrow('npm run index -- restore to go on')
        Array.from(placing(dataDir, { aside: 'replaced-then' }))
      }
      expect(state(dataDir)).toEqual(backedUp)
      expect(state(join(dataDir, 'replaced-then'))).toEqual(afterwards)
    }
    expect(steps).toBeGreaterThan(8)
  })

  it('is gone on with by the same command without a folder', async () => {
    await backUpAndGoOn()
    cpSync(folder, join(desk.dataDir, 'restoring'), { recursive: true })
    writeMarker(desk.dataDir, { aside: 'replaced-then' })
    const { said } = await restore()
    expect(said[0]).toBe('Going on with a restore that was interrupted.')
    expect(state(desk.dataDir)).toEqual(backedUp)
  })
})

describe('a backup that is not there', () => {
  it('is named before anything is said of the archive in use', async () => {
    await desk.add(entry('/a'))
    await desk.close()
    const missing = join(desk.folder, 'nowhere')
    await expect(restore(missing)).rejects.toThrow(`There is no folder ${missing}`)
  })
})
