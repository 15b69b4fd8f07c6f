import { describe, expect, it } from '@jest/globals'
import { emptyState, withPeriod, withQuery } from '../../../server/search-state.ts'
import { buildCorrections, buildReadings } from '../../../server/view-models/readings.ts'

const state = withPeriod(withQuery(emptyState, 'Dehqan S-300'), '2016', '')

describe('what else was searched', () => {
  const dehqan = { typed: 'Dehqan', also: [{ text: 'Dehghan', name: 'Hossein Dehghan' }] }

  it('is told with the name that it stands for, one click from exact spelling', () => {
    expect(buildReadings(state, [dehqan])).toEqual({
      readings: [{ typed: 'Dehqan', also: ['Dehghan (Hossein Dehghan)'] }],
      summary: '',
      exactHref: '/search?q=Dehqan+S-300&from=2016&spelling=exact',
    })
  })

  it('names nothing twice', () => {
    const also = [
      { text: 'sa-20', name: 'SA-20' },
      { text: 'dehghan', name: '' },
    ]
    expect(buildReadings(state, [{ typed: 'S-300', also }])?.readings[0]?.also).toEqual([
      'sa-20',
      'dehghan',
    ])
  })

  it('is folded when it is long', () => {
    const also = Array.from({ length: 20 }, (_, n) => ({ text: `S-300v${n}`, name: '' }))
    expect(buildReadings(state, [dehqan, { typed: 'S-300', also }])?.summary).toBe(
      '21 other spellings and names of Dehqan, S-300',
    )
  })

  it('is not told where there is nothing else', () => {
    expect(buildReadings(state, [])).toBeUndefined()
    expect(buildReadings(state, [{ typed: 'port', also: [] }])).toBeUndefined()
  })
})

describe('what may be meant', () => {
  it('is a whole query, one click away, with the filters', () => {
    expect(
      buildCorrections(state, [
        {
          typed: 'Dehqqan',
          word: 'dehqan',
          articles: 3,
          query: {
            kind: 'and',
            operands: [
              { kind: 'word', text: 'dehqan' },
              { kind: 'word', text: 'S-300' },
            ],
          },
        },
      ]),
    ).toEqual([
      {
        query: 'dehqan S-300',
        href: '/search?q=dehqan+S-300&from=2016',
        word: 'dehqan',
        articles: '3 articles',
      },
    ])
  })
})
