import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { facetNames, type FacetName } from '../../engine/article.ts'
import { sortOrders, type FacetFilter } from '../../engine/search-engine.ts'
import { facets, perFacet } from '../../server/facets.ts'
import { addValue, removeValue, withMatch } from '../../server/filters.ts'
import {
  emptyState,
  fromUrl,
  hasFilters,
  toUrl,
  withGroup,
  withPage,
  withPeriod,
  withQuery,
  withSort,
  withSpelling,
  type SearchState,
} from '../../server/search-state.ts'

const value = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
  .filter((text) => text === text.trim() && text.isWellFormed())
const values = fc.uniqueArray(value, { maxLength: 4 })
const match = fc.constantFrom('any', 'all')
const filterOf = (facet: FacetName) =>
  fc.record({ include: values, match, exclude: values }).map((filter): FacetFilter => ({
    ...filter,
    match: filter.include.length > 0 && facets[facet].isMultiple ? filter.match : 'any',
  }))
const anyFilters = fc.record(perFacet(({ name }) => filterOf(name)))
const periods = [
  { from: '', to: '', dating: 'any' },
  { from: '', to: '', dating: 'undated' },
  { from: '2016', to: '2016-04', dating: 'any' },
  { from: '2016-04-11', to: '', dating: 'any' },
  { from: '', to: '2017', dating: 'any' },
] as const
const period = fc.constantFrom(...periods)
const anyState: fc.Arbitrary<SearchState> = fc
  .tuple(
    fc.oneof(value, fc.constant('')),
    anyFilters,
    period,
    fc.constantFrom(...sortOrders),
    fc.integer({ min: 1, max: 600 }),
    fc.integer({ min: 0, max: 100_000 }),
    fc.constantFrom('any', 'exact'),
    fc.constantFrom('article', 'family'),
    fc.integer({ min: 0, max: 1_000 }),
  )
  .map(([q, filters, published, sort, page, newer, spelling, group, saved]) => {
    return { q, filters, ...published, sort, page, newer, spelling, group, saved }
  })
const anyFacet = fc.constantFrom(...facetNames)

describe('a search state and its URL', () => {
  it('are the same thing in two forms', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(fromUrl(toUrl(state))).toEqual({ state, problems: [] })
      }),
    )
  })

  it('leave out what is at its default', () => {
    expect(toUrl(emptyState)).toBe('')
    expect(toUrl(withQuery(emptyState, 'S-300 delivery'))).toBe('q=S-300+delivery')
  })

  it('use the parameters that links and saved queries rely on', () => {
    const { state } = fromUrl(
      'q=s-300&person=a&person=b&place=c&weapon=d&outlet=e&-outlet=f&cites=g&from=2015&to=2016-04&sort=newest&page=3',
    )
    expect(state).toMatchObject({
      q: 's-300',
      filters: {
        people: { include: ['a', 'b'], exclude: [] },
        places: { include: ['c'] },
        weapons: { include: ['d'] },
        outlet: { include: ['e'], exclude: ['f'] },
        cites: { include: ['g'] },
      },
      from: '2015',
      to: '2016-04',
      sort: 'newest',
      page: 3,
    })
  })

  it('say what of a search is exact, folded, or asked for together', () => {
    const { state, problems } = fromUrl(
      'person=a&person=b&person.match=all&place=[none]&spelling=exact&group=family',
    )
    expect(problems).toEqual([])
    expect(state).toMatchObject({
      spelling: 'exact',
      group: 'family',
      filters: {
        people: { include: ['a', 'b'], match: 'all' },
        places: { include: ['[none]'], match: 'any' },
      },
    })
  })

  it('know no way to match values that nothing chose, or of which an article has but one', () => {
    const { state } = fromUrl('person.match=all&outlet=a&outlet.match=all')
    expect(state.filters.people.match).toBe('any')
    expect(state.filters.outlet.match).toBe('any')
  })

  it('ignore parameters that they do not know', () => {
    expect(fromUrl('utm_source=x&constructor=y&__proto__=z')).toEqual({
      state: emptyState,
      problems: [],
    })
  })

  it('take the first of a repeated single parameter, and a repeated value once', () => {
    const { state } = fromUrl('q=one&q=two&person=a&person=a&person=')
    expect(state.q).toBe('one')
    expect(state.filters.people.include).toEqual(['a'])
  })
})

