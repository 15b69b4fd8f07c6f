import { describe, expect, it } from '@jest/globals'
import { outletName } from '../../../indexer/feeds/outlet-name.ts'

describe('outletName', () => {
  it.each([
    ['Harbour Daily', 'Harbour Daily'],
    ['World news | Harbour Daily', 'Harbour Daily'],
    ['Harbour Daily - Latest Headlines', 'Harbour Daily'],
    ['Harbour Daily RSS Feed', 'Harbour Daily'],
    ['HD News: Middle East', 'HD News'],
    ['Harbour Daily » Feed', 'Harbour Daily'],
    ['HDT > Top Stories', 'HDT'],
    ['Al-Monitor: The Pulse', 'Al-Monitor'],
    ['Latest news', 'Latest news'],
    ['  ', ''],
  ])('of "%s" is "%s"', (title, outlet) => {
    expect(outletName(title)).toBe(outlet)
  })
})
