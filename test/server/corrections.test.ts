import { appendFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { acquireLease } from '../../engine/archive/lease.ts'
import { applyState } from '../../indexer/corrections/apply.ts'
import { correctionsPath } from '../../indexer/corrections/corrections-file.ts'
import {
  ada,
  idIn,
  openCorrectionsDesk,
  placeOf,
  type CorrectionsDesk,
} from './corrections-desk.ts'
import { titlesIn, type TestSite } from './test-site.ts'

let desk: CorrectionsDesk
let site: TestSite
let ids: readonly string[]
beforeEach(async () => {
  desk = await openCorrectionsDesk()
  ;({ site, ids } = desk)
})
afterEach(() => site.close())

const article = (nth: number) => desk.article(nth)
const people = (nth: number) => desk.people(nth)
const lines = () => desk.lines()
const correct = (fields: Readonly<Record<string, string>>) => desk.correct(fields)
const undo = (id: string) => desk.undo(id)

describe('a correction', () => {
  it('takes a value out of every article, tells so where it was made, and can be taken back and made again', async () => {
    const back = `${article(0)}?q=ada#of-person`
    const answer = await correct({
      ...ada,
      do: 'reject',
      article: ids[0] ?? '',
      where: 'everywhere',
      back,
    })
    expect(answer.status).toBe(303)
    expect(placeOf(answer)).toBe(`${article(0)}?q=ada&corrected=${idIn(answer)}#of-person`)
    expect([people(0), people(1)]).toEqual([['ben-broker'], []])
    expect(titlesIn((await site.get('/search?person=ada-admiral')).text)).toEqual([])
    const page = (await site.get(placeOf(answer))).text
    expect(page).toContain('“Ada Admiral” is not a person. 2 articles changed.')
    expect(page).toContain(`action="/corrections/${idIn(answer)}/undo"`)

    const undone = await undo(idIn(answer))
    expect([people(0), people(1)]).toEqual([['ada-admiral', 'ben-broker'], ['ada-admiral']])
    expect((await site.get(placeOf(undone))).text).toContain(
      'Taken back: “Ada Admiral” is not a person. 2 articles changed.',
    )
    await undo(idIn(undone))
    expect(people(1)).toEqual([])
    expect(lines()).toHaveLength(3)
  })

  it('holds for one article where that is asked for', async () => {
    const fields = { ...ada, do: 'reject', article: ids[0] ?? '', where: 'here' }
    const answer = await correct({ ...fields, back: article(0) })
    expect([people(0), people(1)]).toEqual([['ben-broker'], ['ada-admiral']])
    expect((await site.get(placeOf(answer))).text).toContain(
      'In this article, “Ada Admiral” is not a person.',
    )
    const [line = ''] = lines()
    await undo(idIn(answer))
    const preview = await upload('/corrections/import', {
      lines: line.replace(idIn(answer), 'other'),
    })
    expect(preview.text).toContain('In the article “A visit”, “Ada Admiral” is not a person')
  })

  it('joins a value with one whose name is typed, which its former id then leads to', async () => {
    await correct({ ...ada, do: 'merge', name: 'adah admiral' })
    expect(people(0)).toEqual(['adah-admiral', 'ben-broker'])
    for (const parameter of ['person', 'q=person:ada-admiral&person']) {
      const found = titlesIn((await site.get(`/search?${parameter}=ada-admiral`)).text)
      expect(found.sort()).toEqual(['A letter', 'A return', 'A visit'])
    }
    expect(titlesIn((await site.get('/search?-person=ada-admiral')).text)).toEqual([])
    site.store.savedQueries.add(0, { name: 'Ada', search: 'person=ada-admiral', seen: 0 })
    expect((await site.get('/saved')).text).toContain('Adah Admiral')
  })

  it('asks back for a name that nobody has, and makes it a new value when told so', async () => {
    const fields = { ...ada, do: 'merge', name: 'Ada Adm.', back: article(0) }
    const asked = await correct(fields)
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('Put “Ada Admiral” (2 articles) under a new person “Ada Adm.”?')
    expect(asked.text).toContain('<input type="hidden" name="value" value="ada-admiral">')
    expect(asked.text).toContain('<input id="name" name="name" value="Ada Adm."')
    expect(lines()).toEqual([])
    await correct({ ...fields, new: 'yes' })
    expect(people(1)).toEqual(['ada-adm'])
    expect((await site.get(article(1))).text).toContain('>Ada Adm.</a>')
  })

  it('asks back for a name that several have', async () => {
    const fields = { facet: 'people', value: 'ben-broker', do: 'merge', name: 'admiral' }
    const { text } = await correct(fields)
    expect(text).toContain('Which person is “admiral”?')
    expect(text).toContain('name="into" value="ada-admiral"')
    expect(text).toContain('name="into" value="adah-admiral"')
    await correct({ ...fields, into: 'adah-admiral' })
    expect(people(0)).toEqual(['ada-admiral', 'adah-admiral'])
  })

  it('tells apart two of a name by their articles, what they are in, and their ids', async () => {
    const places = ['Port One < Bland', 'Port Two < Wland', 'Quay']
    await site.add({ title: 'Maps', text: 'Port One, Port Two, Quay', places })
    const { text } = await correct({ facet: 'places', value: 'quay', do: 'merge', name: 'port' })
    expect(text).toContain('1 article · in Bland · port-one')
    expect(text).toContain('1 article · in Wland · port-two')
    expect(text).toContain('“Quay” (1 article) goes under the one that you choose.')
  })

  it('does not take a value for another one of its own name', async () => {
    const { text } = await correct({ ...ada, do: 'merge', name: 'ADA ADMIRAL' })
    expect(text).toContain('“ADA ADMIRAL” is “Ada Admiral” itself')
    expect(text).not.toContain('new person')
  })

  it('asks whether a value is the same as another one whose name it gets', async () => {
    const fields = { ...ada, do: 'rename', name: 'adah admiral' }
    const asked = await correct(fields)
    expect(asked.text).toContain(
      'There is a person “adah admiral” already: is “Ada Admiral” (2 articles) the same?',
    )
    expect(asked.text).toContain('<input type="hidden" name="do" value="merge">')
    expect(lines()).toEqual([])
    await correct({ ...fields, new: 'yes' })
    expect(site.archive.displayName('people', 'ada-admiral')).toBe('adah admiral')
    expect(people(2)).toEqual(['adah-admiral'])
  })

  it.each([
    ['rejecting', { do: 'reject', value: 'cem-captain' }],
    ['adding', { do: 'add', surface: 'Cem', name: 'Cem Captain' }],
  ])('asks before it changes many articles: %s', async (_what, fields) => {
    const reports = Array.from({ length: 51 }, (_, n) => ({
      title: `Report ${n}`,
      text: `${n}: Cem Captain.`,
      people: ['Cem Captain'],
    }))
    const [first = ''] = await site.add(...reports)
    const sent = { ...fields, facet: 'people', article: first, where: 'everywhere' }
    const asked = await correct(sent)
    expect(asked.text).toContain('Correct 51 articles?')
    expect(asked.text).toContain('Only in the one article')
    expect(lines()).toEqual([])
    expect((await correct({ ...sent, where: 'here' })).status).toBe(303)
    expect((await correct({ ...sent, sure: 'yes' })).status).toBe(303)
  })

  it('splits off one spelling, here to a value by itself', async () => {
    await correct({ ...ada, do: 'merge', name: 'Adah Admiral' })
    const value = 'adah-admiral'
    const fields = { facet: 'people', value, do: 'split', surface: 'Ada Admiral' }
    await correct({ ...fields, article: ids[0] ?? '', where: 'here' })
    expect([people(0), people(1)]).toEqual([['ada-admiral', 'ben-broker'], ['adah-admiral']])
  })

  it('shows a new name at once in lists that were shown before, and the former one once that is taken back', async () => {
    const listed = async () => [
      (await site.get('/facet/person')).text.includes('A. Admiral'),
      (await site.get('/search?q=met')).text.includes('<bdi>A. Admiral</bdi>'),
    ]
    expect(await listed()).toEqual([false, false])
    const renamed = await correct({ ...ada, do: 'rename', name: 'A. Admiral' })
    expect(await listed()).toEqual([true, true])
    await undo(idIn(renamed))
    expect(await listed()).toEqual([false, false])
  })

  it('renames a value wherever it is shown, also an outlet', async () => {
    await correct({ ...ada, do: 'rename', name: 'A. Admiral' })
    await correct({ facet: 'outlet', value: 'harbour-gazette', do: 'rename', name: 'The Gazette' })
    const search = (await site.get('/search?q=met')).text
    expect(search).toContain('<p class="meta">The Gazette')
    expect(search).toContain('value="ada-admiral">A. Admiral</button>')
    expect((await site.get('/corrections')).text).toContain(
      '“Harbour Gazette” is now called “The Gazette”',
    )
    const page = (await site.get(article(0))).text
    expect(page).toContain('<a href="/search?outlet=harbour-gazette">The Gazette</a>')
    expect(page).toContain('title="A. Admiral"')
    expect(page).toContain('Named so by your correction of')
    expect((await site.get('/search.json?q=met')).body).toMatchObject({
      hits: [{ outlet: 'The Gazette' }],
    })
  })

  it('adds a value whose words stand in the text, and refuses others', async () => {
    const fields = { do: 'add', facet: 'places', article: ids[0] ?? '', where: 'everywhere' }
    expect((await correct({ ...fields, surface: 'Nowhere' })).status).toBe(400)
    await correct({ ...fields, surface: 'met', name: 'Met' })
    expect(site.archive.get(ids[0] ?? '')?.facets.places).toMatchObject([
      { id: 'met', name: 'Met', rule: 'added by a correction' },
    ])
    expect((await site.get(article(0))).text).toContain('“met” was added by your correction of')
  })

  it.each([
    [{ do: 'reject', facet: 'people' }, 'value'],
    [{ do: 'reject', facet: 'planets', value: 'mars' }, 'does not say what to correct'],
    [{ do: 'forget', facet: 'people', value: 'a' }, 'does not say what to correct'],
    [{ do: 'reject', facet: 'people', value: '<b>' }, 'must be the id of a value'],
    [{ ...ada, do: 'rename', name: '' }, 'Write the new name'],
    [{ ...ada, do: 'rename', name: 'x'.repeat(201) }, 'more than 200 characters'],
    [{ ...ada, do: 'merge', into: 'ada-admiral' }, 'is the value itself'],
    [{ ...ada, do: 'merge', name: 'Ada Admiral', new: 'yes' }, 'is the value itself'],
    [{ ...ada, do: 'merge', into: '../etc' }, 'must be the id of a value'],
  ])('that cannot be made is refused and not kept: %j', async (fields, message) => {
    const { status, text } = await correct(fields)
    expect(status).toBe(400)
    expect(text).toContain(message)
    expect(lines()).toEqual([])
  })

  it.each(['//evil.example/', 'https://evil.example/', '/\\evil.example', '/saved/1/delete', 'x'])(
    'leads back to pages of this site only, not to %s',
    async (back) => {
      expect(placeOf(await correct({ ...ada, do: 'reject', back }))).toMatch(
        /^\/corrections\?corrected=/,
      )
    },
  )

  it('of an article that is gone, or an undo of nothing, is answered with 404', async () => {
    expect((await correct({ ...ada, do: 'reject', article: 'nothing' })).status).toBe(404)
    expect((await undo('nothing')).status).toBe(404)
  })
})

describe('the article page', () => {
  it('tells what corrections did to it, each with its way back', async () => {
    const merged = await correct({ ...ada, do: 'merge', name: 'Adah Admiral' })
    await correct({ facet: 'people', value: 'ben-broker', do: 'reject', where: 'everywhere' })
    const { text } = await site.get(article(0))
    expect(text).toContain('“Ada Admiral” was joined with it by your correction of')
    expect(text).toContain(`action="/corrections/${idIn(merged)}/undo"`)
    expect(text).toContain('Removed by corrections')
    expect(text).toContain('“Ben Broker” was rejected by your correction of')
    expect((await site.get(article(2))).text).not.toContain('by your correction')
  })

  it('shows why a reader corrected it, as the list does', async () => {
    await correct({ ...ada, do: 'reject', note: 'a ship of that name' })
    for (const path of [article(0), '/corrections'])
      expect((await site.get(path)).text).toContain('a ship of that name')
  })

  it('has a button beside each value that leads to its form', async () => {
    const { text } = await site.get(`${article(0)}?q=ada`)
    expect(text).toContain(
      `<form id="correcting" action="/correct" method="get" hidden><input type="hidden" name="article" value="${ids[0] ?? ''}"><input type="hidden" name="back" value="${article(0)}?q=ada"></form>`,
    )
    expect(text).toContain('name="person" value="ada-admiral"')
    expect(text).toContain('name="person" value="ben-broker ada-admiral"')
  })

  it('offers each spelling of a value that has several', async () => {
    await correct({
      do: 'add',
      facet: 'people',
      surface: 'Admiral Ada',
      name: 'Ada Admiral',
      article: ids[0] ?? '',
    })
    const { text } = await site.get(`/correct?person=ada-admiral&article=${ids[0] ?? ''}`)
    expect(text).toContain('<option value="Ada Admiral">Ada Admiral (1)</option>')
    expect(text).toContain('<option value="Admiral Ada">Admiral Ada (1)</option>')
    expect((await site.get(article(0))).text).toContain(
      'as “Admiral Ada”: the words that a correction names',
    )
  })
})

describe('the form for a value', () => {
  const form = (search: string) => site.get(`/correct?${search}`)

  it('is for the article alone unless its reader says otherwise', async () => {
    const { text } = await form(`person=ada-admiral&article=${ids[0] ?? ''}`)
    expect(text).toContain('value="here" checked> only here')
    expect(text).toContain('in every article (2)')
    expect(text).toContain('in the article “A visit”')
  })

  it.each([
    ['ben-broker ada-admiral', '#of-person-ada-admiral'],
    ['ada-admiral', '#of-person'],
  ])('of the values %s comes back to the one before it', async (value, place) => {
    const search = new URLSearchParams({
      person: value,
      article: ids[0] ?? '',
      back: `${article(0)}?q=ada`,
    })
    expect(backIn((await form(search.toString())).text)).toBe(`${article(0)}?q=ada${place}`)
  })

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/saved', 'javascript:alert(1)'])(
    'never leads back to %s',
    async (back) => {
      const search = new URLSearchParams({ person: 'ada-admiral', back })
      expect(backIn((await form(search.toString())).text)).toBe('/corrections')
    },
  )

  it('is of the value that a former id stands for now', async () => {
    await correct({ ...ada, do: 'merge', name: 'Adah Admiral', where: 'everywhere' })
    expect((await form('person=ada-admiral')).text).toContain('name="value" value="adah-admiral"')
  })

  it('is not there for what is not there', async () => {
    expect((await form('person=nobody')).status).toBe(404)
    expect((await form(`person=adah-admiral&article=${ids[0] ?? ''}`)).status).toBe(404)
    expect((await form('person=ada-admiral&article=none')).status).toBe(404)
    expect((await form('q=ada')).status).toBe(400)
  })
})

