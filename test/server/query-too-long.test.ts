import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { longestQuery } from '../../engine/query/parse.ts'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add({ title: 'Convoy seen', outlet: 'Harbour Gazette' })
})
afterAll(() => site.close())

describe('a query that is too long', () => {
  const typed = 'convoy '.repeat(longestQuery / 5).trim()
  const parameters = `outlet=harbour-gazette&q=${encodeURIComponent(typed)}`

  it('is refused, kept to be shortened with the filters, and finds and exports nothing', async () => {
    const { status, text } = await site.get(`/search?${parameters}`)
    expect(status).toBe(400)
    expect(text).toContain(
      `The query is ${typed.length} characters long; the limit is ${longestQuery}. Shorten it.`,
    )
    expect(text).toContain(`value="${typed}"`)
    expect(text).toContain('name="outlet" value="harbour-gazette"')
    expect(text).not.toContain('Convoy seen')
    expect(text).not.toContain('/search.csv')
  })

  it.each(['json', 'csv'])('is refused as .%s too', async (ending) => {
    const { status, text } = await site.get(`/search.${ending}?${parameters}`)
    expect(status).toBe(400)
    expect(text).not.toContain('Convoy seen')
  })
})
