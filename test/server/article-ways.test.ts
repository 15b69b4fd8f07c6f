import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { openTestSite, type TestSite } from './test-site.ts'

const attack = 'Port "shut" </script><script>alert(1)</script>'

let site: TestSite
let [visit, treaty, ferry, sly, many] = ['', '', '', '', '']
beforeAll(async () => {
  site = await openTestSite()
  const people = Array.from({ length: 60 }, (_, n) => `Person N${n}`)
  ;[visit = '', treaty = '', ferry = '', sly = '', many = ''] = await site.add(
    {
      title: 'Ada Admiral inspects the drydock',
      text: 'Ada Admiral saw the drydock.\n\nThe drydock was dry.',
      outlet: 'Harbour Gazette',
      published: '2016-04-11',
      url: 'https://harbour.example/a?b=1&c=2',
      people: ['Ada Admiral', 'Ben Broker'],
      cleaning: {
        titleFrom: 'source',
        removed: [{ step: 'byline', start: 0, end: 2, text: 'By' }],
      },
    },
    {
      title: 'A treaty for the drydock',
      text: 'Ada Admiral signed it.',
      people: ['Ada Admiral', 'Ben Broker'],
    },
    { title: 'The ferry waits', text: 'Nothing else moved.' },
    { title: attack, text: 'It was shut.', outlet: '"><img src=x>' },
    {
      title: 'Many people',
      text: people.map((name) => `${name} came and ${name} went.`).join(' '),
      people,
    },
  )
})
afterAll(() => site.close())

const pageOf = async (path: string) => (await site.get(path)).text

describe('what is marked in a text', () => {
  it('is everything, until a reader chooses', async () => {
    const text = await pageOf(`/article/${visit}?q=drydock`)
    expect(text).toContain('<article class="text ">')
    expect(text).toContain('value="person" data-style="people" checked')
    expect(text).toContain('3 matches of your search')
  })

  it('is chosen in the address and remembered for the next article', async () => {
    const chosen = await site.get(`/article/${visit}?q=drydock&mark=&mark=match`)
    expect(chosen.text).toContain('without-people')
    expect(chosen.text).not.toContain('without-match')
    expect(chosen.cookies).toContain('dateline-marks=match')
    const next = await request(site.app)
      .get(`/article/${treaty}?q=drydock`)
      .set('Cookie', 'dateline-marks=match')
    expect(next.text).toContain('without-people')
    expect(next.text).not.toContain('without-match')
  })

  it('keeps what is said of kinds that an article does not have', async () => {
    expect(await pageOf(`/article/${ferry}?mark=&mark=weapon&mark=match`)).not.toContain(
      'without-weapons',
    )
    expect(await pageOf(`/article/${visit}?mark=&mark=weapon`)).toContain(
      '<input type="hidden" name="mark" value="weapon">',
    )
  })
})

it('matches lead to the ones before and behind', async () => {
  const text = await pageOf(`/article/${visit}?q=drydock`)
  expect(text).toContain(
    '<mark id="match-2">drydock</mark><span class="go"><a href="#match-1">Previous</a> 2 of 3 <a href="#match-3">Next</a></span>',
  )
})

describe('evidence', () => {
  it('is listed in part where there is much, and in full on a page of its own', async () => {
    const text = await pageOf(`/article/${many}`)
    expect(text.match(/<div class="value"/g)).toHaveLength(30)
    expect(text).toContain(
      `<a href="/article/${many}/evidence?facet=person" rel="nofollow">All 60 people</a>`,
    )
    const second = await pageOf(`/article/${many}/evidence?facet=person&part=2`)
    expect(second.match(/<div class="value"/g)).toHaveLength(10)
    expect(second).toContain('Part 2 of 2')
  })

  it('of a value that the search asks for comes first', async () => {
    const text = await pageOf(`/article/${many}?person=person-n59`)
    expect(/<div class="value" id="([^"]*)"/.exec(text)?.[1]).toBe('of-person-person-n59')
  })

  it('of one value leads to the places in the article', async () => {
    expect(await pageOf(`/article/${visit}/evidence?person=ada-admiral`)).toContain(
      `href="/article/${visit}#person-ada-admiral-1"`,
    )
  })

  it.each(['person=nobody', 'facet=colour', ''])('of nothing is not there: %s', async (search) => {
    const { status } = await site.get(`/article/${visit}/evidence?${search}`)
    expect([400, 404]).toContain(status)
  })
})

describe('citing', () => {
  it('offers styles, files, and metadata that reference managers read', async () => {
    const text = await pageOf(`/article/${visit}`)
    for (const style of ['Chicago', 'APA', 'MLA', 'Plain']) expect(text).toContain(`>${style}</dt>`)
    for (const ending of ['ris', 'bib', 'csl.json'])
      expect(text).toContain(`href="/article/${visit}.${ending}"`)
    expect(text).toContain(
      '<meta name="citation_title" content="Ada Admiral inspects the drydock">',
    )
    expect(text).toContain('<meta name="citation_publication_date" content="2016/04/11">')
    expect(text).toContain('<meta name="DC.publisher" content="Harbour Gazette">')
    expect(text).toContain('<meta name="z.itemType" content="newspaperArticle">')
    expect(text).toMatch(
      /class="Z3988" title="ctx_ver=Z39\.88-2004&amp;.*rft\.source=Harbour\+Gazette/,
    )
  })

  it('takes nothing in a title or a name for markup', async () => {
    const text = await pageOf(`/article/${sly}`)
    expect(text).toContain('content="Port &#34;shut&#34; &lt;/script&gt;')
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('<img')
  })
})

describe('similar articles', () => {
  it('share rare names and words, and say which', async () => {
    const text = await pageOf(`/article/${visit}/similar`)
    expect(text).toContain(`<a href="/article/${treaty}" dir="auto">A treaty for the drydock</a>`)
    expect(text).toContain('both name Ada Admiral and Ben Broker; both have “drydock”')
    expect(text).not.toContain('The ferry waits')
  })

  it('are the same as JSON', async () => {
    const { body } = await site.get(`/article/${visit}/similar.json`)
    expect(body).toMatchObject({
      articles: [
        { id: treaty, words: ['drydock'], shared: [{ id: 'ada-admiral', articles: 2 }, {}] },
      ],
    })
  })

  it('are none where nothing rare is shared', async () => {
    expect(await pageOf(`/article/${ferry}/similar`)).toContain('No other article shares')
  })
})

it('an article is there as JSON, with what proves its values and what was cleaned away', async () => {
  const { body } = await site.get(`/article/${visit}.json`)
  expect(body).toMatchObject({
    id: visit,
    title: 'Ada Admiral inspects the drydock',
    text: 'Ada Admiral saw the drydock.\n\nThe drydock was dry.',
    facets: {
      people: [{ id: 'ada-admiral', evidence: [{ field: 'title', start: 0, end: 11 }, {}] }, {}],
    },
    family: null,
    removed: [{ step: 'byline', text: 'By' }],
    record: { sha256: site.archive.get(visit)?.originalHash },
  })
  expect((await site.get('/article/none.json')).status).toBe(404)
})
