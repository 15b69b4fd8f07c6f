import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { loadSample, removeSample, sampleIsDue, silentProgress } from '../../indexer/pipeline.ts'
import { declineSample, markSample, sampleIsOpen } from '../../indexer/sample.ts'
import { lists, openDesk, type Desk } from './test-desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const load = () => loadSample({ ...desk, lists, progress: silentProgress })

describe('the sample archive', () => {
  it('is due in a data folder that was never used, and loaded once', async () => {
    expect(sampleIsDue(desk.archive)).toBe(true)
    const report = await load()
    expect(report.added).toBeGreaterThanOrEqual(40)
    expect(report.setAside.count).toBe(0)
    expect(desk.archive.sampleCount()).toBe(report.added)
    expect(sampleIsDue(desk.archive)).toBe(false)
    expect(sampleIsOpen(desk.archive)).toBe(true)
  })

  it('is found by search, and no longer when it was removed', async () => {
    const { added } = await load()
    expect((await desk.search('S-300 delivery')).total).toBeGreaterThan(0)
    expect(await removeSample(desk.archive, desk.engine, desk.lease)).toBe(added)
    expect((await desk.search('')).total).toBe(0)
    expect(sampleIsDue(desk.archive)).toBe(false)
  })

  it('goes on loading where it was interrupted', async () => {
    markSample(desk.archive, desk.lease, 'loading')
    expect(sampleIsDue(desk.archive)).toBe(true)
  })

  it('leaves own articles alone when it is removed', async () => {
    await load()
    desk.write('own.txt', 'An own article\n\nWith a text of its own.')
    await desk.index()
    await removeSample(desk.archive, desk.engine, desk.lease)
    expect((await desk.search('')).hits.map(({ title }) => title)).toEqual(['An own article'])
  })

  it('is not due where own articles came first', () => {
    declineSample(desk.archive, desk.lease)
    expect(sampleIsDue(desk.archive)).toBe(false)
  })

  it('is not asked about again when its reader keeps it', async () => {
    await load()
    markSample(desk.archive, desk.lease, 'kept')
    expect(sampleIsOpen(desk.archive)).toBe(false)
  })
})
