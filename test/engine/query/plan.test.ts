import { describe, expect, it } from '@jest/globals'
import type { FacetName } from '../../../engine/article.ts'
import { parse } from '../../../engine/query/parse.ts'
import { planQuery, type NameIndex } from '../../../engine/query/plan.ts'

/** Knows one outlet, Reuters, and `crowd` people called Smith. */
function names(crowd: number): NameIndex {
  return {
    findEntities(facet: FacetName, name: string, limit: number) {
      if (facet === 'outlet' && name === 'Reuters') return [{ id: 'reuters' }]
      if (facet !== 'people' || name !== 'Smith') return []
      return Array.from({ length: Math.min(crowd, limit) }, (_, i) => ({ id: `smith-${i}` }))
    },
  }
}

const planOf = (text: string, crowd = 2) => planQuery(parse(text).query, names(crowd))

describe('planQuery', () => {
  it('turns a hyphenated word into a phrase', () => {
    expect(planOf('long-overdue').plan).toMatchObject({ kind: 'terms', terms: ['long', 'overdu'] })
  })

  it('ignores a word without letters, with a warning, also under an exclusion', () => {
    expect(planOf('iran !!!').plan).toMatchObject({ kind: 'terms', terms: ['iran'] })
    expect(planOf('iran !!!').warnings).toHaveLength(1)
    expect(planOf('iran -!!!').plan).toMatchObject({ kind: 'terms', terms: ['iran'] })
  })

  it('finds nothing for a name that nobody has, and excludes nothing by it', () => {
    expect(planOf('iran outlet:Nobody').plan).toEqual({ kind: 'none' })
    expect(planOf('iran outlet:Nobody').warnings[0]?.message).toMatch(/outlet:Nobody/)
    expect(planOf('iran -outlet:Nobody').plan).toMatchObject({ kind: 'terms', terms: ['iran'] })
  })

  it('takes all values that a name stands for', () => {
    expect(planOf('person:Smith').plan).toEqual({
      kind: 'values',
      facet: 'people',
      ids: ['smith-0', 'smith-1'],
    })
  })

  it('stops at a hundred values, with a warning', () => {
    const { plan, warnings } = planOf('person:Smith', 500)
    expect(plan.kind === 'values' ? plan.ids.length : 0).toBe(100)
    expect(warnings[0]?.message).toMatch(/more than 100 names/)
  })
})
