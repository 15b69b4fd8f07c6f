import type { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Change } from '../../../engine/archive/archive.ts'
import { facetNames } from '../../../engine/article.ts'
import { FacetColumns } from '../../../engine/embedded/columns.ts'
import { emptyIndex } from '../../../engine/embedded/index-file.ts'
import { firstDayOf, packDate } from '../../../engine/embedded/packed-date.ts'
import { applyChanges } from '../../../engine/embedded/write-index.ts'
import { madeUp } from '../contract-archive.ts'
import { putChange } from './indexed.ts'

/** An article of the index: its people, the day and the family. */
interface Draft {
  readonly people?: readonly string[]
  readonly published?: string
  readonly family?: string
}

let db: DatabaseSync
let columns: FacetColumns
let changes = 0

beforeEach(() => {
  db = emptyIndex()
  columns = new FacetColumns()
  changes = 0
})
afterEach(() => {
  db.close()
})

function change(sequence: number, draft: Draft | undefined): Change {
  const number = ++changes
  const id = `a${sequence}`
  if (!draft) return { number, mark: number, sequence, id, article: undefined }
  const people = (draft.people ?? []).map((person) => [person, person] as const)
  const article = madeUp(id, { ...draft, title: 'A title', text: 'Some text.', people })
  return { ...putChange(sequence, article), number }
}

function put(sequence: number, draft: Draft): void {
  applyChanges(db, [change(sequence, draft)])
}

function peopleOf(sequence: number, from = columns): string[] {
  const { facetOf, idOf } = from.values
  return [...from.valuesOf(sequence)]
    .filter((value) => facetNames[facetOf[value] ?? -1] === 'people')
    .map((value) => idOf[value] ?? '')
}

describe('the columns in memory', () => {
  it('follow what is put, put again and removed', () => {
    put(1, { people: ['anna', 'boris'], published: '2016-04' })
    put(2, {})
    columns.refresh(db)
    expect([peopleOf(1), peopleOf(2)]).toEqual([['anna', 'boris'], ['[none]']])
    expect([...columns.all()]).toEqual([1, 2])

    put(1, { people: ['clara'] })
    put(4, { people: ['anna'] })
    applyChanges(db, [change(2, undefined)])
    columns.refresh(db)
    expect([peopleOf(1), peopleOf(4)]).toEqual([['clara'], ['anna']])
    expect([...columns.all()]).toEqual([1, 4])
    expect([columns.has(1), columns.has(2), columns.has(3), columns.has(5)]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('keep dates, with the first and the last of them', () => {
    put(1, { published: '1970-01-01' })
    put(2, {})
    put(3, { published: '1971-03' })
    columns.refresh(db)
    expect([1, 2, 3].map((sequence) => columns.dateOf(sequence))).toEqual(
      ['1970-01-01', '', '1971-03'].map(packDate),
    )
    expect([columns.firstDay, columns.lastDay]).toEqual([0, firstDayOf(packDate('1971-03'))])
  })

  it('number families, the same for the same signature, none for none', () => {
    put(1, { family: 'sale' })
    put(2, {})
    put(3, { family: 'parade' })
    put(4, { family: 'sale' })
    columns.refresh(db)
    expect(columns.familyOf(2)).toBe(0)
    expect(columns.familyOf(1)).toBe(columns.familyOf(4))
    expect(columns.familyOf(1)).not.toBe(columns.familyOf(3))
    expect(columns.families).toBe(3)
  })

  it('do not grow with articles that are put again and again', () => {
    const people = Array.from({ length: 100 }, (_, i) => `person-${i}`)
    for (let round = 0; round < 200; round++) put(1, { people: [...people, `round-${round}`] })
    put(2, { people: ['anna'] })
    for (let round = 0; round < 3; round++) put(1, { people })
    columns.refresh(db)
    expect(columns.base.length + columns.tail.length).toBeLessThan(1_000)
    expect(peopleOf(1)).toEqual(people)
    expect(peopleOf(2)).toEqual(['anna'])
  })

  it('are the same read at once or bit by bit, also after blocks were joined', () => {
    for (let number = 1; number <= 150; number++) {
      put(1 + (number % 40), { people: [`person-${number}`], family: `f${number % 7}` })
      if (number % 10 === 0) applyChanges(db, [change(1 + (number % 30), undefined)])
      if (number % 15 === 0) columns.refresh(db)
    }
    columns.refresh(db)
    const anew = new FacetColumns()
    anew.refresh(db)
    expect([...columns.all()]).toEqual([...anew.all()])
    for (const sequence of anew.all()) {
      expect(peopleOf(sequence)).toEqual(peopleOf(sequence, anew))
      expect(columns.familyOf(sequence)).toBe(anew.familyOf(sequence))
    }
  })
})
