import { describe, expect, it } from '@jest/globals'
import { RecentAnswers } from '../../../engine/embedded/recent-answers.ts'
import { openTestSite } from '../../server/test-site.ts'
import { everything } from '../../../engine/search-engine.ts'
import { acquireLease } from '../../../engine/archive/lease.ts'

const bytes = (length: number) => new Uint8Array(length)

describe('the answers that are kept', () => {
  it('hold for their state and question only', () => {
    const recent = new RecentAnswers()
    const answer = bytes(3)
    recent.keep('1', 'a', answer)
    expect(recent.find('1', 'a')).toBe(answer)
    expect(recent.find('1', 'b')).toBeUndefined()
    expect(recent.find('2', 'a')).toBeUndefined()
  })

  it('go with their state', () => {
    const recent = new RecentAnswers()
    recent.keep('1', 'a', bytes(3))
    recent.keep('2', 'b', bytes(3))
    expect(recent.find('1', 'a')).toBeUndefined()
    recent.keep('1', 'c', bytes(3))
    expect(recent.find('1', 'a')).toBeUndefined()
  })

  it('take no more room than they may: the one used longest ago makes room', () => {
    const recent = new RecentAnswers(10)
    for (const question of ['a', 'b']) recent.keep('1', question, bytes(5))
    recent.find('1', 'a')
    recent.keep('1', 'c', bytes(5))
    expect(['a', 'b', 'c'].filter((question) => recent.find('1', question))).toEqual(['a', 'c'])
    recent.keep('1', 'd', bytes(11))
    expect(['a', 'b', 'c', 'd'].filter((question) => recent.find('1', question))).toEqual([])
  })
})

describe('a search that is asked again', () => {
  it('shows what has changed since: articles that came, went, changed or were renamed', async () => {
    const site = await openTestSite()
    try {
      const titles = async () =>
        (await site.engine.search(everything)).hits.map(({ title }) => title)
      const [first = ''] = await site.add({ title: 'First' })
      expect(await titles()).toEqual(['First'])
      expect(await titles()).toEqual(['First'])
      await site.add({ title: 'Second' })
      expect(await titles()).toEqual(['Second', 'First'])
      const lease = acquireLease(site.dataDir, 'a test')
      site.archive.remove(lease, [first])
      // Before the index follows: what is gone from the archive is not shown.
      expect(await titles()).toEqual(['Second'])
      await site.engine.sync(lease)
      expect((await site.engine.search(everything)).total).toBe(1)
      await site.engine.rebuild(lease)
      expect((await site.engine.search(everything)).total).toBe(1)
      lease.release()
    } finally {
      await site.close()
    }
  })
})
