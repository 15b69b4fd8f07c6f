import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { TextField } from '../../../engine/article.ts'
import { matchExpression } from '../../../engine/embedded/match.ts'
import { everyArticle, languageMarks, valueMark } from '../../../engine/embedded/marks.ts'
import { normalPlan } from '../../../engine/embedded/normal.ts'
import { tokenizer, tokenSeparator } from '../../../engine/embedded/tokenizer.ts'
import type { Alternative, Plan } from '../../../engine/query/plan.ts'

/** An article as terms; `values` are numbers of values, called `v1` and so on in a plan. */
interface Indexed {
  readonly title: readonly string[]
  readonly text: readonly string[]
  readonly values?: readonly number[]
  readonly language?: string
}

let db: DatabaseSync

beforeAll(() => {
  db = new DatabaseSync(':memory:')
  db.exec(
    `create virtual table tokens using fts5(title, text, facets, content='', contentless_delete=1, tokenize=${tokenizer})`,
  )
})
afterAll(() => {
  db.close()
})

function index(articles: readonly Indexed[]): void {
  db.exec("insert into tokens(tokens) values('delete-all')")
  const insert = db.prepare('insert into tokens(rowid, title, text, facets) values(?, ?, ?, ?)')
  for (const [i, { title, text, values = [], language = '' }] of articles.entries()) {
    const marks = [everyArticle, ...values.map(valueMark), ...languageMarks(language)]
    insert.run(i + 1, ...[title, text, marks].map((tokens) => tokens.join(tokenSeparator)))
  }
}

/** The places of the articles that a plan finds, counted from 0. */
function found(plan: Plan): number[] {
  const expression = matchExpression(normalPlan(plan), (_, id) =>
    id.startsWith('v') ? Number(id.slice(1)) : undefined,
  )
  return db
    .prepare('select rowid from tokens where tokens match ? order by rowid')
    .all(expression)
    .map((row) => Number(row['rowid']) - 1)
}

const terms = (text: string) => text.split(' ')
const alternative = (text: string, ...ids: string[]): Alternative =>
  ids.length > 0
    ? { terms: terms(text), among: { facet: 'people', ids }, name: '' }
    : { terms: terms(text), name: '' }
const words = (text: string, field?: TextField): Plan => ({
  kind: 'words',
  typed: text,
  field,
  alternatives: [alternative(text)],
})
const near = (distance: number, ...operands: (readonly Alternative[])[]): Plan => ({
  kind: 'near',
  typed: '',
  field: undefined,
  operands,
  distance,
})
const not = (operand: Plan): Plan => ({ kind: 'not', operand })

describe('an expression for FTS5', () => {
  it('keeps alternatives to the articles with their values', () => {
    index([
      { title: ['a'], text: ['dehqan'] },
      { title: ['a'], text: ['dehghan'] },
      { title: ['a'], text: ['dehghan'], values: [7] },
      { title: ['dehghan'], text: ['a'], values: [8] },
    ])
    const plan: Plan = {
      kind: 'words',
      typed: 'Dehqan',
      field: 'text',
      alternatives: [alternative('dehqan'), alternative('dehghan', 'v7', 'v8', 'unknown')],
    }
    expect(found(plan)).toEqual([0, 2])
    expect(found({ ...plan, field: undefined })).toEqual([0, 2, 3])
  })

  it('keeps a clump to the articles with the values of all its alternatives', () => {
    index([
      { title: [], text: terms('s-300 to dehghan') },
      { title: [], text: terms('s-300 to dehghan'), values: [7] },
      { title: [], text: terms('sa-20 to dehghan'), values: [7] },
      { title: [], text: terms('sa-20 to dehghan'), values: [7, 9] },
    ])
    const weapon = [alternative('s-300'), alternative('sa-20', 'v9')]
    expect(found(near(1, weapon, [alternative('dehghan', 'v7')]))).toEqual([1, 3])
  })

  it('finds beginnings, and terms besides, in one field', () => {
    index([
      { title: ['deliver'], text: ['a'] },
      { title: ['a'], text: ['delivery'] },
      { title: ['a'], text: ['supply'] },
      { title: ['a'], text: ['deli'] },
    ])
    const prefix: Plan = {
      kind: 'prefix',
      typed: 'deliv*',
      field: undefined,
      prefix: 'deliv',
      terms: ['supply'],
    }
    expect(found(prefix)).toEqual([0, 1, 2])
    expect(found({ ...prefix, field: 'text' })).toEqual([1, 2])
    expect(found({ ...prefix, prefix: '' })).toEqual([2])
    expect(found({ ...prefix, prefix: '', terms: [] })).toEqual([])
  })

  it('finds a language with its varieties', () => {
    index([
      { title: [], text: [], language: 'en' },
      { title: [], text: [], language: 'en-GB' },
      { title: [], text: [], language: 'eno' },
      { title: [], text: [] },
    ])
    expect(found({ kind: 'language', tag: 'en' })).toEqual([0, 1])
    expect(found({ kind: 'language', tag: 'en-gb' })).toEqual([1])
  })

  it('takes whatever a term consists of for one token', () => {
    const odd = ['(1)', '"', "it's", 'a b', '½', 'x*', 'ŉ', 'not', '{a}', 'a:b', '^a', 'a+b']
    index([{ title: [], text: odd }])
    for (const [i, term] of odd.entries()) {
      const [next] = odd.slice(i + 1)
      const phrase = next === undefined ? [term] : [term, next]
      const plan: Plan = {
        kind: 'words',
        typed: term,
        field: undefined,
        alternatives: [{ terms: phrase, name: '' }],
      }
      expect([term, found(plan)]).toEqual([term, [0]])
    }
  })

  it('is understood however deep its operands stand, on either side', () => {
    index([{ title: [], text: ['a'] }])
    for (const kinds of [
      ['and', 'or'],
      ['or', 'and'],
    ] as const) {
      let left = words('a')
      let right = words('a')
      for (let depth = 0; depth < 60; depth++) {
        const kind = kinds[depth % 2] ?? 'and'
        left = not({ kind, operands: [not(left), words(kind === 'and' ? 'a' : 'b')] })
        right = { kind, operands: [words(kind === 'and' ? 'a' : 'b'), right] }
      }
      expect(found(right)).toEqual([0])
      expect(() => found(left)).not.toThrow()
    }
  })

  it('is understood with hundreds of exclusions and of alternatives', () => {
    index([{ title: [], text: ['a'] }])
    const others = Array.from({ length: 500 }, (_, i) => words(`b${i}`))
    expect(found({ kind: 'and', operands: [words('a'), ...others.map(not)] })).toEqual([0])
    expect(found({ kind: 'or', operands: [...others, words('a')] })).toEqual([0])
  })
})

