import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { facetTable } from '../../server/facets.ts'
import { boxesOf } from './filters-of.ts'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite

const rightToLeft = 'علي الميناء الكبير'
const long = 'Department of Inland Waterways and Harbours, Northern Branch, Second Office, '.repeat(
  2,
)
const names = (kind: string, many: number, below = '') =>
  Array.from({ length: many }, (_, n) => `${kind} number ${String(n).padStart(5, '0')}${below}`)

beforeAll(async () => {
  site = await openTestSite()
  const months = Array.from({ length: 180 }, (_, n) => {
    const published = `${2006 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-10`
    return { title: `Report ${n}`, text: 'A convoy.', published, people: [rightToLeft, long] }
  })
  await site.add(...months, {
    title: 'A census',
    text: 'A convoy was counted.',
    people: names('Person', 10_000),
    places: names('Place', 60, ' < Northland'),
    weapons: names('Weapon', 60, ' < Missile'),
    outlet: 'Harbour Gazette',
    cites: names('Agency', 60),
  })
}, 60_000)
afterAll(() => site.close())

/** A part of a page, in bytes. */
function weigh(html: string, start: string, end: string): number {
  const from = html.indexOf(start)
  return Buffer.byteLength(html.slice(from, html.indexOf(end, from)))
}

describe('a page of results among ten thousand values and fifteen years of months', () => {
  it.each([
    ['of all articles', '/search?q=convoy'],
    [
      'narrowed by many',
      `/search?q=convoy&${facetTable.map(({ parameter }) => `-${parameter}=bruno-broker`).join('&')}`,
    ],
  ])('%s has filters and a timeline of 35 KB at most', async (_, path) => {
    const { text } = await site.get(path)
    const filters = weigh(text, '<div class="filters">', '<section class="results"')
    const timeline = weigh(text, '<section class="timeline"', '</section>')
    expect(timeline).toBeGreaterThan(10_000)
    expect(filters + timeline).toBeLessThan(35_000)
  })

  it('has the ten most frequent values, and leads to the others', async () => {
    const { text } = await site.get('/search?q=convoy')
    expect(boxesOf(text, 'person')).toHaveLength(10)
    expect(text).toContain('<a class="more" href="/facet/person?q=convoy">More people')
  })

  it('sets names apart from what stands around them, whichever way they are written', async () => {
    const { text } = await site.get('/search?q=convoy')
    expect(text).toContain(`<bdi>${rightToLeft}</bdi><i>180</i>`)
    expect(text).toContain(`<bdi>${long}</bdi><i>180</i>`)
  })
})

describe('the page of all ten thousand values', () => {
  it('has a hundred of them in less than 100 KB, and the last ones too', async () => {
    for (const part of [1, 101]) {
      const { text } = await site.get(`/facet/person?q=convoy&part=${part}`)
      expect(Buffer.byteLength(text)).toBeLessThan(100_000)
    }
    const { text } = await site.get('/facet/person?q=convoy&order=name&part=101')
    expect(boxesOf(text, 'person').slice(-2)).toEqual([
      '[ ] Person number 09999 1',
      `[ ] ${rightToLeft} 180`,
    ])
  })

  it('finds one of them by its name', async () => {
    const { text } = await site.get('/facet/person?find=number+07777')
    expect(boxesOf(text, 'person')).toEqual(['[ ] Person number 07777 1'])
  })
})
