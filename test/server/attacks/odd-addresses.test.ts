import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fillSite, type FullSite } from '../full-site.ts'
import { openTestSite, type TestSite } from '../test-site.ts'

let site: TestSite
let full: FullSite
beforeAll(async () => {
  site = await openTestSite()
  full = await fillSite(site, site, 'Carla Convoy')
}, 60_000)
afterAll(() => site.close())

const isHtml = (headers: Readonly<Record<string, unknown>>) =>
  String(headers['content-type']).startsWith('text/html')

describe('markup in an address', () => {
  const mark = `a"zyx'zyx<zyx onerror=zyx></title></script>`
  const facets = ['person', 'place', 'weapon', 'outlet', 'cites']
  const parameters = [
    ...['q', 'spelling', 'from', 'to', 'during', 'group', 'sort', 'page', 'newer', 'saved'],
    ...facets.flatMap((facet) => [facet, `-${facet}`, `${facet}.match`]),
    ...['find', 'below', 'part', 'density', 'show', 'order', 'names', 'phrases', 'mark', 'list'],
    ...['next', 'back', 'corrected', 'collected', 'changed', 'deleted', 'tag', 'article', 'format'],
    ...['at', 'facet', 'originals', 'folder'],
  ]

  it('is text on every page, in whatever parameter', async () => {
    const found: string[] = []
    for (const path of Object.values(full.examples)) {
      if (!isHtml((await site.get(path)).headers)) continue
      for (const address of markedAddresses(path))
        if (/["'<]zyx/i.test((await site.get(address)).text)) found.push(address)
    }
    expect(found).toEqual([])
  }, 120_000)

  /** The page with the mark in what it may well print, each by itself; in the other parameters, some at a time; and in all of them. */
  function markedAddresses(path: string): string[] {
    const [bare = '', present = ''] = path.split('?')
    const alone = ['q', 'find', 'next', 'back', 'names', 'article', 'facet', 'list', 'tag']
    const others = parameters.filter((name) => !alone.includes(name))
    const parts = [0, 1, 2, 3, 4, 5].map((part) => others.filter((_, nth) => nth % 6 === part))
    return [...alone.map((name) => [name]), ...parts, parameters].map((names) => {
      const asked = new URLSearchParams(present)
      for (const name of names) asked.set(name, mark)
      return `${bare}?${asked.toString()}`
    })
  }

  it('is text on every page, in whatever place of the path', async () => {
    const found: string[] = []
    for (const route of Object.keys(full.examples).filter((each) => each.includes(':'))) {
      const { text, headers, status } = await site.get(
        route.replaceAll(/:\w+/g, encodeURIComponent(mark)),
      )
      if (isHtml(headers) && /["'<]zyx/i.test(text)) found.push(route)
      expect([route, status]).toEqual([route, status === 400 ? 400 : 404])
    }
    expect(found).toEqual([])
  })
})

describe('a path that climbs out of its folder', () => {
  const climbs = [
    '../user.sqlite',
    '..%2fuser.sqlite',
    '..%5cuser.sqlite',
    '....//user.sqlite',
    '%2e%2e/%2e%2e/package.json',
    '..%252f..%252fpackage.json',
    'x%00.css',
    '%2fetc%2fpasswd',
  ]

  it.each(['/static/', '/article/', '/facet/', '/feed/', '/collections/', '/saved/'])(
    '%s… finds nothing',
    async (folder) => {
      for (const climb of climbs) {
        const { status, text } = await site.get(folder + climb)
        expect([climb, status]).toEqual([climb, status === 400 ? 400 : 404])
        expect(text).not.toMatch(/SQLite format|"dependencies"|root:/)
      }
    },
  )

  it('is no id of an original, nor of a page of an entity', async () => {
    for (const climb of climbs) {
      const id = encodeURIComponent(climb)
      for (const path of [`/article/${id}/original`, `/entity/person/${id}`, `/entity/${id}/x`])
        expect([path, (await site.get(path)).status]).toEqual([path, 404])
    }
  })
})

describe('a line break in an address', () => {
  it('gets into no header', async () => {
    const planted = 'a\r\nSet-Cookie: planted=1\r\n\r\n<b>'
    const q = encodeURIComponent(planted)
    const paths = [
      ...['csv', 'ris', 'bib', 'csl.json', 'jsonl', 'html', 'zip'].map(
        (e) => `/search.${e}?q=${q}`,
      ),
      ...[`/names.csv?names=${q}`, `/coverage.csv?q=${q}`, `/login?next=${q}`, `/login?next=/${q}`],
      ...[`/entity/person/${q}`, `/article/${full.article}?back=${q}`, `/search?q=${q}`],
    ]
    for (const path of paths) {
      const { headers } = await site.get(path)
      expect([path, JSON.stringify(headers).toLowerCase()]).toEqual([
        path,
        expect.not.stringMatching(/set-cookie: planted|planted=1/),
      ])
    }
  })

  it('in the name of what is kept gets into no header either', async () => {
    const name = 'a\r\nSet-Cookie: planted=1'
    const { savedQueries, collections } = site.store
    const query = savedQueries.add(0, { name, search: 'q=convoy', seen: 0 })
    const collection = collections.add(0, { name, notes: '', shared: false })
    for (const path of [
      `/search.csv?q=convoy&saved=${query.id}`,
      `/saved/${query.id}/export.json`,
      `/collections/${collection}.csv`,
      `/collections/${collection}.zip`,
    ]) {
      const { headers, status } = await site.get(path)
      expect([path, status]).toEqual([path, 200])
      expect(JSON.stringify(headers)).not.toContain('planted=1')
    }
  })
})

describe('a form that names where to go on', () => {
  const evil = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/.//evil.example',
    '\t//evil.example',
    'javascript:alert(1)',
    '/search/..//evil.example',
    '/search\r\nLocation: https://evil.example',
  ]

  it.each(evil)('leads to no other site: %j', async (back) => {
    const owned = site.store.collections.list(0)[0]?.id ?? 0
    const query = site.store.savedQueries.list(0)[0]?.id ?? 0
    const forms = [
      ['/collect', { only: full.article, collection: String(owned) }],
      [`/collections/${owned}/remove`, { article: full.article }],
      [`/collections/${owned}/undo`, {}],
      [`/saved/${query}/rename`, { name: `Query ${evil.indexOf(back)}` }],
      [`/saved/${query}/seen`, {}],
      [
        `/corrections`,
        { do: 'add', facet: 'people', surface: `A${evil.indexOf(back)}`, article: '' },
      ],
    ] as const
    for (const [path, fields] of forms) {
      const { headers } = await site.post(path, { ...fields, back, next: back })
      // A form that was refused leads nowhere.
      const { location = '/' } = headers
      const place = typeof location === 'string' ? location : ''
      expect([path, new URL(place, 'http://site.example').host]).toEqual([path, 'site.example'])
      expect(place).not.toMatch(/evil|javascript/)
    }
  })
})

describe('a query of whatever signs', () => {
  const pieces = fc.constantFrom(
    ...[
      '(',
      ')',
      '"',
      '-',
      '*',
      'OR',
      'AND',
      'NOT',
      'NEAR',
      '/3',
      ':',
      'title:',
      'after:',
      '[none]',
    ],
    ...[
      'a',
      'aaaaaaaaaaaaaaaaaaaa',
      'convoy',
      '~',
      '^',
      '\\',
      '%',
      '{',
      '}',
      '\u0000',
      '\ud800',
      'é',
      '١',
    ],
    ...[' ', '  ', '\t', "'", ';--', '<', '“', '„', '.', ',', '?', '!', '|', '&', '+', '#'],
  )

  it('is answered, one after another, two thousand times', async () => {
    const queries = fc.sample(fc.array(pieces, { minLength: 1, maxLength: 60 }), {
      numRuns: 1_950,
      seed: 7,
    })
    const worst = ['(', '"', '-', 'a ', '(a OR ', 'a* ', 'NEAR/3 ', '-(', '"a" ', "'"].flatMap(
      (each) => [10, 60, 250, 500, 999].map((length) => [each.repeat(length).slice(0, 1_000)]),
    )
    for (const [nth, parts] of [...queries, ...worst].entries()) {
      const q = parts
        .join(nth % 2 === 0 ? '' : ' ')
        .slice(0, 1_000)
        .toWellFormed()
      const path = nth % 8 === 0 || nth >= queries.length ? '/search?' : '/suggest.json?'
      const { status } = await site.get(path + new URLSearchParams({ q }).toString())
      expect([q, status]).toEqual([q, status === 400 ? 400 : 200])
    }
  }, 120_000)
})