describe('what cannot be read of a URL', () => {
  it.each([
    ['from', '2016-13'],
    ['from', '2016-02-30'],
    ['to', 'yesterday'],
    ['page', '0'],
    ['page', '-1'],
    ['page', '2.5'],
    ['sort', 'random'],
    ['spelling', 'loose'],
    ['group', 'outlet'],
    ['person.match', 'some'],
    ['q', 'x'.repeat(1001)],
  ])('is reported and left out: %s=%s', (parameter, given) => {
    const { state, problems } = fromUrl(new URLSearchParams({ [parameter]: given }))
    expect(problems.map((problem) => problem.parameter)).toEqual([parameter])
    expect(state).toEqual(emptyState)
  })

  it('includes a period that ends before it begins', () => {
    const { state, problems } = fromUrl('from=2017&to=2016-12-31')
    expect(problems).toHaveLength(1)
    expect(state).toEqual(emptyState)
  })

  it('includes values beyond what a page can list', () => {
    const parameters = new URLSearchParams()
    for (let n = 0; n < 150; n++) parameters.append('person', `p${n}`)
    const { state, problems } = fromUrl(parameters)
    expect(state.filters.people.include).toHaveLength(100)
    expect(problems).toHaveLength(1)
  })

  it('does not include a period within one year', () => {
    expect(fromUrl('from=2016-04-11&to=2016').problems).toEqual([])
  })
})

describe('changing a filter', () => {
  it('adding a value and removing it again changes nothing', () => {
    fc.assert(
      fc.property(anyState, anyFacet, value, (state, facet, id) => {
        const { include, exclude } = state.filters[facet]
        fc.pre(!include.includes(id) && !exclude.includes(id))
        const first = withPage(state, 1)
        expect(removeValue(addValue(first, facet, 'include', id), facet, id)).toEqual(first)
        expect(removeValue(addValue(first, facet, 'exclude', id), facet, id)).toEqual(first)
      }),
    )
  })

  it('excluding an included value takes it out of the included ones', () => {
    const included = addValue(emptyState, 'outlet', 'include', 'fars')
    expect(addValue(included, 'outlet', 'exclude', 'fars').filters.outlet).toEqual({
      include: [],
      match: 'any',
      exclude: ['fars'],
    })
  })

  it('forgets to ask for all values with the last of them', () => {
    const both = fromUrl('person=a&person=b&person.match=all').state
    const one = removeValue(both, 'people', 'a')
    expect(one.filters.people.match).toBe('all')
    expect(removeValue(one, 'people', 'b')).toEqual(emptyState)
    expect(withMatch(emptyState, 'people', 'all')).toEqual(emptyState)
  })

  it('goes back to the first page', () => {
    const third = withPage(withQuery(emptyState, 'missiles'), 3)
    expect(addValue(third, 'people', 'include', 'a').page).toBe(1)
    expect(withPeriod(third, '2016', '').page).toBe(1)
    expect(withSort(third, 'newest').page).toBe(1)
  })

  it('leaves the state that it came from as it was', () => {
    const before = addValue(emptyState, 'people', 'include', 'a')
    addValue(before, 'people', 'include', 'b')
    removeValue(before, 'people', 'a')
    expect(before.filters.people.include).toEqual(['a'])
  })

  it('counts as a filter, unlike the query and its order', () => {
    expect(hasFilters(withSort(withQuery(emptyState, 'a'), 'oldest'))).toBe(false)
    expect(hasFilters(addValue(emptyState, 'cites', 'exclude', 'tass'))).toBe(true)
    expect(hasFilters(withPeriod(emptyState, '2016', ''))).toBe(true)
    expect(hasFilters(withSpelling(emptyState, 'exact'))).toBe(true)
    expect(hasFilters(withGroup(emptyState, 'family'))).toBe(false)
  })
})
