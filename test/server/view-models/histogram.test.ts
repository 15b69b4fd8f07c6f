import { describe, expect, it } from '@jest/globals'
import type { TimelineUnit } from '../../../engine/search-engine.ts'
import { emptyState, fromUrl, toUrl, withPeriod } from '../../../server/search-state.ts'
import { buildHistogram, type Histogram } from '../../../server/view-models/histogram.ts'

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

const labelsOf = (histogram: Histogram | undefined) =>
  histogram?.slots.flatMap(({ bar }) => (bar ? [bar.label] : []))

/** Where the columns of a path stand, and how high they are. */
const columnsOf = (path = '') =>
  [...path.matchAll(/M(\d+) \d+v-(\d+)/g)].map(([, left, height]) => ({
    left: Number(left),
    height: Number(height),
  }))

describe('the histogram', () => {
  it('has a bar for each month with articles, as high as its share of the largest', () => {
    const histogram = buildHistogram(emptyState, timeline('month', { '2016-01': 10, '2016-04': 5 }))
    expect(labelsOf(histogram)).toEqual(['January 2016: 10 articles', 'April 2016: 5 articles'])
    expect(columnsOf(histogram?.inside).map(({ height }) => height)).toEqual([54, 27])
  })

  it('asks for the month of a bar, and for the year of a label', () => {
    const histogram = buildHistogram(emptyState, timeline('month', { '2016-04': 1 }))
    expect(histogram?.slots[0]).toEqual({
      bar: { period: '2016-04', label: 'April 2016: 1 article' },
      mark: { period: '2016', label: '2016' },
    })
    expect(toUrl(fromUrl('during=2016-04').state)).toBe('from=2016-04&to=2016-04')
  })

  it('keeps a month without articles as a gap, and draws each column in its slot', () => {
    const histogram = buildHistogram(emptyState, timeline('month', { '2015-12': 1, '2016-11': 1 }))
    expect(histogram?.slots.map(({ bar }) => (bar ? 'bar' : 'gap')).join(' ')).toBe(
      `bar ${'gap '.repeat(10)}bar ${'gap '.repeat(12)}`.trim(),
    )
    expect(columnsOf(histogram?.inside).map(({ left }) => left)).toEqual([1, 111])
    expect(histogram?.width).toBe(240)
  })

  it('draws what is in the chosen period apart from what is not', () => {
    const state = withPeriod(emptyState, '2016-02', '2016')
    const months = timeline('month', { '2016-01': 1, '2016-02': 1, '2016-12': 1, '2017-01': 1 })
    const histogram = buildHistogram(state, months)
    expect(columnsOf(histogram?.inside).map(({ left }) => left)).toEqual([11, 111])
    expect(columnsOf(histogram?.outside).map(({ left }) => left)).toEqual([1, 121])
  })

  it('draws years over decades', () => {
    const histogram = buildHistogram(emptyState, timeline('year', { 1980: 2, 1999: 1, 2020: 1 }))
    expect(labelsOf(histogram)).toEqual(['1980: 2 articles', '1999: 1 article', '2020: 1 article'])
    expect(histogram?.wider).toBeUndefined()
  })

  it('labels no more years than there is room for', () => {
    const months = timeline('month', { '2006-01': 1, '2020-12': 1 })
    const marks = buildHistogram(emptyState, months)?.slots.flatMap(({ mark }) => mark ?? [])
    expect(marks?.map(({ label }) => label)).toEqual(['2006', '2009', '2012', '2015', '2018'])
  })

  it('shows the months of a year that was chosen among many, with the way back', () => {
    const decades = timeline('month', { '1980-05': 1, '1980-06': 1, '1999-01': 1, '2020-01': 1 })
    const histogram = buildHistogram(withPeriod(emptyState, '1980', '1980'), decades)
    expect(labelsOf(histogram)).toEqual(['May 1980: 1 article', 'June 1980: 1 article'])
    expect(histogram?.wider).toEqual({ label: 'All years', href: '/search' })
  })

  it('draws every day of a short period, and leads to its year', () => {
    const state = withPeriod(emptyState, '2016-02', '2016-02')
    const days = timeline('day', { '2016-02-01': 2, '2016-02-29': 1 })
    const histogram = buildHistogram(state, days)
    expect(labelsOf(histogram)).toEqual([
      '1 February 2016: 2 articles',
      '29 February 2016: 1 article',
    ])
    expect(histogram).toMatchObject({
      wider: { label: 'All of 2016', href: '/search?from=2016&to=2016' },
      note: '',
    })
    expect(histogram?.slots).toHaveLength(29)
    expect(histogram?.slots[0]?.mark?.label).toBe('February 2016')
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
    expect(labelsOf(histogram)).toEqual(['April 2016: at most 3 articles'])
  })

  it('is not there without dated articles', () => {
    expect(buildHistogram(emptyState, timeline('month', {}))).toBeUndefined()
  })
})
