import { describe, expect, it } from '@jest/globals'
import { Tally } from '../../../server/export/report/tally.ts'
import { openTestSite } from '../test-site.ts'

/** Counts articles published on these days. */
async function tallyOf(days: readonly string[]): Promise<Tally> {
  const site = await openTestSite()
  try {
    await site.add(...days.map((published, n) => ({ title: `Article ${n}`, published })))
    const tally = new Tally()
    for (let n = 1; n <= days.length; n++) {
      const article = site.archive.getBySequence(n)
      if (article) tally.add(article)
    }
    return tally
  } finally {
    await site.close()
  }
}

describe('the timeline of a report', () => {
  it('shows the months in which there was nothing, and years beside them', async () => {
    const tally = await tallyOf(['2016-11-03', '2017-02', '2017-02-09', '2017', ''])
    expect(tally.timeline()).toEqual([
      { label: '2016-11', count: 1 },
      { label: '2016-12', count: 0 },
      { label: '2017', count: 1 },
      { label: '2017-01', count: 0 },
      { label: '2017-02', count: 2 },
    ])
    expect(tally.undated).toBe(1)
  })

  it('goes by year where months are many', async () => {
    const tally = await tallyOf(['2012-01-01', '2015', '2016-05-05', '2016-06-06'])
    expect(tally.timeline().map(({ label, count }) => `${label} ${count}`)).toEqual([
      '2012 1',
      '2013 0',
      '2014 0',
      '2015 1',
      '2016 2',
    ])
  })

  it('goes by year where no month is known', async () => {
    const tally = await tallyOf(['2015', '2017'])
    expect(tally.timeline().map(({ count }) => count)).toEqual([1, 0, 1])
  })

  it('is empty without a dated article', async () => {
    expect((await tallyOf([''])).timeline()).toEqual([])
  })
})
