import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { openTestSite, type TestSite } from '../test-site.ts'

let site: TestSite
let ids: string[]
beforeAll(async () => {
  site = await openTestSite()
  ids = await site.add(
    {
      title: 'Quay delivery',
      text: 'A frigate came.',
      outlet: 'Harbour Gazette',
      published: '2016-04-10',
    },
    {
      title: 'Second delivery',
      text: 'A shipment came.',
      outlet: 'Evening Ledger',
      published: '2017',
    },
    { title: 'Talks', text: 'Nothing came of them.' },
  )
})
afterAll(() => site.close())

/** The collections of a test go before the next one. */
beforeEach(() => {
  for (const { id } of site.store.collections.list(0)) site.store.collections.delete(0, id)
})

const idOf = (nth: number) => ids[nth] ?? ''
const add = (fields: Readonly<Record<string, string>>) =>
  site.post('/collect', { collection: 'new', name: 'Convoys', back: '/search?q=came', ...fields })
const here = () => `/collections/${site.store.collections.list(0)[0]?.id ?? 0}`
const titlesOn = async (path: string) =>
  [...(await site.get(path)).text.matchAll(/<h2 dir="auto"><a[^>]*>([^<]*)</g)].map(([, t]) => t)
const shownOn = async (path: string) => (await site.get(path)).text

/** Sends the form of the notice on a page. */
async function undo(path: string) {
  const html = await shownOn(path)
  const [, action = ''] = /<form action="(\/collections\/\d+\/undo)"/.exec(html) ?? []
  const [, field = '', moment = ''] = /name="(added|removed)" value="([^"]+)"/.exec(html) ?? []
  return site.post(action, { [field]: moment, back: path })
}

describe('collecting', () => {
  it('adds one result to a new collection, goes back to it, and says where it is', async () => {
    const location = String((await add({ only: idOf(0) })).headers['location'])
    expect(location).toMatch(/^\/search\?q=came&collected=\d+/)
    expect(location).toContain(`#hit-${idOf(0)}`)
    const html = await shownOn(location.replace(/#.*/, ''))
    expect(html).toContain(`1 article added to <a href="${here()}">Convoys</a>`)
    expect(html).toContain(`in <a href="${here()}#in-${idOf(0)}">Convoys</a>`)
    expect(await shownOn(`/article/${idOf(0)}`)).toContain(`In <a href="${here()}`)
    expect(await shownOn(`/article/${idOf(1)}`)).not.toContain(`In <a href="${here()}`)
  })

  it('adds everything that a search finds', async () => {
    await add({ all: '1', search: 'q=delivery' })
    expect(await titlesOn(`${here()}?sort=oldest`)).toEqual(['Quay delivery', 'Second delivery'])
  })

  it('takes back what was added, on the page that tells of it', async () => {
    await add({ only: idOf(2) })
    const { headers } = await add({ all: '1', search: 'q=came' })
    await undo(String(headers['location']))
    expect(await titlesOn(here())).toEqual(['Talks'])
  })

  it('adds to the collection of a name that there is already', async () => {
    await add({ only: idOf(0) })
    await add({ only: idOf(1), name: 'convoys' })
    expect(site.store.collections.list(0)).toMatchObject([{ name: 'Convoys', articles: 2 }])
  })

  it.each([
    ['nothing chosen', {}, 'No article was chosen'],
    ['an unknown article', { only: 'nowhere' }, 'No article was chosen'],
    ['a search that cannot be read', { all: '1', search: 'from=2016-13' }, 'Not a date'],
    [
      'a collection that is not there',
      { only: 'first', collection: '9' },
      'does not exist any more',
    ],
    ['no name', { only: 'first', name: ' ' }, 'empty'],
  ])('refuses %s, and begins no collection', async (_case, fields, said) => {
    const given =
      'only' in fields && fields.only === 'first' ? { ...fields, only: idOf(0) } : fields
    const { status, text } = await add(given)
    expect([status, text.includes(said)]).toEqual([400, true])
    expect(site.store.collections.list(0)).toEqual([])
  })

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '/saved'])(
    'leads back to no other place: %s',
    async (back) => {
      const { headers } = await add({ only: idOf(0), back })
      expect(headers['location']).toMatch(/^\/collections\?/)
    },
  )
})

