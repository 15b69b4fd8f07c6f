import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openTestArchive, record, type TestArchive } from './test-archive.ts'

let open: TestArchive
beforeEach(() => {
  open = openTestArchive()
})
afterEach(() => {
  open.remove()
})

describe('storing an article', () => {
  it('keeps the article and its original', () => {
    const { id } = open.commit(
      record({ title: 'Talks resume', text: 'They met in Vienna.', file: '/a.txt' }),
    )
    expect(open.archive.get(id)).toMatchObject({
      title: 'Talks resume',
      text: 'They met in Vienna.',
      sequence: 1,
      origin: '/a.txt',
    })
    expect(String(open.archive.original(id)?.bytes)).toBe('Talks resume\nThey met in Vienna.')
    expect(open.archive.original(id)?.mediaType).toBe('text/plain')
  })

  it('changes nothing the second time', () => {
    const entry = record({ file: '/a.txt' })
    open.commit(entry)
    const before = open.archive.lastChange()
    expect(open.commit(entry).kind).toBe('unchanged')
    expect(open.archive.lastChange()).toBe(before)
  })

  it('knows a record by place, hash and processing', () => {
    const entry = record({ file: '/a.txt' })
    open.commit(entry)
    const { hash } = entry.original
    expect(open.archive.has('/a.txt', hash, 'v1')).toBe(true)
    expect(open.archive.has('/b.txt', hash, 'v1')).toBe(false)
    expect(open.archive.has('/a.txt', hash, 'v2')).toBe(false)
  })

  it('is whole or not at all: a batch that fails leaves nothing', () => {
    const good = record({ file: '/a.txt' })
    const bad = { ...record({ file: '/b.txt', text: 'Another.' }), origin: undefined }
    // @ts-expect-error -- a fault in the caller, to see the batch fail half-way
    expect(() => open.archive.commit(open.lease, [good, bad])).toThrow()
    expect(open.archive.count()).toBe(0)
  })

  it('refuses to write when the lease was given back', () => {
    open.lease.release()
    expect(() => open.archive.commit(open.lease, [record({})])).toThrow('lease')
  })
})

describe('replacing an article', () => {
  it('keeps id, sequence number and time of first indexing', () => {
    const { id } = open.commit(record({ file: '/a.txt', text: 'Talks began.' }))
    const before = open.archive.get(id)
    open.commit(record({ file: '/b.txt', text: 'Something else.' }))
    open.commit(record({ file: '/a.txt', text: 'Talks ended.' }))
    const after = open.archive.get(id)
    expect(after?.text).toBe('Talks ended.')
    expect(after?.sequence).toBe(before?.sequence)
    expect(after?.firstIndexed).toBe(before?.firstIndexed)
    expect(after?.originalHash).not.toBe(before?.originalHash)
  })

  it('happens when another version of the processing reads the same original', () => {
    open.commit(record({ file: '/a.txt', processing: 'v1' }))
    expect(open.commit(record({ file: '/a.txt', processing: 'v2' })).kind).toBe('replaced')
  })

  it('does not swap two versions of one article for ever, each in a file of its own', () => {
    const url = 'https://paper.example/talks'
    const early = record({ url, file: '/early.txt', text: 'Talks began.' })
    const late = record({ url, file: '/late.txt', text: 'Talks ended.' })
    expect([early, late].map((entry) => open.commit(entry).kind)).toEqual(['added', 'replaced'])
    expect([early, late].map((entry) => open.commit(entry).kind)).toEqual([
      'unchanged',
      'unchanged',
    ])
  })

  it('goes back when the file itself goes back to its former text', () => {
    open.commit(record({ file: '/a.txt', text: 'Talks began.' }))
    open.commit(record({ file: '/a.txt', text: 'Talks ended.' }))
    expect(open.commit(record({ file: '/a.txt', text: 'Talks began.' })).kind).toBe('replaced')
  })

  it('happens for a file that was moved since another version of the processing read it', () => {
    open.commit(record({ file: '/old.txt', processing: 'v1' }))
    open.commit(record({ file: '/old.txt', processing: 'v2' }))
    expect(open.commit(record({ file: '/new.txt', processing: 'v3' })).kind).toBe('replaced')
  })
})

