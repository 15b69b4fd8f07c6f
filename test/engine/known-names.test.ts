import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { BroaderValue } from '../../engine/article.ts'
import { knownNames } from '../../engine/known-names.ts'
import { noFacets, openTestArchive, record, type TestArchive } from './archive/test-archive.ts'

let open: TestArchive
beforeEach(() => {
  open = openTestArchive()
})
afterEach(() => {
  open.remove()
})

/** Stores an article that names a weapon, over the one that this file held before. */
function commit(file: string, name: string, broader: readonly BroaderValue[] = []): void {
  const weapon = {
    id: 'volkan-7',
    name,
    evidence: [{ field: 'text' as const, start: 0, end: name.length }],
    rule: 'list',
    broader,
  }
  open.commit(record({ file, title: file, text: name, facets: { ...noFacets, weapons: [weapon] } }))
}

describe('known names', () => {
  it('are those of the archive, however often they are asked for', () => {
    commit('/1.txt', 'Volkan-7', [{ id: 'volkan', name: 'Volkan' }])
    const names = knownNames(open.archive)
    for (const ids of [['volkan-7'], ['volkan-7', 'volkan', 'nothing']]) {
      const shown = names.displayNames('weapons', ids)
      expect(ids.map((id) => shown.get(id))).toEqual(
        ['Volkan-7', 'Volkan', undefined].slice(0, ids.length),
      )
    }
    expect(names.broader('weapons', 'volkan-7')).toEqual([{ id: 'volkan', name: 'Volkan' }])
    expect(names.broader('weapons', 'volkan-7')).toEqual([{ id: 'volkan', name: 'Volkan' }])
    expect(names.broader('people', 'volkan-7')).toEqual([])
  })

  it('are looked up anew when the archive has changed', () => {
    commit('/1.txt', 'Volkan-7')
    expect(knownNames(open.archive).displayNames('weapons', ['volkan-7']).get('volkan-7')).toBe(
      'Volkan-7',
    )
    commit('/1.txt', 'Volkan VII', [{ id: 'volkan', name: 'Volkan' }])
    expect(knownNames(open.archive).displayNames('weapons', ['volkan-7']).get('volkan-7')).toBe(
      'Volkan VII',
    )
    expect(knownNames(open.archive).broader('weapons', 'volkan-7')).toEqual([
      { id: 'volkan', name: 'Volkan' },
    ])
  })

  it('are looked up anew when a name is given, which changes no article', () => {
    commit('/1.txt', 'Volkan-7')
    const shown = () => knownNames(open.archive).displayNames('weapons', ['volkan-7'])
    expect(shown().get('volkan-7')).toBe('Volkan-7')
    for (const name of ['Volkan Seven', 'Volkan VII']) {
      open.archive.setNaming(open.lease, [{ facet: 'weapons', id: 'volkan-7', name }], [])
      expect(shown().get('volkan-7')).toBe(name)
    }
  })
})
