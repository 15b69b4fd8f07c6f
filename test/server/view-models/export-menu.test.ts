import { describe, expect, it } from '@jest/globals'
import { buildExportMenu } from '../../../server/view-models/export-menu.ts'

const search = {
  path: '/search',
  parameters: 'q=convoy',
  total: 1234,
  bound: 'exact',
  isFolded: false,
  order: 'In the order of their arrival.',
} as const

describe('the menu of exports', () => {
  it('says how many articles are exported', () => {
    expect(buildExportMenu(search)?.heading).toBe('Export all 1,234 articles as')
    const one = buildExportMenu({ ...search, total: 1 })
    expect(one).toMatchObject({ heading: 'Export this article as', note: '' })
  })

  it('leads to each format of the same search', () => {
    const links = buildExportMenu(search)?.choices.map(({ href }) => href)
    expect(links).toContain('/search.csv?q=convoy')
    expect(links).toContain('/search.zip?q=convoy&originals=1')
  })

  it('needs no parameters', () => {
    const menu = buildExportMenu({ ...search, path: '/collections/3', parameters: '' })
    expect(menu?.choices[0]?.href).toBe('/collections/3.csv')
    expect(menu?.choices.at(-1)?.href).toBe('/collections/3.zip?originals=1')
  })

  it('says in which order they come, what is exact and what is unfolded', () => {
    const menu = buildExportMenu({ ...search, bound: 'at most', isFolded: true })
    expect(menu?.heading).toBe('Export all that is found, at most 1,234 articles, as')
    expect(menu?.note).toBe(
      'In the order of their arrival. Near-duplicates that are folded here are all exported. Each article is compared with the query, so what is exported is exact.',
    )
  })

  it('is not there where nothing is', () => {
    expect(buildExportMenu({ ...search, total: 0 })).toBeUndefined()
  })
})
