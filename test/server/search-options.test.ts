import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { addressAfter, boxesOf } from './filters-of.ts'
import { openTestSite, titlesIn, type TestSite } from './test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add(
    {
      title: 'Ferry leaves Portville',
      text: 'The deliveries went to Northland. Ada Admiral met Bruno Broker in Portville.',
      published: '1998-05-04',
      people: ['Ada Admiral', 'Bruno Broker'],
      places: ['Portville < Northland', 'Northland'],
      family: 'ferry',
    },
    {
      title: 'Ferry leaves Portville, agency says',
      text: 'Deliveries went to Northland. Ada Admiral saw them off in Portville.',
      published: '2016-04-11',
      people: ['Ada Admiral'],
      places: ['Portville < Northland'],
      family: 'ferry',
    },
    {
      title: 'A delivery to nobody',
      text: 'One delivery stayed at sea.',
      published: '2016-04',
    },
  )
})
afterAll(() => site.close())

const [older, newer, third] = [
  'Ferry leaves Portville',
  'Ferry leaves Portville, agency says',
  'A delivery to nobody',
]

describe('exact spelling', () => {
  it('finds only what is written as typed', async () => {
    expect(titlesIn((await site.get('/search?q=delivery')).text)).toHaveLength(3)
    const { text } = await site.get('/search?q=delivery&spelling=exact')
    expect(titlesIn(text)).toEqual([third])
  })

  it('is a box to tick or not, beside the rest of the search, and kept by the search box', async () => {
    const { text } = await site.get('/search?q=delivery&place=portville&page=2')
    expect(switchesOf(text)).toBe('q=delivery&place=portville')
    expect(switchesOf(text, 'Exact spelling')).toBe('spelling=exact&q=delivery&place=portville')
    const exact = (await site.get('/search?q=delivery&spelling=exact')).text
    expect(switchesOf(exact)).toBe('spelling=exact&q=delivery')
    expect(linkOf(exact, 'Remove the filter Spelling: exact')).toBe('/search?q=delivery')
    expect(exact).toContain('<input type="hidden" name="spelling" value="exact">')
  })

  it('is no question without words', async () => {
    expect((await site.get('/search')).text).not.toContain('Exact spelling')
  })

  it('is among what can be given up when nothing is found', async () => {
    const { text } = await site.get('/search?q=ferries&spelling=exact')
    expect(text).toContain('>2 articles</a> without exact spelling')
  })
})

describe('other spellings of a name', () => {
  it('are searched, said, marked and named below the hit', async () => {
    const names = await openTestSite()
    try {
      await names.add(
        {
          title: 'Boats for Portville',
          text: 'Minister Hossein Dehghan saw the boats.',
          people: ['Hossein Dehghan'],
        },
        {
          title: 'Boats delayed',
          text: 'Minister Hossein Dehqan waits for the boats.',
          people: ['Hossein Dehghan (Hossein Dehqan)'],
        },
      )
      const { text } = await names.get('/search?q=Dehqan')
      expect(titlesIn(text).sort()).toEqual(['Boats delayed', 'Boats for Portville'])
      expect(text).toContain('<a href="/search?q=%3DDehghan">Dehghan (Hossein Dehghan)</a>')
      expect(text).toContain('<a class="typed" href="/search?q=%3DDehqan"')
      expect(text).toContain('<a href="/search?q=Dehqan&amp;spelling=exact">')
      expect(text).toContain('Hossein <mark>Dehghan</mark> saw')
      expect(text).toMatch(/Dehqan <span[^>]*>≈<\/span>.*<b>Dehghan \(Hossein Dehghan\)<\/b>/)
      const exact = (await names.get('/search?q=Dehqan&spelling=exact')).text
      expect(titlesIn(exact)).toEqual(['Boats delayed'])
      expect(exact).not.toContain('Also searched')
    } finally {
      await names.close()
    }
  })
})

describe('a word that no article has', () => {
  it('is corrected in one click, with the filters', async () => {
    const { text } = await site.get('/search?q=delivrey+Northland&place=portville')
    expect(text).toContain(
      'Did you mean <a href="/search?q=delivery+Northland&amp;place=portville">delivery Northland</a> <span class="note">(2 articles)</span>',
    )
  })
})

describe('all of several values', () => {
  it('narrows the search to articles with each of them', async () => {
    const both = '/search?person=ada-admiral&person=bruno-broker'
    const { text } = await site.get(both)
    expect(titlesIn(text)).toEqual([newer, older])
    expect(text).toContain('<input type="radio" name="person.match" value="any" checked>')
    expect(text).toContain('<input type="radio" name="person.match" value="all">')
    const narrowed = (await site.get(`${both}&person.match=all`)).text
    expect(titlesIn(narrowed)).toEqual([older])
    expect(narrowed).toContain('<input type="radio" name="person.match" value="all" checked>')
    expect(linkOf(narrowed, 'Remove the filter Match: all of these people')).toBe(both)
  })
})

