import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { EngineUnavailable, type SearchEngine } from '../../engine/search-engine.ts'
import { silentProgress } from '../../indexer/pipeline.ts'
import { followArchive } from '../../indexer/follow-archive.ts'
import { openDesk, type Desk } from './test-desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

/** The desk's engine, which fails so many times before it works. */
function failing(times: number): { engine: SearchEngine; asked: () => number } {
  const { engine } = desk
  let asked = 0
  const sync: SearchEngine['sync'] = async (lease) => {
    if (++asked <= times) throw new EngineUnavailable('Nothing answers there.')
    await engine.sync(lease)
  }
  const found: SearchEngine = new Proxy(engine, {
    get: (target, name): unknown => (name === 'sync' ? sync : Reflect.get(target, name)),
  })
  return { engine: found, asked: () => asked }
}

describe('an engine that fails', () => {
  it('is asked again at the end, and then nothing is behind', async () => {
    const { engine, asked } = failing(2)
    const { lease } = desk
    const follower = followArchive({ engine, lease, progress: silentProgress, pauses: [1, 1] })
    follower.changed(7)
    expect(await follower.finish()).toBeUndefined()
    expect(asked()).toBe(3)
  })

  it('is left for the next run where it fails to the end', async () => {
    const { engine } = failing(9)
    const { lease } = desk
    const follower = followArchive({ engine, lease, progress: silentProgress, pauses: [1, 1] })
    follower.changed(7)
    expect(await follower.finish()).toEqual({ articles: 7, reason: 'Nothing answers there.' })
  })

  it('is not waited for by a run that is told to stop', async () => {
    const { engine, asked } = failing(9)
    const { lease } = desk
    const stop = AbortSignal.abort()
    const pauses = [60_000]
    const follower = followArchive({ engine, lease, progress: silentProgress, pauses, stop })
    follower.changed(7)
    expect(await follower.finish()).toMatchObject({ articles: 7 })
    expect(asked()).toBe(1)
  })
})
