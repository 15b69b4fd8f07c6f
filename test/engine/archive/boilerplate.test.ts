import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sourceOf } from '../../../engine/archive/article-source.ts'
import { noFacets, openTestArchive, record, type TestArchive } from './test-archive.ts'

let test: TestArchive
beforeEach(() => {
  test = openTestArchive()
})
afterEach(() => {
  test.remove()
})

function add(url: string, outlet = '', text = `A text at ${url}.`) {
  const entry = record({ url, text })
  test.commit({ ...entry, article: { ...entry.article, outlet } })
}

describe('the source of an article', () => {
  it.each([
    ['https://paper.example/a/b', '', 'paper.example'],
    ['https://paper.example', '', 'paper.example'],
    ['http://www.paper.example:8080/a//b', '', 'www.paper.example:8080'],
    ['https://paper.example/a', 'The Sample Paper', 'The Sample Paper'],
  ])('at %s, outlet “%s”, is “%s”', (url, outlet, source) => {
    add(url, outlet)
    expect(sourceOf({ url, outlet })).toBe(source)
    expect(test.archive.sourcesToCompare().map((each) => each.source)).toEqual([source])
  })

  it('is unknown without outlet and address', () => {
    add('')
    expect(sourceOf({ url: '', outlet: '' })).toBe('')
    expect(test.archive.sourcesToCompare()).toEqual([])
  })
})

describe('the sources that are to be compared', () => {
  it('count what came since boilerplate was kept', () => {
    const { archive, lease } = test
    for (const at of [1, 2, 3]) add(`https://paper.example/${at}`)
    expect(archive.sourcesToCompare()).toEqual([{ source: 'paper.example', seen: 0, waiting: 3 }])
    archive.keepBoilerplate(lease, {
      sources: [{ source: 'paper.example', seen: 0, waiting: 3 }],
      lines: new Map(),
    })
    expect(archive.sourcesToCompare()).toEqual([])
    add('https://paper.example/4')
    expect(archive.sourcesToCompare()).toEqual([{ source: 'paper.example', seen: 0, waiting: 4 }])
  })

  it('give their latest texts first', () => {
    for (const at of [1, 2, 3]) add(`https://paper.example/${at}`)
    const texts = Array.from(test.archive.latestTexts('paper.example', 2), ({ text }) => text)
    expect(texts).toEqual([
      'A text at https://paper.example/3.',
      'A text at https://paper.example/2.',
    ])
  })
})

describe('boilerplate', () => {
  const kept = (line: string) => ({ sources: [], lines: new Map([['paper.example', [line]]]) })

  it('stays boilerplate, and is applied once', () => {
    const { archive, lease } = test
    archive.keepBoilerplate(lease, kept('Send tips to us'))
    archive.boilerplateApplied(lease, 'paper.example')
    archive.keepBoilerplate(lease, kept('Print this'))
    expect(archive.boilerplateOf('paper.example')).toEqual(['Print this', 'Send tips to us'])
    expect(archive.unappliedSources()).toEqual(['paper.example'])
    archive.boilerplateApplied(lease, 'paper.example')
    expect(archive.unappliedSources()).toEqual([])
  })

  it('is applied again where it is found again', () => {
    const { archive, lease } = test
    archive.keepBoilerplate(lease, kept('Print this'))
    archive.boilerplateApplied(lease, 'paper.example')
    archive.keepBoilerplate(lease, kept('Print this'))
    expect(archive.unappliedSources()).toEqual(['paper.example'])
  })
})

describe('an article made again', () => {
  it('keeps id, sequence, origin and original, and is logged as changed', () => {
    const { archive, lease } = test
    const entry = record({ url: 'https://paper.example/1', text: 'They met.\n\nPrint this' })
    const { id } = test.commit(entry)
    const before = archive.get(id)
    const article = { ...entry.article, text: 'They met.', facets: noFacets }
    const removed = [
      { step: 'boilerplate of the outlet', start: 9, end: 21, text: '\n\nPrint this' },
    ]
    const remade = { sequence: 1, article, cleaning: { titleFrom: 'source', removed } } as const
    expect(archive.remake(lease, [remade])).toBe(1)
    expect(archive.get(id)).toEqual({ ...before, text: 'They met.' })
    expect(archive.cleaning(id)?.removed).toEqual(removed)
    expect(archive.formerVersions(id)).toEqual([])
    expect(archive.changes(1, 9).map((change) => change.article?.text)).toEqual(['They met.'])
  })

  it('is recognised by what it was and by what it is now', () => {
    const { archive, lease } = test
    const entry = record({ file: 'a.txt', text: 'They met.\n\nPrint this' })
    const { id } = test.commit(entry)
    const article = { ...entry.article, text: 'They met.' }
    archive.remake(lease, [
      { sequence: 1, article, cleaning: { titleFrom: 'source', removed: [] } },
    ])
    expect(test.commit({ ...entry, identity: { url: '', given: undefined, path: '' } }).id).toBe(id)
    expect(test.commit(record({ text: 'They met.' })).id).toBe(id)
  })

  it('is none that the archive does not have', () => {
    const { article } = record({})
    const remade = { sequence: 7, article, cleaning: { titleFrom: 'source', removed: [] } } as const
    expect(test.archive.remake(test.lease, [remade])).toBe(0)
  })
})