describe('the page of a collection', () => {
  const mark = (article: string, word: string) =>
    site.post(`${here()}/mark`, { mark: `${article}:${word}`, back: here() })

  beforeEach(() => add({ all: '1', search: 'q=came' }))

  it('keeps marks and notes, and narrows to them', async () => {
    await mark(idOf(0), 'relevant')
    await site.post(`${here()}/note`, { article: idOf(0), note: '<b>See</b> page 4.' })
    expect(await titlesOn(`${here()}?mark=relevant`)).toEqual(['Quay delivery'])
    expect(await titlesOn(`${here()}?mark=unmarked&sort=oldest`)).toEqual([
      'Second delivery',
      'Talks',
    ])
    expect(await shownOn(here())).toContain('&lt;b&gt;See&lt;/b&gt; page 4.')
  })

  it('is searched in the language of the search', async () => {
    expect(await titlesOn(`${here()}?q=delivery+-shipment`)).toEqual(['Quay delivery'])
  })

  it('puts back what was taken out', async () => {
    const { headers } = await site.post(`${here()}/remove`, {
      article: idOf(0),
      back: here(),
    })
    const told = String(headers['location'])
    expect(await titlesOn(told)).toHaveLength(2)
    await undo(told)
    expect(await titlesOn(here())).toHaveLength(3)
  })

  it('says of an article that it changed or left the archive, and keeps its title', async () => {
    const [changed = '', gone = ''] = await site.add({ title: 'Rumours' }, { title: 'Whispers' })
    await add({ only: changed })
    await add({ only: gone })
    await site.add({ title: 'Rumours', text: 'Much of it was true.' })
    const lease = acquireLease(site.dataDir, 'a test')
    site.archive.remove(lease, [gone])
    lease.release()
    const html = await shownOn(here())
    expect(html.match(/No longer in the archive; the title is kept\./g)).toHaveLength(1)
    expect(html).toContain('Whispers')
    expect(html.match(/has changed since it was added/g)).toHaveLength(1)
  })

  it('finds nothing to mark that is not in it', async () => {
    expect((await mark('nowhere', 'relevant')).status).toBe(404)
  })

  it('answers programs with the same', async () => {
    await mark(idOf(0), 'not')
    expect((await site.get(`${here()}.json?sort=oldest`)).body).toMatchObject({
      name: 'Convoys',
      total: 3,
      marks: { relevant: 0, perhaps: 0, not: 1, unmarked: 2 },
      articles: [
        { id: idOf(0), title: 'Quay delivery', relevance: 'not', standing: 'as it was' },
        { id: idOf(1), relevance: 'unmarked' },
        { id: idOf(2), published: '' },
      ],
    })
  })

  it('tells of an address that cannot be read', async () => {
    expect((await site.get(`${here()}?sort=size`)).status).toBe(400)
    expect((await site.get(`${here()}.json?sort=size`)).status).toBe(400)
  })
})

describe('the list of collections', () => {
  it('offers to take back what was thrown away', async () => {
    await add({ only: idOf(0) })
    const there = here()
    await site.post(`${there}/delete`, {})
    expect((await site.get(there)).status).toBe(404)
    expect(await shownOn('/collections')).toContain(`action="${there}/restore"`)
    await site.post(`${there}/restore`, {})
    expect(await titlesOn(there)).toEqual(['Quay delivery'])
  })

  it('does once what is asked for twice', async () => {
    await add({ only: idOf(0) })
    const there = here()
    for (const [what, leadsTo] of [
      ['delete', '/collections#deleted'],
      ['delete', '/collections#deleted'],
      ['restore', there],
      ['restore', there],
    ] as const) {
      const { status, headers } = await site.post(`${there}/${what}`, {})
      expect([what, status, headers['location']]).toEqual([what, 303, leadsTo])
    }
  })

  it('refuses a name that is taken', async () => {
    await site.post('/collections', { name: 'Convoys' })
    const { status, text } = await site.post('/collections', { name: 'convoys' })
    expect([status, text.includes('already a collection named “Convoys”')]).toEqual([409, true])
  })
})

describe('two readers', () => {
  it('see what is shared by choice, without a form to change it', async () => {
    const shared = await openTestSite({ accounts: { anna: 'admin', ben: 'reader' } })
    try {
      const [anna, ben] = [await shared.logIn('anna'), await shared.logIn('ben')]
      await anna.post('/collections', { name: 'Convoys' })
      expect((await ben.get('/collections/1')).status).toBe(404)
      await anna.post('/collections/1/edit', { name: 'Convoys', shared: '1' })
      const { status, text } = await ben.get('/collections/1')
      expect([status, text.includes('shared by anna')]).toEqual([200, true])
      expect(text).not.toContain('action="/collections/1/')
      expect((await ben.get('/collections')).text).toContain('Shared by others')
      expect((await ben.post('/collections/1/edit', { name: 'Mine' })).status).toBe(404)
    } finally {
      await shared.close()
    }
  })
})
