import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { addressAfter, boxesOf } from './filters-of.ts'
import { openTestSite, titlesIn, type TestSite } from './test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add(
    {
      title: 'First missiles reach the port',
      text: 'Ada Admiral said the delivery of the S-300 to Northland was complete, Sample Agency reported.',
      outlet: 'Harbour Gazette',
      published: '2016-04-11',
      url: 'https://harbour.example/first',
      people: ['Ada Admiral'],
      places: ['Northland'],
      weapons: ['S-300'],
      cites: ['Sample Agency'],
    },
    {
      title: 'Northland waits for deliveries',
      text: 'Bruno Broker told reporters that the S-300 would come later. Northland had hoped for March.',
      outlet: 'Evening Ledger',
      published: '2016-02',
      people: ['Bruno Broker'],
      places: ['Northland'],
      weapons: ['S-300'],
    },
    {
      title: 'Southland looks at the S-400',
      text: 'Ada Admiral and Bruno Broker both spoke of a delivery of S-400 systems.',
      outlet: 'Harbour Gazette',
      published: '2017',
      people: ['Ada Admiral', 'Bruno Broker'],
      weapons: ['S-400'],
    },
  )
})
afterAll(() => site.close())

const first = 'First missiles reach the port'
const second = 'Northland waits for deliveries'
const third = 'Southland looks at the S-400'

