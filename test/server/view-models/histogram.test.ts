import { describe, expect, it } from '@jest/globals'
import { emptyState, withPeriod } from '../../../server/search-state.ts'
import { buildHistogram } from '../../../server/view-models/histogram.ts'

describe('the histogram', () => {
  it('has a bar for each month with articles, as high as its share of the largest', () => {
    const histogram = buildHistogram(emptyState, [
      { month: '2016-01', count: 10 },
      { month: '2016-04', count: 5 },
    ])
    expect(histogram?.bars.map(({ label }) => label)).toEqual([
      'January 2016: 10 articles',
      'April 2016: 5 articles',
    ])
    const [large, small] = histogram?.bars.map(({ height }) => height) ?? []
    expect((large ?? 0) / (small ?? 1)).toBeCloseTo(2)
  })

  it('sets the period to the month of a bar, and to the year of a label', () => {
    const histogram = buildHistogram(emptyState, [{ month: '2016-04', count: 1 }])
    expect(histogram?.bars[0]?.href).toBe('/search?from=2016-04&to=2016-04')
    expect(histogram?.years[0]).toMatchObject({ year: '2016', href: '/search?from=2016&to=2016' })
  })

  it('keeps a month without articles as a gap', () => {
    const [first, second] =
      buildHistogram(emptyState, [
        { month: '2015-12', count: 1 },
        { month: '2016-11', count: 1 },
      ])?.bars ?? []
    expect(parseFloat(first?.x ?? '')).toBe(0)
    expect(parseFloat(second?.x ?? '')).toBeCloseTo((100 / 24) * 11, 1)
  })

  it('tells which bars are in the chosen period', () => {
    const state = withPeriod(emptyState, '2016-02', '2016')
    const months = ['2016-01', '2016-02', '2016-12', '2017-01'].map((month) => ({
      month,
      count: 1,
    }))
    expect(buildHistogram(state, months)?.bars.map(({ inPeriod }) => inPeriod)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  const decades = ['1980-05', '1980-06', '1999-01', '2020-01'].map((month) => ({ month, count: 1 }))

  it('shows years where months would be too narrow to hit', () => {
    const bars = buildHistogram(emptyState, decades)?.bars
    expect(bars?.map(({ label }) => label)).toEqual([
      '1980: 2 articles',
      '1999: 1 article',
      '2020: 1 article',
    ])
  })

  it('shows the months of a year that was chosen among many', () => {
    const bars = buildHistogram(withPeriod(emptyState, '1980', '1980'), decades)?.bars
    expect(bars?.map(({ label }) => label)).toEqual(['May 1980: 1 article', 'June 1980: 1 article'])
  })

  it('is not there without dated articles', () => {
    expect(buildHistogram(emptyState, [])).toBeUndefined()
  })
})
