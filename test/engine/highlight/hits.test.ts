import { describe, expect, it } from '@jest/globals'
import { hitMaker } from '../../../engine/hits.ts'
import type { Plan } from '../../../engine/query/plan.ts'
import { and, any, articleOf, planOf, words } from './marked.ts'

describe('hitMaker', () => {
  it('marks title and text', () => {
    const article = articleOf('Deliveries began.', { title: 'The delivery' })
    const hit = hitMaker(planOf('delivery'))(article)
    expect(hit.titleMatches).toEqual([[4, 12]])
    expect(hit.passages).toEqual([{ text: 'Deliveries began.', matches: [[0, 10]] }])
    expect(hit.family).toBeUndefined()
  })

  it('names what it marks under another spelling or name, each once', () => {
    const plan = and(
      words('Dehqan', any('Dehghan', 'Hossein Dehghan')),
      words('S-300', any('S-300PMU-2', 'S-300PMU-2'), any('SA-20', 'S-300PMU-1')),
    )
    const article = articleOf('Dehghan’s S-300PMU2 came. Dehghan saw no other S-300PMU-2.')
    expect(hitMaker(plan)(article).variants).toEqual([
      { typed: 'Dehqan', found: 'Dehghan', name: 'Hossein Dehghan' },
      { typed: 'S-300', found: 'S-300PMU2', name: 'S-300PMU-2' },
    ])
  })

  it('names them beside the words that NEAR joins', () => {
    const plan: Plan = {
      kind: 'near',
      typed: '(Dehqan OR S-300) NEAR/3 delivery',
      field: undefined,
      distance: 3,
      operands: [
        [
          any('Dehqan'),
          any('Dehghan', 'Hossein Dehghan'),
          any('S-300'),
          any('SA-20', 'S-300PMU-2'),
        ],
        [any('delivery')],
      ],
    }
    const article = articleOf('Deliveries of SA-20. Dehghan on deliveries. Delivery of S-300.')
    expect(hitMaker(plan)(article).variants).toEqual([
      { typed: 'S-300', found: 'SA-20', name: 'S-300PMU-2' },
      { typed: 'Dehqan', found: 'Dehghan', name: 'Hossein Dehghan' },
    ])
  })

  it('names no inflection of what was typed', () => {
    const article = articleOf('Deliveries were delivered; S-300s and S300.')
    expect(hitMaker(planOf('delivery S-300'))(article).variants).toEqual([])
  })

  it('names five other spellings at most', () => {
    const others = ['one', 'two', 'three', 'four', 'five', 'six'].map((text) => any(text))
    const article = articleOf('One two three four five six.')
    expect(hitMaker(words('zero', ...others))(article).variants).toHaveLength(5)
  })
})
