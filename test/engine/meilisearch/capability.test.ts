import { describe, expect, it } from '@jest/globals'
import { capabilityAfter, capabilityBefore } from '../../../engine/meilisearch/capability.ts'
import { analyse } from '../../../engine/text/analyse.ts'
import { parse } from '../../../engine/query/parse.ts'

const before = (typed: string) => capabilityBefore(parse(typed).query)

describe('what the Meilisearch engine promises of a query', () => {
  it.each([
    '',
    'S-300 delivery',
    '"air defence"',
    'long-overdue',
    '-"air defence" title:fire',
    'a b c d e f g h i j k l m',
  ])('is exactness for words and pairs of words: %s', (typed) => {
    expect(before(typed)).toEqual({ bound: 'exact' })
  })

  it.each([
    '"air defence missile"',
    'surface-to-air',
    '-"air defence missile"',
    'fire title:"air defence missile"',
  ])('is an upper bound for three words and more, before they are searched: %s', (typed) => {
    const capability = before(typed)
    expect(capability.bound).toBe('at most')
  })

  it('is an upper bound after a search that left a phrase broad, naming it as it was typed', () => {
    const { query } = parse('fire "Air Defences missile" "long range radar"')
    const broad = {
      kind: 'terms',
      terms: analyse('air defences missile').terms,
      field: undefined,
    } as const
    const reasons = JSON.stringify(capabilityAfter(query, [broad]))
    expect(reasons).toContain('at most')
    expect(reasons).toContain('“Air Defences missile”')
    expect(reasons).not.toContain('radar')
  })

  it('is exactness after a search that compared every phrase', () => {
    expect(capabilityAfter(parse('"air defence missile"').query, [])).toEqual({ bound: 'exact' })
  })
})
