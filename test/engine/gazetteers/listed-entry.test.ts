import { describe, expect, it } from '@jest/globals'
import { listedEntry } from '../../../engine/gazetteers/listed-entry.ts'

describe('listedEntry', () => {
  it('tells category and maker of a weapon, and its other names', () => {
    const entry = listedEntry('weapons', 's-300')
    expect(entry?.file).toBe('weapons.tsv')
    expect(entry?.facts).toEqual([
      { column: 'category', text: 'surface-to-air missile' },
      { column: 'maker', text: 'Russia' },
    ])
    expect(entry?.names).toContain('SA-10')
    expect(entry?.names).not.toContain('S-300')
  })

  it('knows a medium whether it publishes or is cited', () => {
    const entry = listedEntry('cites', 'reuters')
    expect(entry?.facts).toContainEqual({ column: 'domains', text: 'reuters.com' })
    expect(entry).toEqual(listedEntry('outlet', 'reuters'))
  })

  it('does not know what no list has', () => {
    expect(listedEntry('people', 'ada-admiral-of-nowhere')).toBeUndefined()
  })
})
