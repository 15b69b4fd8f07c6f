import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
  await site.add(
    { title: 'First delivery', text: 'A shipment.', outlet: 'Harbour Gazette', published: '2016' },
    { title: 'Second delivery', text: 'A shipment.', outlet: 'Evening Ledger', published: '2017' },
  )
})
afterEach(() => site.close())

const save = (name: string, search: string) => site.post('/saved', { name, search })

describe('saving a query', () => {
  it('keeps words, filters and order, and goes back to the search', async () => {
    const { status, headers } = await save(
      'Deliveries',
      'q=delivery&outlet=harbour-gazette&from=2016&sort=oldest&page=3',
    )
    expect(status).toBe(303)
    expect(headers['location']).toBe(
      '/search?q=delivery&outlet=harbour-gazette&from=2016&sort=oldest&saved=1',
    )
    expect(site.store.savedQueries.list(0)).toMatchObject([
      { name: 'Deliveries', search: 'q=delivery&outlet=harbour-gazette&from=2016&sort=oldest' },
    ])
  })

  it('shows on the search page that it is saved', async () => {
    await save('Deliveries', 'q=delivery')
    expect((await site.get('/search?q=delivery')).text).toContain('>“Deliveries”</a>')
    expect((await site.get('/search?q=delivery&from=2016')).text).toContain('Save this query')
  })

  it('says that it is saved, and speaks of marking as seen only once it was marked', async () => {
    const { headers } = await save('Deliveries', 'q=delivery')
    const told = '<strong>Saved</strong> as <a href="/saved/1">“Deliveries”</a>, 2 articles.'
    expect((await site.get(String(headers['location']))).text).toContain(told)
    await site.add({ title: 'Third delivery' })
    expect((await site.get('/search?q=delivery&saved=1')).text).toContain('since you saved it on')
    await site.post('/saved/1/seen', {})
    const { text } = await site.get('/search?q=delivery&saved=1')
    expect(text).toContain('<strong>Nothing new</strong> for')
    expect(text).toContain('since you last marked it as seen on')
  })

  it('refuses a name that is taken, whatever its letters', async () => {
    await save('Deliveries', 'q=delivery')
    const { status, text } = await save('DELIVERIES', 'q=other')
    expect(status).toBe(409)
    expect(text).toContain('already a saved query named “Deliveries”')
    expect(site.store.savedQueries.list(0)).toHaveLength(1)
  })

  it.each([
    ['no name', '  ', 'q=a'],
    ['a name that is too long', 'n'.repeat(101), 'q=a'],
    ['no search', 'A name', ''],
    ['a search that cannot be read', 'A name', 'q=a&from=2016-13'],
  ])('refuses %s', async (_case, name, search) => {
    expect((await save(name, search)).status).toBe(400)
    expect(site.store.savedQueries.list(0)).toEqual([])
  })
})

describe('the list of saved queries', () => {
  it('explains itself while it is empty', async () => {
    expect((await site.get('/saved')).text).toContain('There is none yet')
  })

  it('tells the total and what was indexed since the query was last marked as seen', async () => {
    await save('Deliveries', 'q=delivery')
    expect(figures((await site.get('/saved')).text)).toEqual({ news: '0', total: '2' })
    await site.add({ title: 'Third delivery', published: '2009' }, { title: 'Unrelated' })
    expect(figures((await site.get('/saved')).text)).toEqual({ news: '1', total: '3' })
  })

  it('does not call an article new that was indexed again', async () => {
    await save('Deliveries', 'q=delivery')
    await site.add({ title: 'First delivery', text: 'A larger shipment.', published: '2016' })
    expect(figures((await site.get('/saved')).text)).toEqual({ news: '0', total: '2' })
  })

  it('is not changed by looking at it', async () => {
    await save('Deliveries', 'q=delivery')
    await site.add({ title: 'Third delivery' })
    const before = site.store.savedQueries.list(0)
    await site.get('/saved')
    await site.get('/search?q=delivery&saved=1')
    expect(site.store.savedQueries.list(0)).toEqual(before)
  })

  it('flags a query that can no longer be read, and keeps it', async () => {
    site.store.savedQueries.add(0, { name: 'Old one', search: 'q=delivery&from=some+day', seen: 0 })
    const { text, status } = await site.get('/saved')
    expect(status).toBe(200)
    expect(text).toContain('Needs a look: from=some day')
    expect(site.store.savedQueries.list(0)).toHaveLength(1)
  })
})

