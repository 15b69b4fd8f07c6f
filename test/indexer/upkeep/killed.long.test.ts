import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../../engine/archive/archive.ts'
import { backupCommand } from '../../../indexer/upkeep/backup/backup.ts'
import { entry, openUpkeepDesk, type UpkeepDesk } from './upkeep-desk.ts'

const start = fileURLToPath(new URL('../../../indexer/start.js', import.meta.url))
/** Of the time that a command takes undisturbed. */
const moments = [0.6, 0.8, 0.95]

let desk: UpkeepDesk
let ids: string[]
let backup: string
beforeEach(async () => {
  desk = await openUpkeepDesk()
  const text = (i: number) =>
    `${i % 2 === 0 ? 'Quangle' : 'Zibeline'}. ${'Talks went on. '.repeat(i)}`
  ids = await desk.add(
    ...Array.from({ length: 120 }, (_, i) => entry(`/${i}`, { text: text(i), title: `Item ${i}` })),
  )
  backup = join(desk.folder, 'backup')
  await desk.run(backupCommand, [backup])
  await desk.close()
})
afterEach(() => desk.remove())

function begin(dataDir: string, args: readonly string[]) {
  return spawn(process.execPath, [start, ...args, '--data-dir', dataDir], { stdio: 'ignore' })
}

async function undisturbed(dataDir: string, args: readonly string[]): Promise<number | null> {
  const child = begin(dataDir, args)
  await once(child, 'exit')
  return child.exitCode
}

/** Runs a command on copies of the data folder, kills it at several moments, and gives each copy to `look`. */
async function killed(
  args: readonly string[],
  look: (dataDir: string) => Promise<void>,
): Promise<void> {
  const whole = join(desk.folder, 'whole')
  cpSync(desk.dataDir, whole, { recursive: true })
  const began = performance.now()
  expect(await undisturbed(whole, args)).toBe(0)
  const took = performance.now() - began
  for (const moment of moments) {
    const dataDir = join(desk.folder, `killed-${moment}`)
    cpSync(desk.dataDir, dataDir, { recursive: true })
    const child = begin(dataDir, args)
    const ended = once(child, 'exit')
    await Promise.race([setTimeout(took * moment), ended])
    child.kill('SIGKILL')
    await ended
    await look(dataDir)
    rmSync(dataDir, { recursive: true })
  }
}

function count(dataDir: string): number {
  const archive = new Archive(dataDir)
  const articles = archive.count()
  archive.close()
  return articles
}

function isIn(dataDir: string, word: string): boolean {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .some(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(word))
}

describe('a command that is killed', () => {
  it('purge: is gone on with until nothing is left, and the other articles stay', async () => {
    const quangles = ids.filter((_, i) => i % 2 === 0)
    await killed(['purge', ...quangles, '--yes'], async (dataDir) => {
      // Whole, or not begun.
      const left = count(dataDir)
      expect([60, 120]).toContain(left)
      const again = left === 60 ? ['purge'] : ['purge', ...quangles, '--yes']
      await undisturbed(dataDir, again)
      expect(count(dataDir)).toBe(60)
      expect(isIn(dataDir, 'quangle')).toBe(false)
    })
  }, 120_000)

  it('remove: leaves a sound archive, and the same command ends it', async () => {
    await killed(['remove', 'zibeline', '--yes'], async (dataDir) => {
      expect(await undisturbed(dataDir, ['verify'])).toBe(0)
      expect(await undisturbed(dataDir, ['remove', 'zibeline', '--yes'])).toBe(0)
      expect(count(dataDir)).toBe(60)
    })
  }, 120_000)

  it('restore: leaves what was there, or says how to go on, and the same command ends it', async () => {
    await killed(['restore', backup, '--replace'], async (dataDir) => {
      expect(await undisturbed(dataDir, ['restore', backup, '--replace'])).toBe(0)
      expect(count(dataDir)).toBe(120)
    })
  }, 120_000)
})
