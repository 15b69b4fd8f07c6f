import { describe, expect, it } from '@jest/globals'
import { emptyState, withPage } from '../../../server/search-state.ts'
import { buildPagination } from '../../../server/view-models/pagination.ts'

const numbers = (page: number, total: number) =>
  buildPagination(withPage(emptyState, page), total)?.numbers.map((link) => link.page)

describe('the links to other pages', () => {
  it('are not there when everything is on one page', () => {
    expect(buildPagination(emptyState, 20)).toBeUndefined()
  })

  it.each([
    [1, 45, ['1', '2', '3']],
    [1, 1000, ['1', '2', '3', '4', '5']],
    [7, 1000, ['5', '6', '7', '8', '9']],
    [50, 1000, ['46', '47', '48', '49', '50']],
  ])('on page %d of %d articles are those around it', (page, total, expected) => {
    expect(numbers(page, total)).toEqual(expected)
  })

  it('end at 10,000 results, and say so', () => {
    const last = buildPagination(withPage(emptyState, 500), 123_456)
    expect(last?.next).toBe('')
    expect(last?.limit).toContain('Only the first 10,000 results')
    expect(buildPagination(emptyState, 10_000)?.limit).toBe('')
  })

  it('lead back from a page past the end', () => {
    expect(buildPagination(withPage(emptyState, 99), 45)?.previous).toBe('/search?page=3')
  })
})
