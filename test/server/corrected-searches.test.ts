import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add(
    { title: 'Missile delivery', text: 'A missile delivery was late.', published: '2016' },
    { title: 'Missile deliveries', text: 'Missile deliveries end.', published: '2019' },
    { title: 'Missal', text: 'The missal was printed.', published: '2016' },
  )
})
afterAll(() => site.close())

/** What is offered, and its count as shown. */
async function offered(parameters: string): Promise<string[]> {
  const { text } = await site.get(`/search?${parameters}`)
  const line = /<p class="meant">(.*?)<\/p>/s.exec(text)?.[1] ?? ''
  return [...line.matchAll(/<a [^>]*>(.*?)<\/a> <span class="note">\((.*?)\)/g)].map(
    ([, query, count]) => `${query}: ${count}`,
  )
}

describe('did you mean', () => {
  it('corrects every unknown word at once, counts what that finds, and offers nothing that finds nothing', async () => {
    expect(await offered('q=misile+delivary')).toEqual(['missile delivery: 2 articles'])
    expect(await offered('q="misile+delivary"')).toEqual(['&#34;missile delivery&#34;: 2 articles'])
  })

  it('counts under the filters', async () => {
    expect(await offered('q=misile+delivary&from=2018')).toEqual(['missile delivery: 1 article'])
    expect(await offered('q=misile+delivary&from=2021')).toEqual([])
  })

  it('offers what finds more than the search itself did', async () => {
    expect(await offered('q=missal+OR+delivary')).toEqual(['missal OR delivery: 3 articles'])
  })
})