describe('values that were found to be one', () => {
  it('say so, and are set apart again where a reader knows better', async () => {
    const lease = acquireLease(site.dataDir, 'a test')
    const merges = [{ facet: 'people', id: 'ada-admiral', into: 'adah-admiral' }] as const
    await applyState(site.archive, lease, { merges, corrections: [] })
    await site.engine.sync(lease)
    lease.release()
    expect(people(1)).toEqual(['adah-admiral'])
    const { text } = await site.get(article(1))
    expect(text).toContain(
      '“Ada Admiral” was joined with it, because the names are found to be of one',
    )
    expect(text).toContain('Set apart again')
    const fields = { facet: 'people', value: 'adah-admiral', into: 'ada-admiral' }
    const answer = await correct({ ...fields, do: 'part', name: 'Ada Admiral', back: article(1) })
    expect([people(0), people(1), people(2)]).toEqual([
      ['ada-admiral', 'ben-broker'],
      ['ada-admiral'],
      ['adah-admiral'],
    ])
    expect((await site.get(placeOf(answer))).text).toContain(
      '“Ada Admiral” is not the same as “Adah Admiral”. 2 articles changed.',
    )
  })
})

const backIn = (html: string) =>
  /name="back" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

describe('the list of a facet', () => {
  it('corrects a value everywhere and comes back to its place', async () => {
    const { text } = await site.get('/facet/person?order=name&find=ada')
    const list = backIn(text)
    expect(list).toBe('/facet/person?find=ada&order=name')
    const form = new URLSearchParams({ person: 'ada-admiral', back: list })
    const back = backIn((await site.get(`/correct?${form.toString()}`)).text)
    expect(back).toBe(`${list}#values`)
    const answer = await correct({ ...ada, do: 'reject', back })
    const after = (await site.get(placeOf(answer))).text
    expect(after).toContain('“Ada Admiral” is not a person. 2 articles changed.')
    expect(after).toContain('<bdi>Adah Admiral</bdi>')
    expect(after).not.toContain('id="value-ada-admiral"')
  })
})