describe('opening a saved query', () => {
  it('tells what is new, and marks nothing as seen', async () => {
    await save('Deliveries', 'q=delivery')
    await site.add({ title: 'Third delivery' })
    const { headers } = await site.post('/saved/1/run', {})
    expect(headers['location']).toBe('/search?q=delivery&saved=1')
    const told = '<strong>1 new article</strong> for <a href="/saved/1">“Deliveries”</a>'
    expect((await site.get('/search?q=delivery&saved=1')).text).toContain(told)
    expect((await site.get('/search?q=delivery&saved=1')).text).toContain(told)
  })

  it('offers to show only what is new', async () => {
    await save('Deliveries', 'q=delivery')
    await site.add({ title: 'Third delivery' })
    const { text } = await site.get('/search?q=delivery&saved=1')
    expect(text).toContain('href="/search?q=delivery&amp;newer=2&amp;saved=1"')
    const narrowed = await site.get('/search?q=delivery&newer=2&saved=1')
    expect(narrowed.text).toContain('<strong>1 article</strong>')
  })

  it('says nothing about news once the search has become another, and offers to update it', async () => {
    await save('Deliveries', 'q=delivery')
    await site.add({ title: 'Third delivery' })
    const { text } = await site.get('/search?q=shipment&saved=1')
    expect(text).not.toContain('since you last marked it')
    expect(text).toContain('Update “Deliveries”')
    expect((await site.get('/search?q=delivery&saved=1')).text).not.toContain('Update “')
    expect((await site.get('/search?q=shipment')).text).not.toContain('Update “')
  })
})

describe('marking as seen', () => {
  it('takes what the reader was shown, not what came meanwhile', async () => {
    await save('Deliveries', 'q=delivery')
    await site.add({ title: 'Third delivery' })
    const shown = /name="upto" value="(\d+)"/.exec((await site.get('/saved/1')).text)?.[1] ?? ''
    await site.add({ title: 'Fourth delivery' })
    const { headers } = await site.post('/saved/1/seen', { upto: shown, back: 'search' })
    expect(headers['location']).toBe('/search?q=delivery&saved=1')
    expect(figures((await site.get('/saved')).text)).toEqual({ news: '1', total: '4' })
    await site.post('/saved/1/seen', {})
    expect(figures((await site.get('/saved')).text)).toEqual({ news: '0', total: '4' })
  })

  it('never goes beyond what can be found', async () => {
    await save('Deliveries', 'q=delivery')
    await site.post('/saved/1/seen', { upto: '999999' })
    expect(site.store.savedQueries.get(0, 1)?.seen).toBe(2)
  })
})

