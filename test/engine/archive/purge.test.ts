import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Entry } from '../../../engine/archive/write.ts'
import { openTestArchive, record, type TestArchive } from './test-archive.ts'

let test: TestArchive
beforeEach(() => {
  test = openTestArchive()
})
afterEach(() => {
  test.remove()
})

function add(file: string, text: string, outlet = 'The Sample Quay'): string {
  const made = record({ file, title: `Of ${file}`, text })
  return test.commit({ ...made, article: { ...made.article, outlet } }).id
}

const purge = (...ids: string[]) => test.archive.purge(test.lease, ids)
const lines = () => test.archive.boilerplateOf('The Sample Quay')
const keepLines = (...found: string[]) => {
  test.archive.keepBoilerplate(test.lease, {
    sources: [{ source: 'The Sample Quay', seen: 2, waiting: 0 }],
    lines: new Map([['The Sample Quay', found]]),
  })
}
const runs = () => test.archive.latestRuns(9).map(({ what }) => what)

describe('what outlets print around their articles', () => {
  it('is forgotten where only the articles taken down had it', () => {
    const id = add('/a', 'Printed on grey paper.\nOne.')
    add('/b', 'Printed by the water.\nTwo.')
    keepLines('Printed on grey paper.', 'Printed by the water.')
    purge(id)
    expect(lines()).toEqual(['Printed by the water.'])
  })

  it('stays where cleaning removed it from another article', () => {
    const id = add('/a', 'Printed by the water.\nOne.')
    const made = record({ file: '/b', text: 'Two.' })
    const text = 'Printed by the water.\n'
    test.commit({
      ...made,
      article: { ...made.article, outlet: 'The Sample Quay' },
      cleaning: {
        titleFrom: 'source',
        removed: [{ step: 'made up', start: 0, end: text.length, text }],
      },
    })
    keepLines('Printed by the water.')
    purge(id)
    expect(lines()).toEqual(['Printed by the water.'])
  })

  it('is forgotten with the name of an outlet that has no article left', () => {
    const ids = [add('/a', 'One.'), add('/b', 'Two.')]
    keepLines('Printed by the water.')
    purge(...ids)
    expect(lines()).toEqual([])
    add('/c', 'Three.')
    expect(test.archive.sourcesToCompare()).toEqual([
      { source: 'The Sample Quay', seen: 0, waiting: 1 },
    ])
  })
})

describe('the words of a run', () => {
  it.each([
    ['/in/Secret sale.txt /in/b.txt', '…'],
    ['"/in/Secret sale.txt"', '…'],
    ['/in', '/in'],
    ['/in/Another Secret sale.txt.gz', '/in/Another Secret sale.txt.gz'],
  ])('“%s” are kept as “%s” when /in/Secret sale.txt is taken down', (what, kept) => {
    test.archive.beginRun(test.lease, what)
    purge(add('/in/Secret sale.txt', 'One.'))
    expect(runs()).toEqual([kept])
  })

  it('are forgotten where they name its address, or a place where it was before', () => {
    const { archive, lease } = test
    archive.beginRun(lease, 'https://quay.example/a/1 /b')
    archive.beginRun(lease, '/c/1')
    const { id } = test.commit(record({ url: 'https://quay.example/a/1', file: '/x/before.txt' }))
    const run = archive.beginRun(lease, 'before.txt')
    archive.endRun(lease, run, JSON.stringify({ added: 1, missing: ['/x/before.txt'] }))
    test.commit(record({ url: 'https://quay.example/a/1', file: '/x/now.txt', text: 'Anew.' }))
    purge(id)
    expect(runs()).toEqual(['…', '/c/1', '…'])
    expect(archive.latestRuns(1)[0]?.counts).toEqual({ added: 1 })
  })
})

describe('an older version of an article that was taken down', () => {
  const version = (text: string, more: Partial<Entry> = {}) => ({
    ...record({ url: 'https://quay.example/sale', title: 'The sale', text }),
    ...more,
  })

  it('is refused at another place too, in other bytes', () => {
    const { id } = test.commit(version('The first wording of it.'))
    test.commit(version('The second wording of it.'))
    purge(id)
    const elsewhere = record({ file: '/b', title: 'The sale', text: 'The first wording of it.' })
    const again = { ...elsewhere, original: { ...elsewhere.original, hash: 'of other bytes' } }
    expect(test.archive.refusedAs(again)).toMatchObject({ id })
  })

  it('is no reason to take another article for it while it stands', () => {
    const { id } = test.commit(version('The first wording of it.'))
    test.commit(version('The second wording of it.'))
    const other = record({ file: '/b', title: 'The sale', text: 'The first wording of it.' })
    expect(test.commit(other)).toMatchObject({ kind: 'added' })
    expect(test.commit(other).id).not.toBe(id)
  })
})
