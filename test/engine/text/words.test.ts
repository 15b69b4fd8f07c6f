import { describe, expect, it } from '@jest/globals'
import { analyse } from '../../../engine/text/analyse.ts'

const terms = (text: string) => analyse(text).terms

describe('initialisms anywhere in a compound', () => {
  it.each([
    ['pro-U.S.', ['pro', 'u.s']],
    ['U.S.-led', ['u.s', 'led']],
    ['Korea–U.S.', ['korea', 'u.s']],
    ['U.S.’s', ['u.s']],
    ["U.K.'s", ['uk']],
    ['D-N.Y.', ['d', 'ny']],
    ['J.R.R.', ['jrr']],
    ['W.H.O.', ['w.h.o']],
    ['Joseph W.Black', ['joseph', 'w', 'black']],
  ])('%s is %j', (written, expected) => {
    expect(terms(written)).toEqual(expected)
  })
})

describe('numbers', () => {
  it.each([
    ['1,000-2,000', ['1000', '2000']],
    ['2,000-mile', ['2000', 'mile']],
    ['1,234,567.8', ['1234567.8']],
    ['3.5-inch', ['3.5', 'inch']],
    ['$1.5bn', ['1.5bn']],
    ['1,500km', ['1500km']],
    ['12.05.2016', ['12', '05', '2016']],
    ['1,2,3', ['1', '2', '3']],
    ['1,000,00', ['1', '000', '00']],
    ['1990s', ['1990s']],
  ])('%s is %j', (written, expected) => {
    expect(terms(written)).toEqual(expected)
  })
})

describe('apostrophes', () => {
  it.each([
    ["she'll", ['she'], 'is not "shell"'],
    ['we’re', ['we'], 'is not "were"'],
    ['I’d', ['i'], 'is not "id"'],
    ["would've", ['would'], 'an attached verb'],
    ["don't", ['dont'], 'a negation is part of the word'],
    ["Iran's.Moscow", ['iran', 'moscow'], 'a possessive inside glued text'],
    ["O'Brien's", ['obrien'], 'a name'],
    ["Sa'd", ['sad'], 'a name'],
    ['Maʿrib', ['marib'], 'a transliterated letter'],
    ['Hawaiʻi', ['hawaii'], 'an okina'],
    ['Iran`s', ['iran'], 'a backtick'],
  ])('%s is %j: %s', (written, expected) => {
    expect(terms(written)).toEqual(expected)
  })
})

describe('folding', () => {
  it.each([
    ['Wałęsa Øresund Straße Æthelred', 'Walesa Oresund Strasse Aethelred'],
    ['İstanbul', 'istanbul'],
    ['ΣΙΣΥΦΟΣ', 'σισυφος'],
    ['Ｍｉｓｓｉｌｅ', 'missile'],
    ['de\u200eli\u2060very\ufeff', 'delivery'],
    ['long−overdue long﹣overdue long－overdue', 'long overdue long overdue long overdue'],
  ])('%s is %s', (written, plain) => {
    expect(terms(written)).toEqual(terms(plain))
  })

  it('gives one word for a ligature of several', () => {
    expect(terms('ﷺ')).toHaveLength(1)
  })
})