describe('the search page', () => {
  it('finds every form of the words, and never a neighbouring designator', async () => {
    const { text, status } = await site.get('/search?q=S300+delivery&sort=oldest')
    expect(status).toBe(200)
    expect(text).toContain('<strong>2 articles</strong>')
    expect(titlesIn(text)).toEqual([second, first])
  })

  it('marks the matches', async () => {
    const { text } = await site.get('/search?q=deliveries')
    expect(text).toContain('waits for <mark>deliveries</mark>')
    expect(text).toContain('the <mark>delivery</mark> of the S-300')
  })

  it.each([
    ['/search?person=ada-admiral', [third, first]],
    ['/search?person=ada-admiral&person=bruno-broker', [third, first, second]],
    ['/search?person=ada-admiral&place=northland', [first]],
    ['/search?-person=ada-admiral', [second]],
    ['/search?-outlet=harbour-gazette&weapon=s-300', [second]],
    ['/search?cites=sample-agency', [first]],
    ['/search?person=Ada+Admiral&outlet=Harbour+Gazette', [third, first]],
    ['/search?from=2016-03&to=2016', [first]],
    ['/search?q=outlet:%22evening+ledger%22', [second]],
    ['/search?sort=oldest', [second, first, third]],
    ['/search?utm_source=mail', [third, first, second]],
  ])('%s lists what it should', async (path, titles) => {
    const { text } = await site.get(path)
    expect(titlesIn(text)).toEqual(titles)
  })

  it('offers each facet value as a box, and a button that excludes it; both go back to the first page', async () => {
    const { text } = await site.get('/search?q=delivery&person=ada-admiral&page=1')
    expect(boxesOf(text, 'person')).toEqual(['[x] Ada Admiral 2', '[ ] Bruno Broker 2'])
    expect(addressAfter(text, 'narrow')).toBe('/search?q=delivery&person=ada-admiral')
    expect(addressAfter(text, 'narrow', { tick: 'person=ada-admiral' })).toBe('/search?q=delivery')
    expect(addressAfter(text, 'narrow', { tick: 'person=bruno-broker' })).toBe(
      '/search?q=delivery&person=ada-admiral&person=bruno-broker',
    )
    expect(addressAfter(text, 'narrow', { press: '-person=bruno-broker' })).toBe(
      '/search?q=delivery&person=ada-admiral&-person=bruno-broker',
    )
  })

  it('keeps the counts of a facet as they are without its own selection', async () => {
    const { text } = await site.get('/search?person=ada-admiral&place=northland')
    expect(boxesOf(text, 'person')).toEqual(['[x] Ada Admiral 1', '[ ] Bruno Broker 1'])
    expect(boxesOf(text, 'place')).toContain('[x] Northland 1')
  })

  it('keeps a selected value in its list when nothing has it', async () => {
    const { text } = await site.get('/search?q=S-400&place=northland')
    expect(boxesOf(text, 'place')).toContain('[x] Northland 0')
  })

  it('draws the months as buttons that set the period, and keep the rest', async () => {
    const { text } = await site.get('/search?q=delivery&person=ada-admiral&from=2015')
    expect(text).toContain('value="2016-04" title="April 2016: 1 article"')
    const month = addressAfter(text, 'timeline', { press: 'during=2016-04' })
    expect(month).toContain('q=delivery&person=ada-admiral&')
    const { text: narrowed } = await site.get(month)
    expect(titlesIn(narrowed)).toEqual([first])
    expect(narrowed).toContain(
      'data-here="/search?q=delivery&amp;person=ada-admiral&amp;from=2016-04&amp;to=2016-04"',
    )
  })

  it('lists the active filters, each with a link that takes it away', async () => {
    const { text } = await site.get('/search?q=delivery&person=ada-admiral&from=2016')
    expect(linkLabelled(text, 'Remove the filter Published: from 2016')).toBe(
      '/search?q=delivery&person=ada-admiral',
    )
    expect(text).toContain('<a class="clear" href="/search?q=delivery"')
  })

  it('keeps filters and order in the search box, and starts at the first page', async () => {
    const { text } = await site.get('/search?q=delivery&-place=northland&sort=oldest&page=1')
    const box = /<form class="searchbox"[\s\S]*?<\/form>/.exec(text)?.[0]
    expect(box).toContain('name="-place" value="northland"')
    expect(box).toContain('name="sort" value="oldest"')
    expect(box).not.toContain('name="page"')
  })

  it('says what it understood of the query, and about which part it is unsure', async () => {
    const { text } = await site.get('/search?q=delivery+after:soon')
    expect(text).toContain('“delivery”')
    expect(text).toContain('<code>delivery <mark>after:soon</mark></code>')
  })

  it('says which name it does not know', async () => {
    const { text, status } = await site.get('/search?person=Nobody+Known')
    expect(status).toBe(200)
    expect(text).toContain('No article has “Person: Nobody Known”.')
  })

  it('offers what would be found without one part, when nothing is found', async () => {
    const { text } = await site.get('/search?q=delivery&weapon=s-400&place=northland')
    const offers = /<div class="nothing">[\s\S]*?<\/div>/.exec(text)?.[0] ?? ''
    expect(offers).toContain('>2 articles</a> without the weapon “S-400”')
    expect(offers).toContain('>1 article</a> without the place “Northland”')
    expect(offers).not.toContain('without the query')
  })

  it('offers what would be found without a word or phrase of the query', async () => {
    const { text } = await site.get('/search?q=delivery+zeppelin+"S-300"')
    const offers = /<div class="nothing">[\s\S]*?<\/div>/.exec(text)?.[0] ?? ''
    expect(offers).toContain(
      '<a href="/search?q=delivery+%22S-300%22">2 articles</a> without the word “zeppelin”',
    )
    expect(offers).not.toContain('without the phrase')
    expect(offers).not.toContain('the query')
  })

  it.each([
    ['title:zeppelin+delivery', 'without the word “zeppelin” in the title'],
    ['zeppel*+delivery', 'without the beginning “zeppel*”'],
    ['delivery+place:southland', 'without the place “southland”'],
    ['delivery+-delivery', 'without excluding the word “delivery”'],
    ['delivery+date:1990', 'without the period “date:1990”'],
    ['delivery+(zeppelin+OR+airship)', 'without the alternatives “zeppelin OR airship”'],
  ])('calls each part of %s by what it is', async (q, offer) => {
    const { text } = await site.get(`/search?q=${q}`)
    const offers = /<div class="nothing">[\s\S]*?<\/div>/.exec(text)?.[0] ?? ''
    expect(offers).toContain(offer)
  })

  it('offers five ways at most, and none that finds nothing either', async () => {
    const words = ['delivery', '-delivery', '-port', '-S-300', '-sea', '-zeppelin', '-airship']
    const { text } = await site.get(`/search?q=${words.join('+')}&from=1990&to=1990`)
    expect(text).toContain('No article with “delivery”, without')
    expect(text).not.toContain('Still nothing')
    expect([...text.matchAll(/<li><a [^>]*>[^<]*<\/a> without/g)].length).toBeLessThan(6)
  })

  it('says which articles have a language when none is found by it', async () => {
    const { text } = await site.get('/search?q=delivery+lang:en')
    expect(text).toContain('Articles whose language could not be told')
    expect((await site.get('/search?q=zeppelin')).text).not.toContain('names their language')
  })

  it('offers to fold near-duplicates only where there are some', async () => {
    expect((await site.get('/search')).text).not.toContain('Fold near-duplicates')
    expect((await site.get('/search?group=family')).text).toMatch(/ checked>Fold near-duplicates/)
  })

  it('links an article together with the search and its place in it, and numbers it so', async () => {
    const { text } = await site.get('/search?q=port&person=ada-admiral')
    expect(text).toMatch(/href="\/article\/[a-z0-9]+\?q=port&amp;person=ada-admiral&amp;at=1"/)
    expect(text).toContain('<ol class="hits" start="1">')
  })
})

