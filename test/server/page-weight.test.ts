import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openTestSite, type Draft, type TestSite } from './test-site.ts'

const sentence =
  'The convoy of grain lorries and cranes reached the harbour of Portville before the rain, '

/** The most that a result shows: passages as long as they get, a name more than there is room for, and a family to fold. */
function draftOf(family: number, copy: number): Draft {
  const named = (what: string) => [1, 2, 3, 4].map((n) => `${what} of Family ${family} Number ${n}`)
  return {
    title: `Convoy number ${family} reaches the harbour of Portville in copy ${copy}`,
    text: Array.from({ length: 12 }, (_, n) => `${sentence.repeat(4)}convoy ${family}.${n}.`).join(
      '\n\n',
    ),
    outlet: `Harbour Gazette of Region ${copy}`,
    published: '2016-04-11',
    family: `family-${family}`,
    people: named('Carla Convoy'),
    places: named('Portville Quay'),
    weapons: named('Launcher'),
    cites: ['Harbour Wire'],
  }
}

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  const families = Array.from({ length: 20 }, (_, family) => family)
  await site.add(...families.flatMap((family) => [1, 2, 3, 4, 5, 6].map((n) => draftOf(family, n))))
}, 60_000)
afterAll(() => site.close())

describe('a page of twenty results', () => {
  it.each([
    ['/search?q=convoy&group=family', 70],
    [
      '/search?q=convoy+harbour+-zeppelin&group=family&from=2012&to=2020&sort=oldest&cites=harbour-wire',
      75,
    ],
    ['/search?q=convoy&density=compact', 25],
    ['/search?q=convoy&density=titles', 20],
  ])('%s stays under 100 KB, and its list under %i KB', async (path, kilobytes) => {
    const { text } = await site.get(path)
    const [list = ''] = /<ol class="hits".*<\/ol>/s.exec(text) ?? []
    expect(Buffer.byteLength(text)).toBeLessThan(100_000)
    expect(list.length).toBeGreaterThan(100)
    expect(Buffer.byteLength(list)).toBeLessThan(kilobytes * 1_000)
  })
})

describe('a page of a search for hundreds of names that nobody has', () => {
  const persons = Array.from({ length: 800 }, (_, n) => `person=nobody${n}`).join('&')

  it.each(['/search', '/names'])('%s stays light', async (path) => {
    const { text } = await site.get(`${path}?q=convoy&${persons}`)
    expect(text.length).toBeLessThan(100_000)
    expect(text).toContain('nobody3')
    expect(text).toMatch(/and \d+ more/)
  })

  it('names the first of them, and counts the others', async () => {
    const { text } = await site.get(`/search?q=convoy&${persons}`)
    expect(text.match(/No article has “Person:/g)).toHaveLength(5)
    expect(text).toContain('Nor has one 95 other values that are asked for.')
  })
})
