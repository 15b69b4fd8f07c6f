import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mostCollected, type Collectable } from '../../../server/store/collected-articles.ts'
import { CollectionRefused, type Collection } from '../../../server/store/collections.ts'
import { Store } from '../../../server/store/store.ts'

const [ann, ben] = [1, 2]
let folder: string
let store: Store
let convoys: Collection
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-collections-'))
  store = new Store(folder)
  convoys = begin(ann, 'Convoys')
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

function begin(owner: number, name: string): Collection {
  const id = store.collections.add(owner, { name, notes: '', shared: false })
  const collection = store.collections.own(owner, id)
  if (!collection) throw new Error('It was not kept.')
  return collection
}

const article = (n: number, more: Partial<Collectable> = {}): Collectable => ({
  article: `a${n}`,
  sequence: n,
  title: `Article ${n}`,
  outlet: 'Harbour Gazette',
  published: `2016-0${n}`,
  content: 'c',
  ...more,
})
const idsIn = (collection: Collection) =>
  store.collected.list(collection, 'oldest').map((each) => each.article)

describe('a collection', () => {
  it('holds an article once, whose mark and note stay when it is added again', () => {
    store.collected.add(convoys, [article(1)])
    store.collected.mark(convoys, 'a1', 'relevant')
    store.collected.annotate(convoys, 'a1', 'See page 4.')
    store.collected.add(convoys, [article(1), article(2)])
    expect(store.collected.list(convoys, 'oldest')).toMatchObject([
      { article: 'a1', relevance: 'relevant', note: 'See page 4.' },
      { article: 'a2', relevance: '', note: '' },
    ])
  })

  it('takes back what was added at once, and only that', () => {
    store.collected.add(convoys, [article(1)])
    const moment = store.collected.add(convoys, [article(1), article(2), article(3)])
    expect(store.collected.countAt(convoys, moment)).toEqual({ added: 2, removed: 0 })
    store.collected.takeBack(convoys, moment)
    expect(idsIn(convoys)).toEqual(['a1'])
  })

  it('puts back what was taken out, with its mark and note', () => {
    store.collected.add(convoys, [article(1), article(2)])
    store.collected.mark(convoys, 'a1', 'perhaps')
    const moment = store.collected.remove(convoys, ['a1'])
    expect(idsIn(convoys)).toEqual(['a2'])
    store.collected.putBack(convoys, moment)
    expect(store.collected.list(convoys, 'oldest')[0]).toMatchObject({
      article: 'a1',
      relevance: 'perhaps',
    })
  })

  it('keeps what it held when the store is opened again', () => {
    store.collected.add(convoys, [article(1)])
    store.close()
    store = new Store(folder)
    expect(idsIn(convoys)).toEqual(['a1'])
  })

  it('refuses more than it holds, and adds nothing of it', () => {
    const many = Array.from({ length: mostCollected + 1 }, (_, n) => article(n, { published: '' }))
    expect(() => store.collected.add(convoys, many)).toThrow(CollectionRefused)
    expect(idsIn(convoys)).toEqual([])
  })

  it.each([
    ['newest', ['a3', 'a1', 'a2']],
    ['oldest', ['a1', 'a3', 'a2']],
    ['outlet', ['a2', 'a1', 'a3']],
    ['title', ['a3', 'a2', 'a1']],
  ] as const)('is listed by %s', (order, ids) => {
    store.collected.add(convoys, [
      article(1, { title: 'C', outlet: 'Evening Ledger' }),
      article(2, { title: 'B', outlet: 'a small paper', published: '' }),
      article(3, { title: 'a', outlet: 'Harbour Gazette' }),
    ])
    expect(store.collected.list(convoys, order).map((each) => each.article)).toEqual(ids)
  })
})

describe('the collections of a reader', () => {
  it('are seen by others when they are shared, and never theirs to change', () => {
    expect(store.collections.visible(ben, convoys.id)).toBeUndefined()
    store.collections.edit(ann, convoys.id, { name: 'Convoys', notes: 'Chapter two', shared: true })
    expect(store.collections.visible(ben, convoys.id)).toMatchObject({ notes: 'Chapter two' })
    expect(store.collections.own(ben, convoys.id)).toBeUndefined()
    store.collections.edit(ben, convoys.id, { name: 'Mine', notes: '', shared: false })
    store.collections.delete(ben, convoys.id)
    expect(store.collections.own(ann, convoys.id)).toMatchObject({ name: 'Convoys', shared: true })
  })

  it('have names of their own, whatever the letters', () => {
    expect(() => begin(ann, 'CONVOYS')).toThrow('already a collection named “Convoys”')
    expect(begin(ben, 'Convoys').owner).toBe(ben)
  })

  it('come back when they were thrown away, with all that they held', () => {
    store.collected.add(convoys, [article(1)])
    store.collections.delete(ann, convoys.id)
    expect(store.collections.list(ann)).toEqual([])
    expect(store.collected.placesOf(ann, ['a1'])).toEqual([])
    expect(store.collections.restore(ben, convoys.id)).toBe(false)
    expect(store.collections.restore(ann, convoys.id)).toBe(true)
    expect(idsIn(convoys)).toEqual(['a1'])
  })

  it('do not come back under a name that was given again', () => {
    store.collections.delete(ann, convoys.id)
    begin(ann, 'Convoys')
    expect(() => store.collections.restore(ann, convoys.id)).toThrow(CollectionRefused)
  })
})
