import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../../engine/archive/archive.ts'
import { unpackAnswer, type PackedAnswer } from '../../../engine/embedded/packed-answer.ts'
import { light, type Patience } from '../../../engine/embedded/patience.ts'
import { ReaderPool } from '../../../engine/embedded/reader-pool.ts'
import { EngineBusy, EngineUnavailable } from '../../../engine/search-engine.ts'
import { requestFor } from '../contract-desk.ts'

const request = requestFor('iran', {})
/** No search matches fewer articles than none: all of them are broad. */
const fewerThanNone: Patience = { ...light, articles: -1 }
let folder: string
const totalOf = (packed: PackedAnswer) => unpackAnswer(packed).total

let pool: ReaderPool

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-pool-'))
  new Archive(folder).close()
})

afterEach(async () => {
  await pool.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Returns the former one. */
function setArchiveFormat(format: unknown): unknown {
  const db = new DatabaseSync(join(folder, 'archive.sqlite'))
  const former = db.prepare('pragma user_version').get()?.['user_version']
  db.exec(`pragma user_version = ${String(format)}`)
  db.close()
  return former
}

describe.each([
  ['light', undefined],
  ['broad', fewerThanNone],
])('the threads of searches that are %s', (_, most) => {
  beforeEach(() => {
    pool = new ReaderPool(folder, most)
  })

  it('answer many more requests than there are threads', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => pool.search(request)))
    expect(answers.map(totalOf)).toEqual(Array.from({ length: 20 }, () => 0))
  })

  it('are replaced when they die: what they were asked is refused, what is asked later is answered', async () => {
    const format = setArchiveFormat(99)
    const asked = Array.from({ length: 6 }, () => pool.search(request))
    for (const answer of asked) await expect(answer).rejects.toThrow(EngineUnavailable)
    setArchiveFormat(format)
    expect(totalOf(await pool.search(request))).toBe(0)
  })

  it('drop what is given up while it waits, and answer the others', async () => {
    const gone = new AbortController()
    const answered = Array.from({ length: 8 }, () => pool.search(request))
    const givenUp = Array.from({ length: 30 }, () => pool.search(request, gone.signal))
    const refused = givenUp.map((answer) => expect(answer).rejects.toThrow(/given up/))
    gone.abort()
    await Promise.all(refused)
    expect((await Promise.all(answered)).map(totalOf)).toEqual(Array(8).fill(0))
    await expect(pool.search(request, gone.signal)).rejects.toThrow(/given up/)
  })

  it('refuse at closing what they have not answered', async () => {
    const asked = Array.from({ length: 6 }, () => pool.search(request))
    const refused = asked.map((answer) => expect(answer).rejects.toThrow(/closed/))
    await pool.close()
    await Promise.all(refused)
    await expect(pool.search(request)).rejects.toThrow(/closed/)
  })

  it('keep a process alive until they have answered, and no longer', () => {
    const module = (name: string) =>
      new URL(`../../../engine/embedded/${name}.ts`, import.meta.url).href
    const program = `
      import { ReaderPool } from ${JSON.stringify(module('reader-pool'))}
      import { unpackAnswer } from ${JSON.stringify(module('packed-answer'))}
      const pool = new ReaderPool(${JSON.stringify(folder)}, ${JSON.stringify(most)})
      console.log(unpackAnswer(await pool.search(${JSON.stringify(request)})).total)`
    const run = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect(run).toMatchObject({ status: 0, stdout: '0\n' })
  })
})

describe('the thread of costly searches', () => {
  const costly: Patience = { ...light, costlyPages: -1 }

  it('lets a few wait, and refuses further ones with when to try again', async () => {
    pool = new ReaderPool(folder, costly)
    const answers = await Promise.allSettled(Array.from({ length: 12 }, () => pool.search(request)))
    const refused = answers.flatMap((answer): unknown[] =>
      answer.status === 'rejected' ? [answer.reason] : [],
    )
    // One begins at once and four wait; a few more may find a place that became free meanwhile.
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(5)
    expect(refused).not.toHaveLength(0)
    for (const error of refused) expect(error).toBeInstanceOf(EngineBusy)
    expect(refused[0]).toMatchObject({ message: expect.stringContaining('rarer words') })
    expect(totalOf(await pool.search(request))).toBe(0)
  })
})
