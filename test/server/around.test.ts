import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { reachableHits } from '../../engine/search-engine.ts'
import { windowAround } from '../../server/around.ts'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
/** By title. */
const ids = new Map<string, string>()
beforeAll(async () => {
  site = await openTestSite()
  const drafts = Array.from({ length: 25 }, (_, n) => ({
    title: `Convoy ${n + 1}`,
    text: 'A convoy crossed the pass.',
    published: `2016-05-${String(n + 1).padStart(2, '0')}`,
    people: n % 2 === 0 ? ['Ada Admiral'] : [],
    // The second and third tell the same story.
    family: n === 1 || n === 2 ? 'crossing' : '',
  }))
  const added = await site.add(...drafts)
  for (const [n, { title }] of drafts.entries()) ids.set(title, added[n] ?? '')
})
afterAll(() => site.close())

/** What an article's page says of the way through the results, links as the titles that they lead to. */
async function wayFrom(title: string, search: string) {
  const { text } = await site.get(`/article/${ids.get(title) ?? ''}?${search}`)
  const nav = firstIn(text, /(<nav class="around"[\s\S]*?<\/nav>)/)
  return {
    label: firstIn(nav, /<span>(.*?)<\/span>/),
    note: firstIn(nav, /<span class="note">(.*?)<\/span>/),
    previous: firstIn(nav, /rel="prev[^"]*" title="(.*?)"/),
    next: firstIn(nav, /rel="next[^"]*" title="(.*?)"/),
    back: firstIn(text, /<p class="back"><a href="(.*?)"/).replaceAll('&amp;', '&'),
  }
}

const firstIn = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? ''

describe('the way through the results', () => {
  it('leads from each article to those before and after it', async () => {
    expect(await wayFrom('Convoy 5', 'q=convoy&sort=oldest&at=5')).toMatchObject({
      label: 'Result 5 of 25',
      previous: 'Convoy 4',
      next: 'Convoy 6',
    })
  })

  it('goes the way of the order that was asked for', async () => {
    expect(await wayFrom('Convoy 5', 'q=convoy&sort=newest&at=21')).toMatchObject({
      label: 'Result 21 of 25',
      previous: 'Convoy 6',
      next: 'Convoy 4',
    })
  })

  it('ends at the first and the last', async () => {
    expect(await wayFrom('Convoy 1', 'q=convoy&sort=oldest&at=1')).toMatchObject({
      previous: '',
      next: 'Convoy 2',
    })
    expect(await wayFrom('Convoy 25', 'q=convoy&sort=oldest&at=25')).toMatchObject({
      previous: 'Convoy 24',
      next: '',
    })
  })

  it('keeps to the filters', async () => {
    const search = 'q=convoy&person=ada-admiral&sort=oldest&at=3'
    expect(await wayFrom('Convoy 5', search)).toMatchObject({
      label: 'Result 3 of 13',
      previous: 'Convoy 3',
      next: 'Convoy 7',
    })
  })

  it.each(['Convoy 2', 'Convoy 3'])(
    'takes near-duplicates for one where they are folded: %s',
    async (title) => {
      expect(await wayFrom(title, 'q=convoy&group=family&sort=oldest&at=2')).toMatchObject({
        label: 'Result 2 of 24',
        previous: 'Convoy 1',
        next: 'Convoy 4',
      })
    },
  )

  it('leads back to the page of results that the article is on', async () => {
    const { back } = await wayFrom('Convoy 21', 'q=convoy&sort=oldest&at=21')
    expect(back).toBe('/search?q=convoy&sort=oldest&page=2')
  })

  it('finds an article again that has left its place, and says so', async () => {
    expect(await wayFrom('Convoy 5', 'q=convoy&sort=oldest&at=9')).toMatchObject({
      label: 'Result 5 of 25',
      note: 'The results have changed since: it was result 9.',
      previous: 'Convoy 4',
      next: 'Convoy 6',
    })
  })

  it('leads nowhere from an article that is none of the results', async () => {
    expect(await wayFrom('Convoy 2', 'q=convoy&person=ada-admiral&at=2')).toMatchObject({
      label: '',
      note: 'The results have changed since: this article is not near place 2 any more.',
      previous: '',
      next: '',
    })
  })

  it.each(['q=convoy', 'q=convoy&at=0', 'q=convoy&at=x', `q=convoy&at=${reachableHits + 1}`])(
    'is not there without a place that can be gone to: %s',
    async (search) => {
      const { text, status } = await site.get(`/article/${ids.get('Convoy 2') ?? ''}?${search}`)
      expect(status).toBe(200)
      expect(text).not.toContain('class="around"')
    },
  )
})

it('a page of at most 23 results holds any place and its neighbours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: reachableHits }), (at) => {
      const { page, pageSize } = windowAround(at)
      const [first, last] = [(page - 1) * pageSize + 1, page * pageSize]
      expect(pageSize).toBeLessThanOrEqual(23)
      expect(first).toBeLessThanOrEqual(Math.max(1, at - 1))
      expect(last).toBeGreaterThanOrEqual(at + 1)
    }),
  )
})
