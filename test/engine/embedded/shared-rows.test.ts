import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { FacetColumns, type Exchange } from '../../../engine/embedded/columns.ts'
import { emptyIndex } from '../../../engine/embedded/index-file.ts'
import { SharedRows } from '../../../engine/embedded/shared-rows.ts'
import { applyChanges } from '../../../engine/embedded/write-index.ts'
import { madeUp } from '../contract-archive.ts'
import { putChange } from './indexed.ts'

const folder = `/nowhere/${process.pid}`
let opened: SharedRows[]

beforeEach(() => {
  opened = []
})
afterEach(() => {
  for (const shared of opened) shared.close()
})

/** What one thread has; here all are in one. */
function open(): SharedRows {
  const shared = new SharedRows(folder)
  opened.push(shared)
  return shared
}

const rows = (lastBlock: number) => ({ generation: 1, lastBlock, cells: new Int32Array(4) })

/** Messages come in turns of the event loop. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resume) => setImmediate(resume))
}

describe('rows that threads share', () => {
  it('reach those who are there, and those who come later', async () => {
    const [reader, other] = [open(), open()]
    reader.offer(rows(7))
    await until(() => other.latest(1)?.lastBlock === 7)
    const late = open()
    await until(() => late.latest(1)?.lastBlock === 7)
    expect(late.latest(2)).toBeUndefined()
  })

  it('give way to newer ones, and not to older ones', async () => {
    const [reader, other] = [open(), open()]
    reader.offer(rows(7))
    reader.offer(rows(6))
    reader.offer(rows(8))
    await until(() => other.latest(1)?.lastBlock === 8)
    const third = open()
    third.offer(rows(5))
    reader.offer(rows(9))
    await until(() => other.latest(1)?.lastBlock === 9)
  })
})

describe('columns over shared rows', () => {
  it('take the rows of another thread, and read what came after them', () => {
    const db = emptyIndex()
    const put = (sequence: number, published: string) => {
      const article = madeUp(`a${sequence}`, { title: 'A', text: 'B', published })
      applyChanges(db, [putChange(sequence, article)])
    }
    let offered: ReturnType<Exchange['latest']>
    const exchange: Exchange = {
      latest: () => offered,
      offer: (read) => {
        offered = read
      },
    }
    for (let sequence = 1; sequence <= 20; sequence++) put(sequence, '2016')
    const first = new FacetColumns(exchange)
    first.refresh(db)
    put(21, '2017')
    const second = new FacetColumns(exchange)
    second.refresh(db)
    expect(second.base).toBe(first.base)
    expect([...second.all()]).toHaveLength(21)
    expect(second.dateOf(21)).toBeGreaterThan(second.dateOf(20))
    db.close()
  })

  it('leave rows alone that are newer than what they see', () => {
    const db = emptyIndex()
    applyChanges(db, [putChange(1, madeUp('a1', { title: 'A', text: 'B' }))])
    const newer = { lastBlock: 2, cells: new Int32Array([2, 0, 0, 0]) }
    const columns = new FacetColumns({ latest: () => newer, offer: () => undefined })
    columns.refresh(db)
    expect([...columns.all()]).toEqual([1])
    db.close()
  })
})