describe('removing articles', () => {
  it('removes them for good and counts those there were', () => {
    const entry = record({ file: '/a.txt' })
    const { id } = open.commit(entry)
    expect(open.archive.remove(open.lease, [id, 'unknown'])).toBe(1)
    expect(open.archive.get(id)).toBeUndefined()
    expect(open.archive.original(id)).toBeUndefined()
    expect(open.archive.has('/a.txt', entry.original.hash, 'v1')).toBe(false)
  })

  it('never gives a sequence number twice', () => {
    const { id } = open.commit(record({ file: '/a.txt', text: 'One.' }))
    open.archive.remove(open.lease, [id])
    const { id: next } = open.commit(record({ file: '/b.txt', text: 'Two.' }))
    expect(open.archive.get(next)?.sequence).toBe(2)
  })

  it('finds the sample articles and leaves the others', () => {
    open.commit(record({ file: '/sample.txt', text: 'One.', sample: true }))
    open.commit(record({ file: '/own.txt', text: 'Two.' }))
    open.archive.remove(open.lease, open.archive.sampleIds())
    expect(open.archive.sampleCount()).toBe(0)
    expect(open.archive.count()).toBe(1)
  })
})

describe('the change log', () => {
  it('tells the latest change of each article, in order', () => {
    const first = open.commit(record({ file: '/a.txt', text: 'One.' }))
    const second = open.commit(record({ file: '/b.txt', text: 'Two.' }))
    open.commit(record({ file: '/a.txt', text: 'One, corrected.' }))
    const changes = open.archive.changes(0, 10)
    expect(changes.map(({ id, article }) => [id, article?.text])).toEqual([
      [second.id, 'Two.'],
      [first.id, 'One, corrected.'],
    ])
  })

  it('marks the changes of each transaction, so that a copy put back is told from what it was', () => {
    const before = open.commit(record({ file: '/a.txt', text: 'One.' }))
    const copy = openTestArchive()
    expect(copy.commit(record({ file: '/a.txt', text: 'One.' })).id).toBe(before.id)
    expect(open.archive.lastChange()).toBe(copy.archive.lastChange())
    expect(open.archive.changeMark(1)).not.toBe(copy.archive.changeMark(1))
    expect(open.archive.changes(0, 1)[0]?.mark).toBe(open.archive.changeMark(1))
    copy.remove()
  })

  it('has no mark for a change that it never had, and 0 before the first', () => {
    expect(open.archive.changeMark(1)).toBeUndefined()
    expect(open.archive.changeMark(0)).toBe(0)
  })

  it('tells of a removal without an article', () => {
    const { id } = open.commit(record({ file: '/a.txt' }))
    const seen = open.archive.lastChange()
    open.archive.remove(open.lease, [id])
    expect(open.archive.changes(seen, 10)).toMatchObject([{ id, article: undefined }])
  })
})

describe('settings', () => {
  it('are undefined until they are set, and stay', () => {
    expect(open.archive.setting('sample')).toBeUndefined()
    open.archive.setSetting(open.lease, 'sample', 'loaded')
    expect(open.archive.setting('sample')).toBe('loaded')
  })
})

describe('what an index can show', () => {
  it('ends before the first article that its last change does not know', () => {
    open.commit(record({ file: '/a.txt', text: 'One.' }))
    open.commit(record({ file: '/b.txt', text: 'Two.' }))
    const indexed = open.archive.lastChange()
    expect(open.archive.lastSequenceAt(indexed)).toBe(2)
    open.commit(record({ file: '/c.txt', text: 'Three.' }))
    open.commit(record({ file: '/d.txt', text: 'Four.' }))
    expect(open.archive.lastSequenceAt(indexed)).toBe(2)
    expect(open.archive.lastSequenceAt(open.archive.lastChange())).toBe(4)
  })

  it('holds an article that it knows in an older version', () => {
    open.commit(record({ file: '/a.txt', text: 'One.' }))
    const indexed = open.archive.lastChange()
    open.commit(record({ file: '/a.txt', text: 'One, corrected.' }))
    expect(open.archive.lastSequenceAt(indexed)).toBe(1)
  })

  it('is nothing before the first sync', () => {
    open.commit(record({ file: '/a.txt' }))
    expect(open.archive.lastSequenceAt(0)).toBe(0)
  })
})