describe('values that stand below others', () => {
  it('count for the broader ones, and are indented below them', async () => {
    const { text } = await site.get('/search')
    expect(boxesOf(text, 'place').slice(0, 2)).toEqual(['[ ] Northland 2', '[ ] Portville 2'])
    expect(text).toMatch(
      /<bdi>Northland<\/bdi>.*\s<details id="below-place-northland" open><summary title="Below Northland"><\/summary><ul><li>.*<bdi>Portville/,
    )
  })

  it('are found by the broader one', async () => {
    expect(titlesIn((await site.get('/search?place=northland')).text)).toEqual([newer, older])
  })
})

describe('having no value', () => {
  it('is a value named none', async () => {
    const { text } = await site.get('/search')
    expect(boxesOf(text, 'person')).toContain('[ ] none 1')
    const none = (await site.get('/search?person=[none]')).text
    expect(titlesIn(none)).toEqual([third])
    expect(none).toContain('aria-label="Remove the filter Person: none"')
    expect(none).not.toContain('No article has')
  })

  it('can be excluded', async () => {
    expect(titlesIn((await site.get('/search?-person=[none]')).text)).toEqual([newer, older])
  })
})

describe('an excluded value', () => {
  it('tells how many articles it hides', async () => {
    const { text } = await site.get('/search?-person=bruno-broker')
    expect(boxesOf(text, 'person')).toContain('[x] not Bruno Broker hides 1')
  })

  it('comes back when its box is not ticked any more', async () => {
    const { text } = await site.get('/search?-person=bruno-broker&sort=oldest')
    expect(addressAfter(text, 'narrow', { tick: '-person=bruno-broker' })).toBe(
      '/search?sort=oldest',
    )
  })
})

describe('near-duplicates', () => {
  it('are folded on demand, and counted below the one that is shown', async () => {
    const { text } = await site.get('/search?q=delivery')
    expect(switchesOf(text, 'Fold near-duplicates')).toBe('group=family&q=delivery')
    const page = (await site.get('/search?q=delivery&group=family&sort=newest')).text
    expect(titlesIn(page)).toEqual([newer, third])
    expect(page).toContain('<strong>3 articles</strong> in 2 results')
    expect(page).toContain('<summary>2 articles → 1 text</summary>')
  })
})

describe('the timeline', () => {
  it.each([
    ['by year over decades', '/search?q=delivery', '1998: 1 article'],
    ['by month within a year', '/search?q=delivery&from=2016&to=2016', 'April 2016: 2 articles'],
    ['by day within a month', '/search?q=delivery&from=2016-04&to=2016-04', '11 April 2016: 1 art'],
  ])('is drawn %s', async (_, path, label) => {
    expect((await site.get(path)).text).toContain(label)
  })
})

describe('a saved query', () => {
  it('keeps spelling, grouping and match, and counts by them', async () => {
    const search = 'q=delivery&person=ada-admiral&person=bruno-broker&person.match=all&group=family'
    await site.post('/saved', { name: 'Both', search })
    await site.post('/saved', { name: 'Exact', search: 'q=delivery&spelling=exact' })
    expect(site.store.savedQueries.list(0).map((saved) => saved.search)).toEqual([
      search,
      'q=delivery&spelling=exact',
    ])
    const { text } = await site.get('/saved')
    const totals = [...text.matchAll(/<dt>Total<\/dt><dd>(\d+)<\/dd>/g)].map(([, total]) => total)
    expect(totals).toEqual(['1', '1'])
    expect(text).toContain('exact spelling')
    expect(text).toContain('people: Ada Admiral and Bruno Broker (all), near-duplicates folded')
  })
})

describe('the article page', () => {
  it('marks what its hit marked', async () => {
    const { text } = await site.get('/search?q=delivery&spelling=exact')
    const link = /href="(\/article\/[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(link).toContain('spelling=exact')
    expect((await site.get(link)).text).toMatch(/One <mark[^>]*>delivery<\/mark>.* stayed/)
  })

  it('can be read while the search engine does not answer, and says what is missing', async () => {
    const broken = await openTestSite('broken')
    try {
      const [id = ''] = await broken.add({ title: 'Alone', text: 'A delivery.' })
      const { text, status } = await broken.get(`/article/${id}?q=delivery`)
      expect(status).toBe(200)
      expect(text).toContain('A delivery.')
      expect(text).toContain(
        'The query is not marked in this text: The test engine is switched off',
      )
    } finally {
      await broken.close()
    }
  })
})

/** The address of the link whose label begins so. */
function linkOf(html: string, label: string): string | undefined {
  const tag = [...html.matchAll(/<a [^>]*>/g)].find(([text]) => text.includes(`"${label}`))
  return /href="([^"]*)"/.exec(tag?.[0] ?? '')?.[1]?.replaceAll('&amp;', '&')
}

/** What the boxes above the results send as they are, and with one more of them ticked. */
function switchesOf(html: string, ticked = ''): string {
  const form = /<form class="switches".*?<\/form>/s.exec(html)?.[0] ?? ''
  const fields = form.matchAll(
    /<input type="(\w+)" name="(\w+)" value="([^"]*)"( checked)?>([^<]*)/g,
  )
  const sent = [...fields].filter(
    ([, type, , , checked, label]) =>
      type === 'hidden' || checked !== undefined || label === ticked,
  )
  return new URLSearchParams(
    sent.map(([, , name = '', value = '']): [string, string] => [name, value]),
  ).toString()
}
