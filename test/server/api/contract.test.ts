import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { answers } from '../../../server/api/answers.ts'
import { openApi } from '../../../server/api/openapi.ts'
import { openTestSite, type TestSite } from '../test-site.ts'
import type { Visitor } from '../visitor.ts'
import { closed } from './document.ts'
import { makeValidator } from './make-validator.ts'

const validate = makeValidator(closed(openApi()))
const schemaOf = (route: string) => answers.find((each) => each.route === route)?.schema ?? ''

const text =
  'NORTHPORT (Harbour Wire) — Ada Admiral inspected the frigate Aurora at the quay, and the harbour master counted nine lorries before the rain began to fall.'

let site: TestSite
let ids: string[]

beforeAll(async () => {
  site = await openTestSite()
  const values = {
    people: ['Ada Admiral'],
    weapons: ['Frigate < Warship'],
    cites: ['Harbour Wire'],
  }
  const dated = (n: number) => `2015-0${n}-01`
  ids = await site.add(
    {
      title: 'Frigate at the quay',
      text,
      published: '2015-01-02',
      outlet: 'Quay News',
      url: 'https://quay.example/1',
      family: 'one',
      ...values,
    },
    {
      title: 'Frigate at a quay',
      text,
      published: '2015-02',
      outlet: 'Bay Post',
      family: 'one',
      ...values,
    },
    {
      title: 'Undated, of an unknown outlet',
      text: 'A frigate, seen by Ada Admiral.',
      ...values,
      places: ['Northport < Northland'],
    },
    ...[3, 4, 5, 6].map((n) => ({
      ...{
        title: `Frigate sails ${n}`,
        text: `${text} ${n}`,
        published: dated(n),
        outlet: 'Quay News',
      },
      ...values,
      more: {
        datesMentioned: [{ date: '2014', start: 0, end: 4 }],
        dating: { from: 'byline' as const, sureness: 'likely' as const },
      },
      cleaning: {
        titleFrom: 'source' as const,
        removed: [{ step: 'byline', start: 0, end: 2, text: 'By' }],
      },
    })),
    ...[1, 2, 3, 4].map((n) => ({
      title: `Ferry ${n}`,
      text: 'A ferry.',
      published: '2016',
      outlet: 'Bay Post',
    })),
  )
  await site.post('/saved', { name: 'Frigates', search: 'q=frigate&person=ada-admiral' })
  site.store.savedQueries.add(0, { name: 'Broken', search: 'from=soon', seen: 0 })
  await site.post('/collections', { name: 'Ships', notes: 'To read' })
  await site.post('/collect', { only: ids[0] ?? '', collection: '1' })
  await site.add({
    title: 'Another frigate',
    text: 'A frigate again.',
    outlet: 'Quay News',
    ...values,
  })
}, 60_000)
afterAll(() => site.close())

/** Addresses with whatever they answer that is out of the ordinary; `ID` is the first article, `UNDATED` the one without date and outlet. */
const addresses: readonly (readonly [route: string, address: string])[] = [
  ['/search.json', '/search.json'],
  ['/search.json', '/search.json?q=frigat&person=ada-admiral&-outlet=bay-post&group=family'],
  ['/search.json', '/search.json?q=frigate+after:soon+adm&group=family&from=2015&to=2015-06'],
  ['/search.json', '/search.json?q=frigate+NEAR+quay&page=900'],
  ['/search.csl.json', '/search.csl.json?q=frigate'],
  ['/facet/:facet.json', '/facet/person.json?q=frigate&find=adm'],
  ['/facet/:facet.json', '/facet/cites.json?part=7&cites=[none]'],
  ['/suggest.json', '/suggest.json?q=frig'],
  ['/suggest.json', '/suggest.json?q=ada'],
  ['/article/:id.json', '/article/ID.json'],
  ['/article/:id.json', '/article/UNDATED.json'],
  ['/article/:id.json', '/article/CLEANED.json'],
  ['/article/:id.csl.json', '/article/ID.csl.json'],
  ['/article/:id.csl.json', '/article/UNDATED.csl.json'],
  ['/article/:id/similar.json', '/article/ID/similar.json'],
  ['/saved.json', '/saved.json'],
  ['/saved.json', '/saved.json?sort=new&tag=none'],
  ['/saved/:id.json', '/saved/1.json'],
  ['/saved/:id.json', '/saved/1.json?list=new'],
  ['/saved/:id.json', '/saved/2.json'],
  ['/saved/export.json', '/saved/export.json'],
  ['/saved/:id/export.json', '/saved/1/export.json'],
  ['/new.json', '/new.json'],
  ['/collections.json', '/collections.json'],
  ['/collections/:id.json', '/collections/1.json'],
  ['/collections/:id.json', '/collections/1.json?q=ferry&mark=relevant'],
  ['/collections/:id.csl.json', '/collections/1.csl.json'],
  ['/coverage.json', '/coverage.json'],
  ['/coverage.json', '/coverage.json?q=frigate&from=2015-01&to=2015-12'],
  ['/names.json', '/names.json'],
  [
    '/names.json',
    '/names.json?names=frigate%0Afrigat%0Aferry+after:soon%0Aferry+after:soon&order=first',
  ],
  ['/entity/:facet/:id.json', '/entity/person/ada-admiral.json'],
  ['/entity/:facet/:id.json', '/entity/weapon/warship.json'],
  ['/entity/:facet/:id.json', '/entity/outlet/quay-news.json'],
  ['/compare.json', '/compare.json?q=frigate'],
  ['/compare.json', '/compare.json?outlet=quay-news&outlet=bay-post'],
  ['/account.json', '/account.json'],
  ['/audit.json', '/audit.json'],
]

