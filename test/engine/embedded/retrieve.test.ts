import type { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { endless, TooBroad, TooCostly, type Patience } from '../../../engine/embedded/patience.ts'
import { FacetColumns } from '../../../engine/embedded/columns.ts'
import { emptyIndex } from '../../../engine/embedded/index-file.ts'
import { mostCompared, retrieve, type Retrieved } from '../../../engine/embedded/retrieve.ts'
import { applyChanges } from '../../../engine/embedded/write-index.ts'
import type { Alternative, Plan } from '../../../engine/query/plan.ts'
import { analyse } from '../../../engine/text/analyse.ts'
import { madeUp } from '../contract-archive.ts'
import { putChange } from './indexed.ts'

let db: DatabaseSync
let columns: FacetColumns
/** Indexes articles with these texts, called 1, 2 and so on, and finds a plan among them. */
let find: (plan: Plan, patience?: Patience, mostWork?: number) => Retrieved

beforeEach(() => {
  db = emptyIndex()
  columns = new FacetColumns()
})
afterEach(() => {
  db.close()
})

function index(texts: readonly string[], title = 'Untitled'): void {
  const changes = texts.map((text, i) => putChange(i + 1, madeUp(`a${i + 1}`, { title, text })))
  applyChanges(db, changes)
  columns.refresh(db)
  const articles = new Map(changes.map(({ sequence, article }) => [sequence, article]))
  const archive = { getBySequence: (sequence: number) => articles.get(sequence) }
  find = (plan, ...limits) => retrieve({ db, columns, archive }, plan, ...limits)
}

const exact = (text: string): Alternative => {
  const { terms, forms } = analyse(text)
  return { terms, forms, name: '' }
}
const words = (...alternatives: Alternative[]): Plan => ({
  kind: 'words',
  typed: alternatives[0]?.terms.join(' ') ?? '',
  field: undefined,
  alternatives,
})
const not = (operand: Plan): Plan => ({ kind: 'not', operand })

describe('exact spelling', () => {
  const texts = [
    'A delivery of engines came.',
    'Deliveries of engines came.',
    'Deliveries came after the delivery of an engine.',
    'No freight came.',
  ]

  it.each<readonly [string, Plan, readonly number[]]>([
    ['a word that is its own term', words(exact('delivery')), [1, 3]],
    ['a word that is not', words(exact('deliveries')), [2, 3]],
    ['one of two words', words(exact('delivery'), exact('freight')), [1, 3, 4]],
    ['what lacks a word', not(words(exact('delivery'))), [2, 4]],
    ['a phrase', words(exact('deliveries of engines')), [2]],
    ['a phrase whose words are all there, apart', words(exact('delivery of engines')), [1]],
    ['a phrase that is nowhere', words(exact('delivery of deliveries')), []],
    ['what lacks a phrase', not(words(exact('delivery of engines'))), [2, 3, 4]],
    [
      'words near each other',
      {
        kind: 'near',
        typed: '',
        field: undefined,
        operands: [[exact('delivery')], [exact('engine')]],
        distance: 2,
      },
      [3],
    ],
    [
      'words beside others in any spelling',
      {
        kind: 'and',
        operands: [
          words(exact('delivery')),
          words({ terms: analyse('engine').terms, name: '' }),
          not(words(exact('engines'))),
        ],
      },
      [3],
    ],
  ])('finds %s', (_, plan, sequences) => {
    index(texts)
    const { ids, reasons } = find(plan)
    expect({ ids: [...ids], reasons }).toEqual({ ids: sequences, reasons: [] })
  })

  it('is a matter of each field', () => {
    index(['The delivery came.', 'Nothing came.'], 'Deliveries resume')
    const inField = (field: 'title' | 'text', text: string): Plan => ({
      kind: 'words',
      typed: text,
      field,
      alternatives: [exact(text)],
    })
    expect([...find(inField('text', 'delivery')).ids]).toEqual([1])
    expect([...find(inField('title', 'delivery')).ids]).toEqual([])
    expect([...find(inField('title', 'deliveries')).ids]).toEqual([1, 2])
    expect([...find(words(exact('delivery'))).ids]).toEqual([1])
  })
})

describe('a phrase that too many articles may have', () => {
  const many = mostCompared + 1
  const delivery = words(exact('delivery of engines'))

  beforeEach(() => {
    // All of them have the words and the forms of the phrase; only the first has it as a phrase.
    index(
      Array.from({ length: many }, (_, i) =>
        i === 0 ? 'A delivery of engines.' : `Deliveries of engines, a delivery, number ${i}.`,
      ),
    )
  })

  it('finds too many, and says so', () => {
    const { ids, reasons } = find(delivery)
    expect(ids).toHaveLength(many)
    expect(reasons.join()).toContain('too many articles')
  })

  it('excludes nothing, so that all that ought to be found still is', () => {
    const { ids, reasons } = find(not(delivery))
    expect(ids).toHaveLength(many)
    expect(reasons).toHaveLength(1)
  })

  it('is compared where the rest of the query leaves few enough', () => {
    const other: Plan = words({ terms: ['1500'], name: '' })
    const { ids, reasons } = find({ kind: 'and', operands: [not(delivery), other] })
    expect({ ids: [...ids], reasons }).toEqual({ ids: [1501], reasons: [] })
  })
})

describe('a limit', () => {
  const iran = words({ terms: ['iran'], name: '' })

  it.each<readonly [string, Plan]>([
    ['words', iran],
    ['what lacks a word', not(words({ terms: ['quagga'], name: '' }))],
    ['all articles', { kind: 'all' }],
    ['an exact spelling', words(exact('Iran'))],
  ])('lets through as many as it says, and no more: %s', (_, plan) => {
    index(['Iran signed.', 'Iran paid.', 'Iran waits.'])
    expect([...find(plan, { ...endless, articles: 3 }).ids]).toEqual([1, 2, 3])
    expect(() => find(plan, { ...endless, articles: 2 })).toThrow(TooBroad)
  })
})

describe('what takes too much reading', () => {
  const any = (text: string): Alternative => ({ terms: analyse(text).terms, name: '' })
  const near: Plan = {
    kind: 'near',
    typed: 'engine NEAR/1 delivery',
    field: undefined,
    operands: [[any('engine')], [any('delivery')]],
    distance: 1,
  }
  const beginning: Plan = {
    kind: 'prefix',
    typed: 'de*',
    field: undefined,
    prefix: 'de',
    terms: [],
  }
  const texts = [
    'The engine delivery came.',
    'The engine came before any delivery.',
    'An engine came.',
    'The deputy left.',
  ]

  it.each<readonly [string, Plan, readonly number[]]>([
    ['words near each other', near, [1]],
    ['the lack of words near each other', not(near), [2, 3, 4]],
    ['a phrase', words(any('engine delivery')), [1]],
    ['a phrase spelled exactly', words(exact('engine delivery')), [1]],
    ['a beginning', beginning, [1, 2, 4]],
    ['the lack of a beginning', not(beginning), [3]],
    ['words near each other beside a beginning', { kind: 'and', operands: [near, beginning] }, [1]],
    ['one of two', { kind: 'or', operands: [near, words(any('deputy'))] }, [1, 4]],
  ])('is compared with the text where few enough come into question: %s', (_, plan, sequences) => {
    index(texts)
    const { ids, reasons } = find(plan, endless, nothing)
    expect({ ids: [...ids], reasons }).toEqual({ ids: sequences, reasons: [] })
  })

  it('finds all that has the words anywhere where too many come into question, and says so', () => {
    index([...texts, ...Array<string>(mostCompared).fill('An engine came before any delivery.')])
    const wanted = find(near, endless, nothing)
    expect(wanted.ids).toHaveLength(2 + mostCompared)
    expect(wanted.reasons.join()).toContain('“engine NEAR/1 delivery”')
    const excluded = find(not(near), endless, nothing)
    expect(excluded.ids).toHaveLength(4 + mostCompared)
    expect(excluded.reasons).toHaveLength(1)
  })

  it('is not begun by a caller who has no patience for it', () => {
    index(texts)
    expect(() => find(near, { ...endless, pages: -1 })).toThrow(TooBroad)
    expect(() => find(near, { ...endless, costlyPages: -1 })).toThrow(TooCostly)
    expect(() => find(near, { ...endless, compared: 1 }, nothing)).toThrow(TooCostly)
    expect([...find(near, { ...endless, compared: 2 }, nothing).ids]).toEqual([1])
  })
})

/** Pages that may be read: less than any search reads. */
const nothing = -1