describe('changing a saved query', () => {
  it('renames it', async () => {
    await save('Deliveries', 'q=delivery')
    expect((await site.post('/saved/1/rename', { name: 'Shipments' })).status).toBe(303)
    expect(site.store.savedQueries.get(0, 1)?.name).toBe('Shipments')
  })

  it('refuses the name of another', async () => {
    await save('One', 'q=one')
    await save('Two', 'q=two')
    expect((await site.post('/saved/2/rename', { name: 'one' })).status).toBe(409)
    expect((await site.post('/saved/2/rename', { name: 'TWO' })).status).toBe(303)
  })

  it('puts another search in its place, and what was new stays new', async () => {
    await save('Deliveries', 'q=delivery')
    await site.add({ title: 'Third delivery', text: 'A shipment.' })
    const { headers } = await site.post('/saved/1/update', { search: 'q=shipment&saved=1' })
    expect(headers['location']).toBe('/search?q=shipment&saved=1')
    expect(figures((await site.get('/saved')).text)).toEqual({ news: '1', total: '3' })
  })

  it('duplicates it under a name with a number', async () => {
    await save('Deliveries', 'q=delivery')
    await site.post('/saved/1/notes', { notes: 'Ask Ada.', tags: 'sea, air' })
    await site.post('/saved/1/duplicate', {})
    expect(site.store.savedQueries.get(0, 2)).toMatchObject({
      ...{ name: 'Deliveries (2)', search: 'q=delivery', tags: ['air', 'sea'] },
    })
    expect(site.store.savedQueries.notes(2)).toBe('Ask Ada.')
  })

  it('deletes it, and takes it back', async () => {
    await save('Deliveries', 'q=delivery')
    const { headers } = await site.post('/saved/1/delete', {})
    expect(site.store.savedQueries.list(0)).toEqual([])
    const { text } = await site.get(String(headers['location']))
    expect(text).toContain('“Deliveries” was deleted.')
    expect(text).toContain('action="/saved/1/restore"')
    await site.post('/saved/1/restore', {})
    expect(site.store.savedQueries.list(0)).toMatchObject([{ id: 1, name: 'Deliveries' }])
  })

  it('does once what is asked for twice', async () => {
    const answers = [await save('Deliveries', 'q=delivery'), await save('deliveries', 'q=delivery')]
    for (const what of ['delete', 'delete', 'restore', 'restore'])
      answers.push(await site.post(`/saved/1/${what}`, {}))
    expect(answers.map(({ status, headers }) => [status, headers['location']])).toEqual([
      [303, '/search?q=delivery&saved=1'],
      [303, '/search?q=delivery&saved=1'],
      [303, '/saved?deleted=1'],
      [303, '/saved?deleted=1'],
      [303, '/saved'],
      [303, '/saved'],
    ])
    expect(site.store.savedQueries.list(0)).toMatchObject([{ id: 1, name: 'Deliveries' }])
    expect(site.store.queryRecords.count(1)).toBe(1)
  })

  it('duplicates it once where that is asked for twice at the same time', async () => {
    await save('Deliveries', 'q=delivery')
    const both = await Promise.all([1, 2].map(() => site.post('/saved/1/duplicate', {})))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
  })

  it('is offered back at its own address once it is deleted', async () => {
    await save('Deliveries', 'q=delivery')
    await site.post('/saved/1/delete', {})
    const { status, headers } = await site.get('/saved/1')
    expect([status, headers['location']]).toEqual([302, '/saved?deleted=1'])
    expect((await site.get('/saved/1.json')).status).toBe(404)
  })

  it('refuses notes and tags that are too long', async () => {
    await save('Deliveries', 'q=delivery')
    const tags = Array.from({ length: 21 }, (_, n) => `t${n}`).join(',')
    expect((await site.post('/saved/1/notes', { notes: '', tags })).status).toBe(400)
    expect((await site.post('/saved/1/notes', { notes: '', tags: 't'.repeat(41) })).status).toBe(
      400,
    )
    expect(site.store.savedQueries.get(0, 1)?.tags).toEqual([])
  })

  it.each(['run', 'rename', 'delete', 'seen', 'update', 'notes', 'share', 'duplicate', 'restore'])(
    'answers 404 to %s of one that does not exist',
    async (action) => {
      expect((await site.post(`/saved/77/${action}`, { name: 'x' })).status).toBe(404)
      expect((await site.post(`/saved/x/${action}`, { name: 'x' })).status).toBe(404)
    },
  )
})

function figures(html: string): { news: string | undefined; total: string | undefined } {
  return {
    news: /<dt>New<\/dt><dd[^>]*>(?:<a[^>]*>)?([^<]*)/.exec(html)?.[1],
    total: /<dt>Total<\/dt><dd>([^<]*)/.exec(html)?.[1],
  }
}
