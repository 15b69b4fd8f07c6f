import { describe, expect, it } from '@jest/globals'
import { Schedule } from '../../../indexer/watch/schedule.ts'

const [one, two] = ['https://one.example/feed', 'https://two.example/feed']
const failure = (reason: string, wait = 0) =>
  ({ kind: 'failed', address: one, reason, wait }) as const

describe('Schedule', () => {
  it('visits each feed at once, then every so often', () => {
    const schedule = new Schedule(60, () => undefined)
    expect(schedule.due([one, two], 0)).toEqual([one, two])
    schedule.visited(one, undefined, 0)
    schedule.visited(two, undefined, 30)
    expect(schedule.wait(30)).toBe(30)
    expect(schedule.due([one, two], 60)).toEqual([one])
  })

  it('visits a feed that fails less and less often, and as late as it asks', () => {
    const schedule = new Schedule(60, () => undefined)
    schedule.due([one], 0)
    const waits = [1, 2, 3].map(() => {
      schedule.visited(one, failure('gone'), 0)
      return schedule.wait(0)
    })
    schedule.visited(one, failure('busy', 100_000), 0)
    expect([...waits, schedule.wait(0)]).toEqual([120, 240, 480, 100_000])
  })

  it('says once that a feed fails, and that it is well again', () => {
    const said: string[] = []
    const schedule = new Schedule(60, (line) => said.push(line))
    schedule.due([one], 0)
    for (const reason of ['gone', 'gone', 'busy']) schedule.visited(one, failure(reason), 0)
    schedule.visited(one, undefined, 0)
    schedule.visited(one, undefined, 0)
    expect(said).toEqual([`${one}: gone`, `${one}: busy`, `${one} can be read again.`])
  })

  it('forgets a feed that is listed no more', () => {
    const schedule = new Schedule(60, () => undefined)
    schedule.due([one], 0)
    schedule.visited(one, undefined, 0)
    schedule.due([], 10)
    expect(schedule.due([one], 20)).toEqual([one])
  })
})