describe('/corrections', () => {
  it('lists them newest first, with what they concern, and says which lines were skipped', async () => {
    await correct({ ...ada, do: 'reject', article: ids[0] ?? '', where: 'here' })
    const merge = await correct({ ...ada, do: 'merge', name: 'Adah Admiral' })
    await undo(idIn(merge))
    appendFileSync(correctionsPath(site.dataDir), 'nonsense\n')
    const { text } = await site.get('/corrections')
    const what = [...text.matchAll(/<p class="what">(.*?)<\/p>/g)].map(([, says]) => says)
    expect(what).toEqual([
      '“Ada Admiral” is the same as “Adah Admiral”',
      'In one article, “Ada Admiral” is not a person',
    ])
    expect(text).toContain('concerns 2 articles')
    expect(text).toContain('only in “A visit”')
    expect(text).toContain('Taken back')
    expect(text).toContain('<li>Line 4 is not JSON</li>')
    expect((await site.get('/corrections?find=person')).text).toContain(
      '<strong>1 correction</strong>',
    )
    expect((await site.get('/corrections?find=zebra')).text).toContain(
      'No correction says “zebra”.',
    )
  })

  it('come in parts where there are many', async () => {
    const many = Array.from(
      { length: 120 },
      (_, n) => `{"do":"reject","facet":"people","value":"p-${n}"}`,
    )
    writeFileSync(correctionsPath(site.dataDir), many.join('\n'))
    const { text } = await site.get('/corrections?part=3')
    expect(text).toContain('Part 3 of 3')
    expect(text.match(/<p class="what">/g)).toHaveLength(20)
    expect((await site.get('/corrections?part=0')).status).toBe(400)
  })

  it('can be downloaded as they are', async () => {
    expect((await site.get('/corrections.jsonl')).text).toBe('')
    writeFileSync(correctionsPath(site.dataDir), '# mine\nnonsense')
    const { text, headers } = await request(site.app)
      .get('/corrections.jsonl')
      .buffer(true)
      .parse((sent, done) => {
        let body = ''
        sent.on('data', (piece: Buffer) => (body += piece.toString()))
        sent.on('end', () => {
          done(null, body)
        })
      })
      .then(({ body, headers: head }) => ({ text: String(body), headers: head }))
    expect(text).toBe('# mine\nnonsense')
    expect(headers['content-disposition']).toBe('attachment; filename="corrections.jsonl"')
  })

  it('are imported after a look at them, bad lines and known ones left out', async () => {
    const first = await correct({ ...ada, do: 'reject' })
    const [known = ''] = lines()
    const fresh =
      '{"do":"rename","facet":"people","value":"ben-broker","name":"B. Broker","id":"mine"}'
    const send = (fields: Readonly<Record<string, string>>) => upload('/corrections/import', fields)
    const preview = await send({ file: `${known}\r\nnonsense\r\n${fresh}\r\n` })
    expect(preview.text).toContain('1 correction can be added.')
    expect(preview.text).toContain('1 correction of these is here already.')
    expect(preview.text).toContain('Line 2 is not JSON')
    expect(preview.text).toContain('“Ben Broker” is now called “B. Broker”')
    expect(lines()).toHaveLength(1)
    expect((await send({ lines: fresh, sure: 'yes' })).status).toBe(303)
    expect(lines()).toHaveLength(2)
    expect(site.archive.displayName('people', 'ben-broker')).toBe('B. Broker')
    expect(
      (await send({ lines: `${known}\n{"do":"undo","of":"${idIn(first)}"}`, sure: 'yes' })).status,
    ).toBe(303)
    expect(people(1)).toEqual(['ada-admiral'])
  })

  it('refuse an import of nothing, or of too much', async () => {
    expect((await upload('/corrections/import', { lines: ' ' })).status).toBe(400)
    expect((await upload('/corrections/import', { lines: 'x'.repeat(3_000_000) })).status).toBe(413)
  })

  it('print markup in names, notes and lines as text', async () => {
    const evil = '<script>alert(1)</script>'
    await correct({ ...ada, do: 'rename', name: evil })
    appendFileSync(
      correctionsPath(site.dataDir),
      `${JSON.stringify({ do: 'reject', facet: 'people', value: 'ben-broker', note: evil, at: evil })}\n{"do":"${evil}"}\n`,
    )
    await site.correcting.follow()
    const asked = await correct({
      ...ada,
      do: 'merge',
      name: evil.replace('script', 'img'),
      back: '/corrections',
    })
    const imported = await upload('/corrections/import', { lines: `{"do":"${evil}"}` })
    for (const { text } of [
      asked,
      imported,
      await site.get('/corrections'),
      await site.get(article(0)),
      await site.get('/facet/person'),
    ]) {
      expect(text).toContain('</html>')
      expect(text).not.toMatch(/<script>|<img/)
    }
  })
})

/** Sends a form in parts, as a browser does where one of its fields is a file. */
async function upload(path: string, fields: Readonly<Record<string, string>>) {
  const page = await request(site.app).get('/corrections')
  const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const sent = request(site.app)
    .post(path)
    .set('Cookie', page.headers['set-cookie'] ?? '')
  void sent.field('_csrf', token)
  for (const [name, content] of Object.entries(fields)) {
    if (name === 'file') void sent.attach(name, Buffer.from(content), 'corrections.jsonl')
    else void sent.field(name, content)
  }
  return sent
}
