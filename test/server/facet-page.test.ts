import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { addressAfter, boxesOf } from './filters-of.ts'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  const names = Array.from({ length: 130 }, (_, n) => `Person ${String(n).padStart(3, '0')}`)
  await site.add(
    { title: 'A census', text: 'Everybody came.', people: names },
    {
      title: 'A convoy',
      text: 'The convoy left Hafenstadt.',
      people: ['Person 007', 'Ólafur Example'],
      places: ['Portville (Hafenstadt) < Northland'],
    },
    { title: 'A storm', text: 'Nobody left.' },
  )
})
afterAll(() => site.close())

const valuesIn = (html: string) =>
  [...html.matchAll(/<bdi>(.*?)<\/bdi><i>(.*?)<\/i>/g)].map(
    ([, name = '', count = '']) => `${name} ${count}`,
  )

describe('all values of a facet', () => {
  it('are listed by the number of their articles, a hundred at a time', async () => {
    const { text, status } = await site.get('/facet/person')
    expect(status).toBe(200)
    expect(valuesIn(text)[0]).toBe('Person 007 2')
    expect(valuesIn(text)).toHaveLength(100)
    expect(text).toContain('Part 1 of 2')
    const next = (await site.get('/facet/person?part=2')).text
    expect(valuesIn(next)).toHaveLength(32)
    expect(valuesIn(next).at(-1)).toBe('none 1')
    expect(next).toContain('href="/facet/person" rel="prev"')
  })

  it('are those of the search, which the page keeps', async () => {
    const { text } = await site.get('/facet/person?q=convoy&-place=southland&page=3')
    expect(valuesIn(text).sort()).toEqual(['Person 007 1', 'Ólafur Example 1'])
    expect(text).toContain('<input type="hidden" name="q" value="convoy">')
    expect(text).toContain('<input type="hidden" name="-place" value="southland">')
    expect(text).toContain('href="/search?q=convoy&amp;-place=southland&amp;page=3"')
  })

  it('are found by the beginnings of their words, without accents', async () => {
    const { text } = await site.get('/facet/person?find=olaf')
    expect(valuesIn(text)).toEqual(['Ólafur Example 1'])
    expect((await site.get('/facet/person?find=xyz')).text).toContain(
      'No article of this search has a name with “xyz”.',
    )
  })

  it('say under which spelling they were found', async () => {
    const { text } = await site.get('/facet/place?find=hafen')
    expect(valuesIn(text)).toEqual(['Portville 1'])
    expect(text).toContain('as “Hafenstadt”')
    expect((await site.get('/facet/place?find=port')).text).not.toContain('as “')
    expect((await site.get('/facet/place.json?find=hafen')).body).toMatchObject({
      values: [{ name: 'Portville', as: 'Hafenstadt' }],
    })
  })

  it('are listed from A to Z on demand', async () => {
    const { text } = await site.get('/facet/person?find=person&order=name')
    expect(valuesIn(text).slice(0, 2)).toEqual(['Person 000 1', 'Person 001 1'])
  })

  it('say what they stand below, which can be looked into', async () => {
    const { text } = await site.get('/facet/place')
    expect(text).toContain('in <a href="/facet/place?below=northland"')
    const below = (await site.get('/facet/place?below=northland')).text
    expect(valuesIn(below)).toEqual(['Portville 1'])
    expect(below).toContain('Only what stands below <b>Northland</b>')
  })

  it('are chosen and excluded without leaving the list', async () => {
    const list = '/facet/person?q=convoy&find=olaf&order=name'
    const { text } = await site.get(list)
    expect(addressAfter(text, 'narrow', { tick: 'person=-lafur-example' })).toBe(
      `${list}&person=-lafur-example`,
    )
    expect(addressAfter(text, 'narrow', { press: '-person=-lafur-example' })).toBe(
      `${list}&-person=-lafur-example`,
    )
    const chosen = (await site.get('/facet/person?person=person-007')).text
    expect(chosen).toContain('aria-label="Remove the filter Person: Person 007"')
    expect(boxesOf(chosen, 'person')[0]).toBe('[x] Person 007 2')
    expect(addressAfter(chosen, 'narrow', { tick: 'person=person-007' })).toBe('/facet/person?')
  })

  it('keep what is chosen in another part of the list', async () => {
    const { text } = await site.get('/facet/person?person=person-007&part=2')
    expect(boxesOf(text, 'person')).not.toContain('[x] Person 007 2')
    const address = addressAfter(text, 'narrow', { tick: 'person=[none]' })
    expect([...new URLSearchParams(address.split('?')[1])]).toEqual([
      ['person', 'person-007'],
      ['part', '2'],
      ['person', '[none]'],
    ])
  })

  it('can be asked for together', async () => {
    const { text } = await site.get('/facet/person?person=person-007&person=person-008')
    expect(text).toContain('<input type="radio" name="person.match" value="any" checked>any of')
    expect(text).toContain('<input type="radio" name="person.match" value="all">all of these')
  })

  it('come as JSON too', async () => {
    const { body } = await site.get('/facet/person.json?find=olaf')
    expect(body).toEqual({
      facet: 'person',
      total: 1,
      exact: true,
      capability: { bound: 'exact' },
      part: 1,
      parts: 1,
      partSize: 100,
      values: [
        {
          id: '-lafur-example',
          name: 'Ólafur Example',
          count: 1,
          selected: false,
          excluded: false,
          broader: [],
          as: '',
        },
      ],
    })
  })
})

describe('mistakes in the address of a list', () => {
  it('are named, and the list is shown without them', async () => {
    const { text, status } = await site.get('/facet/place?order=size&from=2016-13')
    expect(status).toBe(400)
    expect(text).toContain('order=size: Not a choice here. There are count, name.')
    expect(text).toContain('from=2016-13: Not a date')
    expect(valuesIn(text).length).toBeGreaterThan(0)
    expect((await site.get('/facet/place.json?order=size')).status).toBe(400)
  })

  it('include a facet that there is not', async () => {
    const { text, status } = await site.get('/facet/planet')
    expect(status).toBe(404)
    expect(text).toContain('There are /facet/person, /facet/place')
    expect((await site.get('/facet/planet.json')).body).toMatchObject({ status: 404 })
  })

  it('include a part past the last one, which leads back', async () => {
    const { text } = await site.get('/facet/place?part=9')
    expect(text).toContain('href="/facet/place" rel="prev"')
  })
})
