import { describe, expect, it } from '@jest/globals'
import { openWords } from '../../../engine/meilisearch/bounds.ts'
import { capabilityAfter, capabilityBefore } from '../../../engine/meilisearch/capability.ts'
import type { NameIndex } from '../../../engine/query/name-index.ts'
import { parse } from '../../../engine/query/parse.ts'
import { planQuery } from '../../../engine/query/plan-query.ts'
import { emptyVocabulary } from '../../../engine/vocabulary/vocabulary.ts'

/** Nobody is known by any name. */
const names: NameIndex = {
  findEntities: () => [],
  idsWithWord: () => [],
  wordsBeside: () => [],
  namesOf: () => [],
  displayNames: () => new Map(),
  broader: () => [],
  narrower: () => [],
}

const planOf = (typed: string, spelling: 'any' | 'exact' = 'any') =>
  planQuery({ query: parse(typed).query, spelling }, names, emptyVocabulary).plan

describe('what the Meilisearch engine promises of a query', () => {
  it.each([
    '',
    'S-300 delivery',
    '"air defence"',
    '-"air defence" title:fire',
    'a b c d e f g h i j k l m',
    'fire OR -(smoke water)',
    'fire*',
    '=deliveries',
    'lang:en date:2016',
  ])('is exactness for words, pairs of words, beginnings and forms: %s', (typed) => {
    expect(capabilityBefore(planOf(typed))).toEqual({ bound: 'exact' })
  })

  it.each([
    ['"air defence missile"', 'whole phrases'],
    ['surface-to-air', 'whole phrases'],
    ['fire OR -(smoke "air defence missile")', 'whole phrases'],
    ['fire NEAR/4 water', 'how far apart'],
    ['"=air defences"', 'as they are written'],
  ])('is an upper bound before it is searched, and says why: %s', (typed, why) => {
    const capability = capabilityBefore(planOf(typed))
    expect(capability.bound).toBe('at most')
    expect(JSON.stringify(capability)).toContain(why)
  })

  it('says of exact spelling what it says of every phrase as it is written', () => {
    expect(capabilityBefore(planOf('"air defences"', 'exact')).bound).toBe('at most')
  })

  it('is an upper bound after a search that left words open, naming them as they were typed', () => {
    const plan = planOf('fire "Air Defences missile" "long range radar"')
    const capability = JSON.stringify(capabilityAfter(plan, openWords(plan).slice(0, 1)))
    expect(capability).toContain('at most')
    expect(capability).toContain('“Air Defences missile”')
    expect(capability).not.toContain('radar')
  })

  it('is exactness after a search that compared every article in doubt', () => {
    expect(capabilityAfter(planOf('fire NEAR/4 water'), [])).toEqual({ bound: 'exact' })
  })

  it.each([
    ['-(fire NEAR/4 water)', 'also those that do match it are found'],
    ['smoke OR -(ash (fire NEAR/4 water))', 'also those that do match it are found'],
    ['fire NEAR/4 water', 'in other places are found too'],
    ['-(smoke -(fire NEAR/4 water))', 'in other places are found too'],
  ])('says what is found too many, wanted or excluded: %s', (typed, why) => {
    const plan = planOf(typed)
    expect(JSON.stringify(capabilityAfter(plan, openWords(plan)))).toContain(why)
    expect(JSON.stringify(capabilityBefore(plan))).toContain(why)
  })
})
