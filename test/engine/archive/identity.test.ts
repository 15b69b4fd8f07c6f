import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { canonicalUrl } from '../../../engine/archive/identity.ts'
import { openTestArchive, record, type TestArchive } from './test-archive.ts'

describe('the canonical form of an address', () => {
  it.each([
    ['scheme', 'http://paper.example/a', 'https://paper.example/a'],
    ['www', 'https://www.paper.example/a', 'https://paper.example/a'],
    ['fragment', 'https://paper.example/a#photos', 'https://paper.example/a'],
    ['tracking', 'https://paper.example/a?utm_source=x&fbclid=9', 'https://paper.example/a'],
    ['closing slash', 'https://paper.example/a/', 'https://paper.example/a'],
    ['case of the host', 'https://Paper.Example/a', 'https://paper.example/a'],
    ['order of parameters', 'https://paper.example/a?b=1&a=2', 'https://paper.example/a?a=2&b=1'],
  ])('does not depend on the %s', (_, one, other) => {
    expect(canonicalUrl(one)).toBe(canonicalUrl(other))
    expect(canonicalUrl(one)).not.toBe('')
  })

  it.each([
    [
      'parameters that choose the article',
      'https://paper.example/?id=1',
      'https://paper.example/?id=2',
    ],
    ['paths', 'https://paper.example/a', 'https://paper.example/b'],
    ['ports', 'https://paper.example:81/a', 'https://paper.example/a'],
  ])('tells different %s apart', (_, one, other) => {
    expect(canonicalUrl(one)).not.toBe(canonicalUrl(other))
  })

  it.each(['', 'javascript:alert(1)', 'ftp://paper.example/a', 'https://', 'paper.example/a'])(
    'is empty for %j, which is no web address',
    (url) => {
      expect(canonicalUrl(url)).toBe('')
    },
  )

  it.each(['https://paper.example', 'http://www.paper.example/'])(
    'is empty for the front page %s, which is the address of no single article',
    (url) => {
      expect(canonicalUrl(url)).toBe('')
    },
  )
})

describe('which article a record is', () => {
  let archive: TestArchive
  beforeEach(() => {
    archive = openTestArchive()
  })
  afterEach(() => {
    archive.remove()
  })

  it('is the one with the same address, whatever file it comes in', () => {
    const first = archive.commit(
      record({ url: 'https://paper.example/talks', text: 'Talks began.' }),
    )
    const second = archive.commit(
      record({
        url: 'http://www.paper.example/talks?utm_source=x',
        text: 'Talks ended.',
        file: '/b.txt',
      }),
    )
    expect(second).toMatchObject({ kind: 'replaced', id: first.id, conflict: undefined })
  })

  it('is the one with the same id from the same source', () => {
    const given = { source: '/export.jsonl', id: '7' }
    const first = archive.commit(record({ given, text: 'Talks began.' }))
    const second = archive.commit(record({ given, text: 'Talks ended.' }))
    expect(second).toMatchObject({ kind: 'replaced', id: first.id })
  })

  it('is another one when two sources both have an article 7', () => {
    archive.commit(record({ given: { source: '/a.jsonl', id: '7' }, text: 'Talks began.' }))
    const second = archive.commit(
      record({ given: { source: '/b.jsonl', id: '7' }, text: 'Talks ended.' }),
    )
    expect(second).toMatchObject({ kind: 'added', conflict: undefined })
  })

  it('is the one read from the same file before', () => {
    const first = archive.commit(record({ file: '/a.txt', text: 'Talks began.' }))
    const second = archive.commit(record({ file: '/a.txt', text: 'Talks ended.' }))
    expect(second).toMatchObject({ kind: 'replaced', id: first.id })
  })

  describe('in a file that held something else altogether', () => {
    const first = record({
      file: '/latest.txt',
      title: 'Corvette sold to the islands',
      text: 'The corvette left the yard on Monday with a crew of ninety, four years late.',
    })
    const other = record({
      file: '/latest.txt',
      title: 'Talks end without a date',
      text: 'Both delegations went home after a week and agreed on nothing but lunch.',
    })

    it('is a second one, and the report says so', () => {
      archive.commit(first)
      const second = archive.commit(other)
      expect(second.kind).toBe('added')
      expect(second.conflict).toMatch(/same file.*another title and text: kept as two/)
      expect(archive.archive.count()).toBe(2)
    })

    it('stays what it is when it is read again, and when it changes later', () => {
      archive.commit(first)
      const second = archive.commit(other)
      expect(archive.commit(other)).toMatchObject({ kind: 'unchanged', id: second.id })
      const changed = record({
        file: '/latest.txt',
        title: 'Talks end with a date',
        text: 'Both delegations went home after a week and agreed on nothing but a date.',
      })
      expect(archive.commit(changed)).toMatchObject({
        kind: 'replaced',
        id: second.id,
        conflict: undefined,
      })
    })

    it('is the one of before where the source gives both one id, but the report says so', () => {
      const given = { source: '/export.jsonl', id: '7' }
      const before = archive.commit({ ...first, identity: { url: '', path: '', given } })
      const after = archive.commit({ ...other, identity: { url: '', path: '', given } })
      expect(after).toMatchObject({ kind: 'replaced', id: before.id })
      expect(after.conflict).toMatch(/same id.*another title and text: replaced it/)
    })
  })

  it('is the one with the same content when its file was moved', () => {
    const first = archive.commit(record({ file: '/old/a.txt', text: 'Talks began.' }))
    const second = archive.commit(record({ file: '/new/a.txt', text: 'Talks began.' }))
    expect(second).toMatchObject({ kind: 'unchanged', id: first.id, conflict: undefined })
    expect(archive.archive.count()).toBe(1)
  })

  it('is two, with a conflict reported, when one address comes with two ids of one source', () => {
    const url = 'https://paper.example/talks'
    const first = archive.commit(
      record({ url, given: { source: '/a.jsonl', id: '1' }, text: 'Talks began.' }),
    )
    const second = archive.commit(
      record({ url, given: { source: '/a.jsonl', id: '2' }, text: 'Talks ended.' }),
    )
    expect(second.kind).toBe('added')
    expect(second.conflict).toMatch(/same address.*another id/)
    expect(second.id).not.toBe(first.id)
  })

  it('stays two when both are read again', () => {
    const url = 'https://paper.example/talks'
    const both = [
      record({ url, given: { source: '/a.jsonl', id: '1' }, text: 'Talks began.' }),
      record({ url, given: { source: '/a.jsonl', id: '2' }, text: 'Talks ended.' }),
    ]
    const first = both.map((entry) => archive.commit(entry))
    const again = both.map((entry) => archive.commit(entry))
    expect(again.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged'])
    expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id))
  })

  it('is two, with a conflict reported, when equal texts come with two addresses', () => {
    archive.commit(record({ url: 'https://paper.example/a', text: 'Talks began.' }))
    const second = archive.commit(
      record({ url: 'https://gazette.example/b', text: 'Talks began.' }),
    )
    expect(second.kind).toBe('added')
    expect(second.conflict).toMatch(/same text.*another address/)
  })

  it('gives the same ids when the same archive is built again', () => {
    const entry = record({ file: '/a.txt', text: 'Talks began.' })
    const other = openTestArchive()
    expect(other.commit(entry).id).toBe(archive.commit(entry).id)
    other.remove()
  })
})
