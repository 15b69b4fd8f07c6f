import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
let ids: string[]
beforeAll(async () => {
  site = await openTestSite()
  ids = await site.add(
    {
      title: 'Convoy seen in the north',
      text: 'Carla Convoy led the trucks. A second convoy followed.',
      outlet: 'Sample Courier',
      published: '2014-09-03',
      url: 'https://courier.example/convoy',
      people: ['Carla Convoy'],
      places: ['Northland'],
    },
    { title: 'Convoy turns back', outlet: 'Evening Ledger', url: 'javascript:alert(1)' },
  )
})
afterAll(() => site.close())

describe('/search.json', () => {
  it('has the shape that programs rely on', async () => {
    const { body, status } = await site.get('/search.json?q=trucks&-outlet=evening-ledger')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      total: 1,
      exact: true,
      hits: [
        {
          id: ids[0],
          title: 'Convoy seen in the north',
          titleMatches: [],
          outlet: 'Sample Courier',
          published: '2014-09-03',
          url: 'https://courier.example/convoy',
          passages: [
            { text: 'Carla Convoy led the trucks. A second convoy followed.', matches: [[21, 27]] },
          ],
        },
      ],
      facets: {
        people: [
          { id: 'carla-convoy', name: 'Carla Convoy', count: 1, selected: false, excluded: false },
        ],
        places: [{ id: 'northland', name: 'Northland', count: 1 }],
        weapons: [{ id: '[none]', count: 1 }],
        cites: [{ id: '[none]', count: 1 }],
      },
      timeline: { unit: 'month', counts: [{ period: '2014-09', count: 1 }] },
      groups: 1,
      readings: [],
      didYouMean: [],
      warnings: [],
    })
    expect(body).toHaveProperty(
      'facets.outlet',
      expect.arrayContaining([
        expect.objectContaining({ id: 'evening-ledger', excluded: true, selected: false }),
      ]),
    )
  })

  it('says where the query stands in titles', async () => {
    const { body } = await site.get('/search.json?q=title:convoy+north')
    expect(body).toMatchObject({
      hits: [
        {
          titleMatches: [
            [0, 6],
            [19, 24],
          ],
        },
      ],
    })
  })

  it('never hands out an address that is not http(s)', async () => {
    const { body } = await site.get('/search.json?q=turns')
    expect(body).toMatchObject({ hits: [{ url: '' }] })
  })

  it('answers mistakes of the address with 400 and the reason', async () => {
    const { body, status } = await site.get('/search.json?q=convoy&to=2016-00')
    expect(status).toBe(400)
    expect(body).toMatchObject({ status: 400, problems: [{ parameter: 'to' }] })
  })

  it('carries the warnings of the query with the part that they are about', async () => {
    const { body } = await site.get('/search.json?q=convoy+after:soon')
    expect(body).toMatchObject({ warnings: [{ start: 7, end: 17 }] })
  })
})