const fill = (address: string) =>
  address
    .replace('UNDATED', ids[2] ?? '')
    .replace('CLEANED', ids[3] ?? '')
    .replace('ID', ids[0] ?? '')

describe('answers to programs are as described', () => {
  it('each of them', () => {
    expect(new Set(addresses.map(([route]) => route))).toEqual(
      new Set(answers.map(({ route }) => route)),
    )
  })

  it.each(addresses)('%s: %s', async (route, address) => {
    const { status, text: sent } = await site.get(fill(address))
    expect(status).toBe(200)
    expect(validate(schemaOf(route), JSON.parse(sent))).toBe('')
  })

  it('the health of the site too', async () => {
    expect(validate('Health', (await site.get('/health')).body)).toBe('')
  })

  it('say nothing in HTML', async () => {
    for (const [, address] of addresses)
      expect((await site.get(fill(address))).text).not.toMatch(/<\/?(mark|a|p|b)\b/)
  })
})

describe('problems are as described', () => {
  it.each([
    ['/search.json?from=soon&page=0', 400],
    ['/facet/person.json?part=x', 400],
    ['/saved.json?page=x', 400],
    ['/names.json?order=x', 400],
    ['/coverage.json?show=x', 400],
    ['/collections/1.json?mark=x', 400],
    ['/compare.json?from=x', 400],
    ['/audit.json?part=0', 400],
    ['/article/none.json', 404],
    ['/saved/99.json', 404],
    ['/entity/person/nobody.json', 404],
    ['/facet/nothing.json', 404],
    ['/nothing.json', 404],
  ])('%s: %i', async (address, expected) => {
    const { status, text: sent, headers } = await site.get(address)
    expect(status).toBe(expected)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    const problem: unknown = JSON.parse(sent)
    expect(validate('Problem', problem)).toBe('')
    expect(problem).toHaveProperty('status', expected)
    if (expected === 400) expect(problem).toHaveProperty('problems.0.parameter')
  })

  it.each(['/search.json', '/facet/person.json', '/coverage.json', '/compare.json'])(
    '%s without a search engine: 503',
    async (address) => {
      const broken = await openTestSite('broken')
      const { status, text: sent } = await broken.get(address)
      await broken.close()
      expect(status).toBe(503)
      expect(validate('Problem', JSON.parse(sent))).toBe('')
    },
  )

  it('what is kept is told without a search engine, and that nothing is counted', async () => {
    const broken = await openTestSite('broken')
    broken.store.savedQueries.add(0, { name: 'Ferries', search: 'q=ferry', seen: 0 })
    const all = await broken.get('/saved.json')
    const one = await broken.get('/saved/1.json')
    await broken.close()
    expect(validate('SavedQueries', all.body)).toBe('')
    expect(validate('SavedQuery', one.body)).toBe('')
    expect(all.body).toMatchObject({ queries: [{ total: null, exact: null }] })
  })
})

describe('with accounts', () => {
  let closedSite: TestSite
  let [anna, ben]: (Visitor | undefined)[] = []
  beforeAll(async () => {
    closedSite = await openTestSite({ accounts: { anna: 'admin', ben: 'reader' } })
    await closedSite.add({ title: 'A ferry', text: 'It sailed.' })
    anna = await closedSite.logIn('anna')
    ben = await closedSite.logIn('ben')
    await anna.post('/saved', { name: 'Shared ferries', search: 'q=ferry' })
    await anna.post('/saved/1/share', { shared: 'yes' })
    await anna.post('/collections', { name: 'Shared ships', shared: '1' })
  })
  afterAll(() => closedSite.close())

  it('nobody is told anything without logging in, but the reason', async () => {
    for (const { route } of answers) {
      const { status, text: sent } = await closedSite.get(route.replaceAll(/:[a-z]+/g, '1'))
      expect([route, status]).toEqual([route, 401])
      expect(validate('Problem', JSON.parse(sent))).toBe('')
    }
  })

  it('the log is for admins', async () => {
    expect((await ben?.get('/audit.json'))?.status).toBe(403)
    const { body } = (await anna?.get('/audit.json')) ?? {}
    expect(validate('Audit', body)).toBe('')
    expect(body).toHaveProperty('lines.0')
  })

  it.each([
    ['/account.json', 'Account'],
    ['/saved.json', 'SavedQueries'],
    ['/saved/1.json', 'SavedQuery'],
    ['/collections.json', 'Collections'],
    ['/collections/1.json', 'Collection'],
  ])('%s tells another reader what is shared, as described', async (address, schema) => {
    const answer = await ben?.get(address)
    expect(answer?.status).toBe(200)
    expect(validate(schema, answer?.body)).toBe('')
    if (schema !== 'Account') expect(answer?.text).toContain('anna')
  })
})
