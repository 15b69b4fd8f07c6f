import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openTestSite, type TestSite } from '../test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add(
    { title: 'Frigate', outlet: 'Harbour Gazette', published: '2016-01-10' },
    { title: 'Frigate again', outlet: 'Harbour Gazette', published: '2016-02' },
    { title: 'Talks', outlet: 'Harbour Gazette', published: '2016-02-20' },
    { title: 'Corvette', outlet: 'Harbour Gazette', published: '2016-05-01' },
    { title: 'Review of the year', outlet: 'Evening Ledger', published: '2016' },
    { title: 'Frigate sold', outlet: 'Evening Ledger', published: '2016-03-03' },
    { title: 'Frigate, undated', outlet: 'Evening Ledger' },
    { title: 'Frigate of old', outlet: '<i>Old</i> Herald', published: '1961-07-01' },
    { title: 'Frigate of yore', outlet: '<i>Old</i> Herald', published: '1961-09-01' },
  )
})
afterAll(() => site.close())

const outletsOf = async (path: string) => (await site.get(path)).body
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
/** The cells of an outlet's line, as text. */
const lineOf = async (path: string, outlet: string) => {
  const { text } = await site.get(path)
  const [line = ''] = text.split('<tr>').filter((row) => row.includes(`>${outlet}</a></th>`))
  return [...line.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => textOf(cell))
}

describe('coverage', () => {
  it('counts by month with the gaps of each outlet', async () => {
    expect(await outletsOf('/coverage.json?from=2016&to=2016')).toMatchObject({
      unit: 'month',
      outlets: [
        {
          name: 'Harbour Gazette',
          counts: [1, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
          gaps: [{ from: '2016-03', to: '2016-04', months: 2 }],
        },
        { name: 'Evening Ledger', counts: [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], gaps: [] },
      ],
    })
  })

  it('marks a gap in words, and shows nothing outside of the time of an outlet', async () => {
    expect(await lineOf('/coverage?from=2016&to=2016', 'Harbour Gazette')).toEqual([
      ...['4', '1', '2', 'gap', 'gap', '1', '', '', '', '', '', '', ''],
      'March 2016 to April 2016',
    ])
  })

  it('is by decades where the time is long, and leads into them', async () => {
    const { text } = await site.get('/coverage')
    expect(textOf(text)).toContain('1960s 1970s 1980s 1990s 2000s 2010s')
    expect(text).toContain('href="/coverage?from=1960&amp;to=1969"')
    expect(await lineOf('/coverage?from=1961&to=1965', '&lt;i&gt;Old&lt;/i&gt; Herald')).toEqual([
      ...['2', '2 1 gap', '', '', '', ''],
      'August 1961',
    ])
  })

  it('tells of undated articles, and of those dated to a year alone', async () => {
    expect((await site.get('/coverage')).text).toContain('1 undated article in no column.')
    const { text } = await site.get('/coverage?from=2016&to=2016')
    expect(text).toContain('1 article dated to a year alone, in no month.')
  })

  it('shows what a search finds of each outlet, and its share', async () => {
    const path = '/coverage?q=frigate&from=2016&to=2016'
    const [articles, share, ...months] = await lineOf(path, 'Harbour Gazette')
    expect([articles, share, months.slice(0, 5)]).toEqual([
      '2',
      '50 %',
      ['1', '1', 'gap', 'gap', '0'],
    ])
    const shares = await lineOf(`${path}&show=share`, 'Harbour Gazette')
    expect(shares.slice(2, 4)).toEqual(['100 %', '50 %'])
  })

  it('lists outlets by name, or those chosen', async () => {
    for (const path of ['/coverage.json?find=harb', '/coverage.json?outlet=harbour-gazette']) {
      expect(await outletsOf(path)).toMatchObject({ outlets: [{ name: 'Harbour Gazette' }] })
    }
  })

  it('counts anew when articles have come', async () => {
    await site.add({ title: 'A first one', outlet: 'New Post', published: '2016-06-01' })
    const before = await outletsOf('/coverage.json?find=new')
    await site.add({ title: 'A second one', outlet: 'New Post', published: '2016-08-01' })
    expect(before).toMatchObject({ outlets: [{ gaps: [] }] })
    expect(await outletsOf('/coverage.json?find=new')).toMatchObject({
      outlets: [{ gaps: [{ from: '2016-07', to: '2016-07' }] }],
    })
  })

  it('is a file by month, with the gaps', async () => {
    const { text, headers } = await site.get('/coverage.csv?find=harb')
    expect(headers['content-disposition']).toContain('dateline-coverage.csv')
    expect(text.replace('\u{FEFF}', '').trim().split('\r\n')).toEqual([
      'outlet_id,outlet,month,articles,of_articles,gap',
      'harbour-gazette,Harbour Gazette,2016-01,1,1,',
      'harbour-gazette,Harbour Gazette,2016-02,2,2,',
      'harbour-gazette,Harbour Gazette,2016-03,0,0,gap',
      'harbour-gazette,Harbour Gazette,2016-04,0,0,gap',
      'harbour-gazette,Harbour Gazette,2016-05,1,1,',
    ])
  })

  it('tells of an address that cannot be read', async () => {
    expect((await site.get('/coverage?from=2016-13')).status).toBe(400)
    expect((await site.get('/coverage.csv?from=2016-13')).status).toBe(400)
  })
})

it('coverage of an empty archive says that there is nothing', async () => {
  const empty = await openTestSite()
  try {
    const { status, text } = await empty.get('/coverage')
    expect([status, text.includes('No outlet has an article here.')]).toEqual([200, true])
  } finally {
    await empty.close()
  }
})