const letters = fc.constantFrom('a', 'b', 'c')
const text = fc.array(letters, { maxLength: 12 })
const phrase = fc.array(letters, { minLength: 1, maxLength: 3 })

function starts(text: readonly string[], wanted: readonly string[]): number[] {
  return [...text.keys()].filter((at) => wanted.every((term, i) => text[at + i] === term))
}

/** Tries every choice of one place for each operand. */
function isNear(
  text: readonly string[],
  phrases: readonly (readonly string[])[],
  distance: number,
): boolean {
  const choose = (ends: readonly number[], last: number, rest: typeof phrases): boolean => {
    const [next, ...others] = rest
    if (!next) return ends.every((end) => last - end <= distance)
    return starts(text, next).some((start) =>
      choose([...ends, start + next.length], Math.max(last, start), others),
    )
  }
  return choose([], -1, phrases)
}

describe('NEAR in FTS5', () => {
  it('is that of the contract, for phrases, three operands and repeated ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: text, text }), { minLength: 1, maxLength: 12 }),
        fc.array(phrase, { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 0, max: 6 }),
        (articles, phrases, distance) => {
          index(articles)
          const plan = near(distance, ...phrases.map((each) => [alternative(each.join(' '))]))
          const expected = [...articles.keys()].filter((i) =>
            [articles[i]?.title ?? [], articles[i]?.text ?? []].some((field) =>
              isNear(field, phrases, distance),
            ),
          )
          expect(found(plan)).toEqual(expected)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

const leaf = fc.oneof(
  letters.map((letter) => words(letter)),
  phrase.map((each) => words(each.join(' '))),
  letters.map((letter) => words(letter, 'title')),
  fc.constantFrom<Plan>(
    { kind: 'all' },
    { kind: 'none' },
    { kind: 'values', facet: 'people', ids: ['v1', 'v2'] },
  ),
)
const { plan: anyPlan } = fc.letrec<{ plan: Plan }>((tie) => ({
  plan: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    tie('plan').map(not),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tie('plan'), { minLength: 2, maxLength: 4 }),
      )
      .map(([kind, operands]) => ({ kind, operands })),
  ),
}))

function isTrue(plan: Plan, article: Indexed): boolean {
  switch (plan.kind) {
    case 'not':
      return !isTrue(plan.operand, article)
    case 'and':
      return plan.operands.every((operand) => isTrue(operand, article))
    case 'or':
      return plan.operands.some((operand) => isTrue(operand, article))
    case 'values':
      return plan.ids.some((id) => article.values?.includes(Number(id.slice(1))))
    case 'words':
      return (['title', 'text'] as const).some(
        (field) =>
          (plan.field ?? field) === field &&
          plan.alternatives.some((each) => starts(article[field], each.terms).length > 0),
      )
    case 'all':
      return true
    case 'none':
      return false
    case 'near':
    case 'prefix':
    case 'language':
    case 'days':
      throw new Error(`No random plan has ${plan.kind}.`)
  }
}

describe('AND, OR and NOT in FTS5', () => {
  it('mean what they say, however they are nested', () => {
    const article = fc.record({
      title: text,
      text,
      values: fc.array(fc.integer({ min: 1, max: 3 })),
    })
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 8 }), anyPlan, (articles, plan) => {
        index(articles)
        const expected = [...articles.keys()].filter((i) =>
          isTrue(plan, articles[i] ?? { title: [], text: [] }),
        )
        expect(found(plan)).toEqual(expected)
      }),
      { numRuns: 1_000 },
    )
  })
})
