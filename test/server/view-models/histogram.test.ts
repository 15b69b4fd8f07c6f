import { describe, expect, it } from '@jest/globals'
import type { TimelineUnit } from '../../../engine/search-engine.ts'
import { emptyState, withPeriod } from '../../../server/search-state.ts'
import { buildHistogram } from '../../../server/view-models/histogram.ts'

/** An answer with these counts, and nothing else found. */
const timeline = (unit: TimelineUnit, counts: Readonly<Record<string, number>>) => ({
  timeline: {
    unit,
    counts: Object.entries(counts)
      .map(([period, count]) => ({ period, count }))
      .sort((a, b) => (a.period < b.period ? -1 : 1)),
  },
  total: Object.values(counts).reduce((sum, count) => sum + count, 0),
  capability: { bound: 'exact' } as const,
})

describe('the histogram', () => {
  it('has a bar for each month with articles, as high as its share of the largest', () => {
    const histogram = buildHistogram(emptyState, timeline('month', { '2016-01': 10, '2016-04': 5 }))
    expect(histogram?.bars.map(({ label }) => label)).toEqual([
      'January 2016: 10 articles',
      'April 2016: 5 articles',
    ])
    const [large, small] = histogram?.bars.map(({ height }) => height) ?? []
    expect((large ?? 0) / (small ?? 1)).toBeCloseTo(2)
  })

  it('sets the period to the month of a bar, and to the year of a label', () => {
    const histogram = buildHistogram(emptyState, timeline('month', { '2016-04': 1 }))
    expect(histogram?.bars[0]?.href).toBe('/search?from=2016-04&to=2016-04')
    expect(histogram?.marks[0]).toMatchObject({ label: '2016', href: '/search?from=2016&to=2016' })
  })

  it('keeps a month without articles as a gap', () => {
    const [first, second] =
      buildHistogram(emptyState, timeline('month', { '2015-12': 1, '2016-11': 1 }))?.bars ?? []
    expect(parseFloat(first?.x ?? '')).toBe(0)
    expect(parseFloat(second?.x ?? '')).toBeCloseTo((100 / 24) * 11, 1)
  })

  it('tells which bars are in the chosen period', () => {
    const state = withPeriod(emptyState, '2016-02', '2016')
    const months = timeline('month', { '2016-01': 1, '2016-02': 1, '2016-12': 1, '2017-01': 1 })
    expect(buildHistogram(state, months)?.bars.map(({ inPeriod }) => inPeriod)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('draws years, each a link to its months', () => {
    const histogram = buildHistogram(emptyState, timeline('year', { 1980: 2, 1999: 1, 2020: 1 }))
    expect(histogram?.bars.map(({ label, href }) => `${label} ${href}`)).toEqual([
      '1980: 2 articles /search?from=1980&to=1980',
      '1999: 1 article /search?from=1999&to=1999',
      '2020: 1 article /search?from=2020&to=2020',
    ])
    expect(histogram?.wider).toBeUndefined()
  })

  it('shows the months of a year that was chosen among many, with the way back', () => {
    const decades = timeline('month', { '1980-05': 1, '1980-06': 1, '1999-01': 1, '2020-01': 1 })
    const histogram = buildHistogram(withPeriod(emptyState, '1980', '1980'), decades)
    expect(histogram?.bars.map(({ label }) => label)).toEqual([
      'May 1980: 1 article',
      'June 1980: 1 article',
    ])
    expect(histogram?.wider).toEqual({ label: 'All years', href: '/search' })
  })

  it('draws every day of a short period, and leads to its year', () => {
    const state = withPeriod(emptyState, '2016-02', '2016-02')
    const days = timeline('day', { '2016-02-01': 2, '2016-02-29': 1 })
    const histogram = buildHistogram(state, days)
    expect(histogram).toMatchObject({
      bars: [
        {
          label: '1 February 2016: 2 articles',
          x: '0%',
          href: '/search?from=2016-02-01&to=2016-02-01',
        },
        { label: '29 February 2016: 1 article', x: '96.552%' },
      ],
      marks: [{ label: 'February 2016' }],
      wider: { label: 'All of 2016', href: '/search?from=2016&to=2016' },
      note: '',
    })
  })

  it('says so where articles dated to a month or year are not among the days', () => {
    const state = withPeriod(emptyState, '2016-02', '2016-02')
    const days = { ...timeline('day', { '2016-02-01': 2 }), total: 3 }
    expect(buildHistogram(state, days)?.note).toBe('Only articles dated to the day are drawn here.')
  })

  it('says at most where counts are no more exact', () => {
    const histogram = buildHistogram(emptyState, {
      ...timeline('month', { '2016-04': 3 }),
      capability: { bound: 'at most', reasons: [] },
    })
    expect(histogram?.bars[0]?.label).toBe('April 2016: at most 3 articles')
  })

  it('is not there without dated articles', () => {
    expect(buildHistogram(emptyState, timeline('month', {}))).toBeUndefined()
  })
})