describe('an address with mistakes in it', () => {
  it.each([
    ['/search?q=delivery&from=2016-13', 'Not a date'],
    ['/search?q=delivery&page=none', 'Not a number'],
    ['/search?q=delivery&from=2017&to=2016', 'ends (2016) before it begins (2017)'],
  ])('is answered with 400, the reason and a page that works', async (path, reason) => {
    const { text, status } = await site.get(path)
    expect(status).toBe(400)
    expect(text).toContain(reason)
    expect(titlesIn(text).length).toBeGreaterThan(0)
  })

  it('does no harm when its percent signs are damaged', async () => {
    expect((await site.get('/search?q=%E0%A4%A')).status).toBe(200)
  })

  it('leads back when its page is past the last one', async () => {
    const { text, status } = await site.get('/search?page=9')
    expect(status).toBe(200)
    expect(text).toContain('<a href="/search">Go to the last page</a>')
  })
})

describe('an index that is behind the archive', () => {
  it('is announced above the results', async () => {
    const behind = await openTestSite()
    try {
      await behind.add({ title: 'Boats', text: 'Boats came.' })
      expect((await behind.get('/search?q=boats')).text).not.toContain('The index is')
      behind.addUnindexed({ title: 'More boats', text: 'More came.' })
      const { text } = await behind.get('/search?q=boats')
      expect(titlesIn(text)).toEqual(['Boats'])
      expect(text).toContain('The index is being built: 1 of 2 articles can be found so far.')
    } finally {
      await behind.close()
    }
  })
})

describe('many results', () => {
  it('are paged through in order, twenty at a time, without losing the query', async () => {
    const many = await openTestSite()
    try {
      const days = Array.from({ length: 45 }, (_, n) => n + 1)
      await many.add(
        ...days.map((n) => ({ title: `Report ${n}`, text: 'Cargo.', published: '2016' })),
      )
      const pages = []
      for (const page of [1, 2, 3])
        pages.push((await many.get(`/search?q=cargo&page=${page}`)).text)
      expect(pages.map((page) => titlesIn(page).length)).toEqual([20, 20, 5])
      expect(new Set(pages.flatMap(titlesIn)).size).toBe(45)
      expect(pages[1]).toContain('href="/search?q=cargo&amp;page=3" rel="next"')
      expect(pages[1]).toContain('href="/search?q=cargo" rel="prev"')
      expect(pages[2]).not.toContain('rel="next"')
    } finally {
      await many.close()
    }
  })
})

describe('an empty archive', () => {
  it('shows the commands that fill it', async () => {
    const empty = await openTestSite()
    try {
      const { text, status } = await empty.get('/search')
      expect(status).toBe(200)
      expect(text).toContain(`npm run index -- --data-dir ${empty.dataDir} PATH…`)
      expect(text).toContain('load-sample')
    } finally {
      await empty.close()
    }
  })
})

function linkLabelled(html: string, label: string): string | undefined {
  const tag = [...html.matchAll(/<a [^>]*>/g)].find(([text]) => text.includes(`"${label}"`))
  return /href="([^"]*)"/.exec(tag?.[0] ?? '')?.[1]?.replaceAll('&amp;', '&')
}
