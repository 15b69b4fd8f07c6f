import { describe, expect, it } from '@jest/globals'
import { parse } from '../../../engine/query/parse.ts'
import { emptyState, withPeriod, withQuery } from '../../../server/search-state.ts'
import { buildCorrections, buildReadings } from '../../../server/view-models/readings.ts'

const { query } = parse('Dehqan S-300')
const state = withPeriod(withQuery(emptyState, 'Dehqan S-300'), '2016', '')

describe('what else was searched', () => {
  const dehqan = { typed: 'Dehqan', also: [{ text: 'Dehghan', name: 'Hossein Dehghan' }] }

  it('is told with the name that it stands for, one click from exact spelling', () => {
    expect(buildReadings(state, query, [dehqan])).toEqual({
      readings: [
        {
          typed: 'Dehqan',
          onlyHref: '/search?q=%3DDehqan+S-300&from=2016',
          also: [
            {
              name: 'Dehghan (Hossein Dehghan)',
              href: '/search?q=%3DDehghan+S-300&from=2016',
            },
          ],
        },
      ],
      summary: '',
      exactHref: '/search?q=Dehqan+S-300&from=2016&spelling=exact',
    })
  })

  it('names nothing twice', () => {
    const also = [
      { text: 'sa-20', name: 'SA-20' },
      { text: 'dehghan', name: '' },
    ]
    const [reading] = buildReadings(state, query, [{ typed: 'S-300', also }])?.readings ?? []
    expect(reading?.also.map(({ name }) => name)).toEqual(['sa-20', 'dehghan'])
  })

  it.each([
    ['title:S-300', 'title:"=sa 20"'],
    ['S-300 -Iran', '"=sa 20" -Iran'],
    ['S-300 NEAR/5 Iran', '"=sa 20" NEAR/5 Iran'],
  ])('of %s can be searched for alone', (typed, alone) => {
    const also = [{ text: 'sa 20', name: 'SA-20' }]
    const asked = withQuery(emptyState, typed)
    const view = buildReadings(asked, parse(typed).query, [{ typed: 'S-300', also }])
    const href = view?.readings[0]?.also[0]?.href ?? ''
    expect(new URLSearchParams(href.replace('/search', '')).get('q')).toBe(alone)
  })

  it('is folded when it is long', () => {
    const also = Array.from({ length: 20 }, (_, n) => ({ text: `S-300v${n}`, name: '' }))
    expect(buildReadings(state, query, [dehqan, { typed: 'S-300', also }])?.summary).toBe(
      '21 other spellings and names of Dehqan, S-300',
    )
  })

  it('is not told where there is nothing else', () => {
    expect(buildReadings(state, query, [])).toBeUndefined()
    expect(buildReadings(state, query, [{ typed: 'port', also: [] }])).toBeUndefined()
  })
})

describe('what may be meant', () => {
  it('is a whole query, one click away, with the filters', () => {
    expect(
      buildCorrections(state, [
        {
          total: 3,
          capability: { bound: 'exact' },
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
        articles: '3 articles',
      },
    ])
  })
})
