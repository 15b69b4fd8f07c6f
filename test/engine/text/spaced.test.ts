import { describe, expect, it } from '@jest/globals'
import { analyse, listsVersion } from '../../../engine/text/analyse.ts'

const terms = (text: string) => analyse(text).terms

describe('a designator of a listed family may be written with a space', () => {
  it.each([
    ['S 300', 's-300'],
    ['S\u00a0300', 's-300'],
    ['S\u2009300', 's-300'],
    ['S 300s', 's-300'],
    ['S 300PMU-2', 's-300pmu2'],
    ["S 300's", 's-300'],
    ['S 400', 's-400'],
    ['MiG 29', 'mig-29'],
  ])('%j is %s', (written, term) => {
    expect(terms(written)).toEqual([term])
    expect(terms(`the ${written}, again`)).toEqual(['the', term, 'again'])
  })

  it('covers letters, space and number in the text', () => {
    const { starts, ends } = analyse('an S 300PMU-2 battery')
    expect([starts[1], ends[1]]).toEqual([3, 13])
  })
})

describe('a space separates', () => {
  it.each([
    ['s 300', ['s', '300'], 'lower case'],
    ['S  300', ['s', '300'], 'two spaces'],
    ['S\t300', ['s', '300'], 'a tab'],
    ['S\n300', ['s', '300'], 'the end of a line'],
    ['S 3000', ['s', '3000'], 'another number'],
    ['S 300,000', ['s', '300000'], 'a longer number'],
    ['S 300.5', ['s', '300.5'], 'a decimal'],
    ['P 500', ['p', '500'], 'the share index'],
    ['MIG 29', ['mig', '29'], 'not the capitals of the designator'],
    ['A 300 I 300', ['a', '300', 'i', '300'], 'words'],
    ['us 300', ['us', '300'], 'a word'],
  ])('%j is %j: %s', (written, expected) => {
    expect(terms(written)).toEqual(expected)
  })
})

describe('listsVersion', () => {
  it('is a short hash', () => {
    expect(listsVersion).toMatch(/^[\da-f]{8}$/)
  })
})
