import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add(
    { title: 'Convoy seen', published: '2016-04-11', weapons: ['S-300'] },
    { title: 'Convoy of a year', published: '2017', weapons: ['S-300'] },
    { title: 'Convoy leaflet', published: '', weapons: ['S-300'] },
    { title: 'Harbour leaflet', published: '' },
  )
})
afterAll(() => site.close())

const titles = async (parameters: string) => {
  const { body } = await site.get(`/search.json?${parameters}`)
  return JSON.stringify(body).match(/(?<="title":")[^"]*/g) ?? []
}

describe('articles without a date', () => {
  it.each([
    ['', '2 without a date', '/search?from=%5Bnone%5D'],
    ['q=convoy', '1 without a date', '/search?q=convoy&amp;from=%5Bnone%5D'],
    ['q=convoy&from=2016', '1 without a date', '/search?q=convoy&amp;from=%5Bnone%5D'],
    ['q=convoy&from=2016&to=2016-04', '1 without a date', '/search?q=convoy&amp;from=%5Bnone%5D'],
  ])('are counted beside the timeline of “%s”', async (parameters, label, href) => {
    const { text } = await site.get(`/search?${parameters}`)
    expect(text).toContain(`href="${href}">${label}</a>`)
  })

  it('are not mentioned where there are none', async () => {
    expect((await site.get('/search?q=seen')).text).not.toContain('without a date')
    expect((await site.get('/search?q=year')).text).not.toContain('without a date')
  })

  it('are found by themselves, with the rest of the search', async () => {
    expect(await titles('from=[none]')).toEqual(['Harbour leaflet', 'Convoy leaflet'])
    expect(await titles('q=convoy+OR+harbour&weapon=s-300&from=[none]')).toEqual(['Convoy leaflet'])
  })

  it('are a filter that is shown, described, exported and taken away', async () => {
    const { text } = await site.get('/search?q=convoy&from=[none]')
    expect(text).toContain('Remove the filter Published: without a date"')
    expect(text).toContain('href="/search?q=convoy"')
    expect(text).toContain('/search.csv?q=convoy&amp;from=%5Bnone%5D')
    expect(text).toContain('<title>convoy, without a date of publication · Dateline</title>')
    const csv = await site.get('/search.csv?q=convoy&from=[none]')
    expect(csv.text.match(/Convoy \w+/g)).toEqual(['Convoy leaflet'])
    const report = await site.get('/search.html?q=convoy&from=[none]')
    expect(report.text).toContain('without a date of publication')
    expect(report.text).toContain('Convoy leaflet')
    expect(report.text).not.toContain('Convoy seen')
  })

  it('are in no period', async () => {
    const { status, text } = await site.get('/search?from=[none]&to=2016')
    expect(status).toBe(400)
    expect(text).toContain('Articles without a date are in no period')
  })

  it('stay the filter of a saved query', async () => {
    await site.post('/saved', { search: 'q=convoy&from=%5Bnone%5D', name: 'Leaflets' })
    const { text } = await site.get('/saved')
    expect(text).toContain('without a date of publication')
  })
})
