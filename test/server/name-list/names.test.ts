import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from '../../../engine/query/parse.ts'
import { readNames } from '../../../server/name-list/read-lines.ts'
import { nameSearcher } from '../../../server/name-list/search-names.ts'
import { emptyState } from '../../../server/search-state.ts'
import { openTestSite, type TestSite } from '../test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add(
    {
      title: 'S-300 delivered',
      outlet: 'Harbour Gazette',
      published: '2016-04-10',
      places: ['Kyiv (Kiev)'],
    },
    { title: 'The S-300 again, at Kyiv', outlet: 'Evening Ledger', published: '2014' },
    { title: 'Talks at the quay', outlet: 'Evening Ledger', published: '2015-02-01' },
    { title: 'S-400 shown' },
  )
})
afterAll(() => site.close())

const address = (path: string, lines: readonly string[], more = '') =>
  `${path}?names=${encodeURIComponent(lines.join('\n'))}${more}`

describe('a list of names', () => {
  it('is answered line by line: articles, first and last date, outlets', async () => {
    expect(
      (await site.get(address('/names.json', ['S-300', 'quay OR S-400', 'Nobody']))).body,
    ).toMatchObject({
      names: [
        {
          name: 'S-300',
          total: 2,
          first: '2014',
          last: '2016-04-10',
          outlets: [
            { name: 'Evening Ledger', count: 1 },
            { name: 'Harbour Gazette', count: 1 },
          ],
        },
        { name: 'quay OR S-400', total: 2, first: '2015-02-01', last: '2015-02-01' },
        { name: 'Nobody', total: 0, first: '', outlets: [] },
      ],
    })
  })

  it('is searched within the search that it came from', async () => {
    const { body, text } = await site.get(
      address('/names.json', ['S-300', 'Talks'], '&q=quay&outlet=evening-ledger'),
    )
    expect(body).toMatchObject({ names: [{ total: 0 }, { total: 1 }] })
    expect(text).toContain('"q":"quay Talks"')
    const page = (await site.get(address('/names', ['Talks'], '&q=quay&outlet=evening-ledger')))
      .text
    expect(page).toContain('href="/search?q=quay+Talks&amp;outlet=evening-ledger"')
  })

  it.each([
    ['articles', ['quay OR S-400', 'S-300', 'Talks', 'Nobody']],
    ['first', ['S-300', 'quay OR S-400', 'Talks', 'Nobody']],
    ['last', ['S-300', 'quay OR S-400', 'Talks', 'Nobody']],
  ])('is ordered by %s, what has none last', async (order, names) => {
    const { body } = await site.get(
      address('/names.json', ['Nobody', 'quay OR S-400', 'S-300', 'Talks'], `&order=${order}`),
    )
    expect(body).toMatchObject({ names: names.map((name) => ({ name })) })
  })

  it('tells how a name was understood, and what may be meant', async () => {
    const { text } = await site.get(address('/names', ['Kiev', 'quey', '(S-300', 'quey tolks']))
    expect(text).toContain('also Kyiv')
    expect(text).toMatch(/Did you mean <a href="\/search\?q=quay"[^>]*>quay<\/a>/)
    expect(text).toContain('>quay talks</a> (1 article)')
    expect(text).toContain('4 names')
  })

  it('is a file', async () => {
    const { text } = await site.get(address('/names.csv', ['S-300', '-quay']))
    const [head, ...rows] = text.replace('\u{FEFF}', '').trim().split('\r\n')
    expect(head).toBe(
      'line,name,understood,also,articles,bound,first,last,outlets,did_you_mean,warnings',
    )
    expect(rows[0]).toContain(
      '1,S-300,with “S-300”,,2,exact,2014,2016-04-10,Evening Ledger (1); Harbour Gazette (1)',
    )
    expect(rows[1]).toContain("2,'-quay,")
  })

  it('goes from the form to its address, which has it all', async () => {
    const { status, headers } = await site.post('/names', {
      names: 'S-300\r\nTalks',
      phrases: '1',
      q: 'quay',
      order: 'first',
    })
    expect(status).toBe(303)
    expect(headers['location']).toBe('/names?q=quay&names=S-300%0D%0ATalks&phrases=1&order=first')
  })

  it('is answered at once where it is too long for an address', async () => {
    const names = Array.from({ length: 500 }, (_, n) => `Nobody of that name ${n}`).join('\n')
    const { status, text } = await site.post('/names', { names: `S-300\n${names}` })
    expect(status).toBe(200)
    expect(text).toContain('500 names, 499 of them without an article')
    expect(text).toContain('1 line is past the limit of 500 and left out.')
    expect(text).toContain('name="order" value="articles"')
    const file = await site.post('/names.csv', { names: `S-300\n${names}` })
    expect(file.text.trim().split('\r\n')).toHaveLength(501)
  }, 30_000)

  it('asks for a list where there is none yet', async () => {
    const { status, text } = await site.get('/names')
    expect([status, text.includes('<table')]).toEqual([200, false])
  })
})

describe('the lines of a list', () => {
  it('count once, without remarks and empty ones, and not too long', () => {
    const text = `S-300 # the missile\n\n# a heading\nS-300\nC# tools\n${'x'.repeat(201)}`
    const { lines, problems } = readNames(text, 'queries')
    expect(lines.map(({ line, typed }) => [line, typed])).toEqual([
      [4, 'S-300'],
      [5, 'C# tools'],
    ])
    expect(problems).toEqual([
      '1 line stands more than once and counts once.',
      '1 line is longer than 200 characters and left out.',
    ])
  })

  it('are queries, or phrases whatever signs they have', () => {
    const [asQuery] = readNames('frigate OR "fast boat"', 'queries').lines
    const [asPhrase] = readNames('frigate OR "fast boat"', 'phrases').lines
    expect(asQuery?.query).toEqual(parse('frigate OR "fast boat"').query)
    expect(asPhrase?.query).toEqual(parse('"frigate OR fast boat"').query)
  })
})

describe('searching a list', () => {
  it('says what was not counted when the time is up', async () => {
    const { lines } = readNames('S-300\nTalks', 'queries')
    const search = nameSearcher(site.engine)
    const given = { names: lines, common: parse('').query, state: emptyState }
    const found = await search(given, 0, new AbortController().signal)
    expect(found.map(({ name, answer }) => [name.typed, answer])).toEqual([
      ['S-300', undefined],
      ['Talks', undefined],
    ])
  })

  it('lets no more than two searches go on at once, whoever asks', async () => {
    let [going, most] = [0, 0]
    const search = nameSearcher({
      search: async (request, signal) => {
        most = Math.max(most, ++going)
        const answer = await site.engine.search(request, signal)
        going--
        return answer
      },
    })
    const { lines } = readNames('S-300\nTalks\nquay\nKiev', 'queries')
    const given = { names: lines, common: parse('').query, state: emptyState }
    const ask = () => search(given, Infinity, new AbortController().signal)
    await Promise.all([ask(), ask()])
    expect(most).toBe(2)
  })
})
