import { describe, expect, it } from '@jest/globals'
import { condition, type Filter } from '../../../engine/meilisearch/filter.ts'
import { writeFilter } from '../../../engine/meilisearch/write-filter.ts'
import { mostCompared, settle, type Candidates } from '../../../engine/meilisearch/settle.ts'
import type { Plan } from '../../../engine/query/plan.ts'
import { storedArticle } from './stored-article.ts'

const phrase: Plan = {
  kind: 'words',
  typed: 'tall ship museum',
  field: undefined,
  alternatives: [{ terms: ['tall', 'ship', 'museum'], name: '' }],
}

const texts: Readonly<Record<string, string>> = {
  together: 'A tall ship museum was opened.',
  scattered: 'The tall ship has a ship museum.',
  apart: 'A museum of the tall.',
}
const ids = Object.keys(texts)

/** An index in which every article may be a candidate. */
function source(count = ids.length): Candidates & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    find: async (filter: Filter, limit) => {
      asked.push(writeFilter(filter))
      return count <= limit ? ids : undefined
    },
    get: (id) => {
      const text = texts[id]
      return text === undefined
        ? undefined
        : storedArticle({ id, sequence: ids.indexOf(id) + 1, title: id, text })
    },
  }
}

describe('settle', () => {
  it('asks nothing of the index for what it knows', async () => {
    const candidates = source()
    const plan: Plan = { kind: 'values', facet: 'outlet', ids: ['sample-courier'] }
    const { filter, open } = await settle(plan, [], candidates)
    expect([writeFilter(filter), open, candidates.asked]).toEqual([
      'outlet = "sample-courier"',
      [],
      [],
    ])
  })

  it('compares only articles of which the index is not certain', async () => {
    const candidates = source()
    const fire: Plan = { ...phrase, typed: 'fire', alternatives: [{ terms: ['fire'], name: '' }] }
    await settle({ kind: 'or', operands: [fire, phrase] }, [condition('sequence > 7')], candidates)
    const [asked] = candidates.asked
    expect(asked).toMatch(/^sequence > 7 AND \(.*titlePairs = "tall ship".*\)/)
    expect(asked).toContain('NOT titleWords = "fire" AND NOT textWords = "fire"')
  })

  it.each<readonly [string, Plan, string]>([
    ['a phrase', phrase, 'sequence IN [1]'],
    ['its exclusion', { kind: 'not', operand: phrase }, 'NOT sequence IN [1]'],
  ])('is exact about %s when it was compared', async (_, plan, expected) => {
    const { filter, open } = await settle(plan, [], source())
    expect([writeFilter(filter), open]).toEqual([expected, []])
  })

  it('finds nothing where the phrase stands nowhere', async () => {
    const other = { ...phrase, alternatives: [{ terms: ['no', 'such', 'phrase'], name: '' }] }
    const { filter } = await settle(other, [], source())
    expect(writeFilter(filter)).toBe('sequence < 0')
  })

  it.each<readonly [string, Plan, string]>([
    ['a phrase in all that have its pairs', phrase, 'ship museum'],
    ['nothing that an exclusion may leave', { kind: 'not', operand: phrase }, 'sequence > 0'],
  ])('takes %s when articles are too many, and says so', async (_, plan, expected) => {
    const { filter, open } = await settle(plan, [], source(mostCompared + 1))
    expect(writeFilter(filter)).toContain(expected)
    expect(open).toEqual([phrase])
  })

  it('passes over an article that has left the archive', async () => {
    const gone = { ...source(), get: () => undefined }
    const { filter } = await settle(phrase, [], gone)
    expect(writeFilter(filter)).toBe('sequence < 0')
  })
})
