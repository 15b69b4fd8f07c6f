import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { similarWords } from '../../../engine/text/similar.ts'
import {
  forgetForms,
  NewForms,
  WordTable,
  wordTables,
} from '../../../engine/vocabulary/word-table.ts'

let db: DatabaseSync
let words: WordTable
beforeEach(() => {
  db = new DatabaseSync(':memory:')
  db.exec(wordTables)
  words = new WordTable(db)
})
afterEach(() => {
  db.close()
})

function add(...forms: readonly string[]): void {
  const batch = new NewForms(db)
  batch.note(forms)
  batch.write()
}

const stored = () =>
  db
    .prepare('select forms from letter_forms')
    .all()
    .flatMap(({ forms }) => String(forms).split('\n'))
    .toSorted()

const similar = (typed: string) => similarWords(typed, words.letterForms(), 10)

describe('the vocabulary', () => {
  it('lists the forms that begin with a prefix, in order, at most as many as asked for', () => {
    add('deliver', 'delta', 'deliveries', 'shipped')
    add('delivery', 'zulu')
    expect(words.formsFrom('deli', 10)).toEqual(['deliver', 'deliveries', 'delivery'])
    expect(words.formsFrom('deli', 2)).toEqual(['deliver', 'deliveries'])
    expect(words.formsFrom('x', 10)).toEqual([])
  })

  it.each([
    ['s-300', ['s-300', 's-300pmu2'], ['s-30', 's-400', 't-300']],
    ['шойг', ['шойгу'], ['шойк']],
    ['50', ['50', '50%_'], ['5', '51']],
  ])('takes a prefix of any characters literally: %s', (prefix, within, outside) => {
    add(...within, ...outside)
    expect(words.formsFrom(prefix, 10)).toEqual(within)
  })

  it('keeps each word of letters once, and leaves designators and numbers out', () => {
    add('iran', 's-300', '1000', 'u.s', 'шойгу')
    add('iran', 'kyiv')
    expect(stored()).toEqual(['iran', 'kyiv', 'шойгу'])
    expect(similar('шойга')).toEqual(['шойгу'])
  })

  it('keeps no line where there is no word of letters', () => {
    add('2016')
    expect(stored()).toEqual([])
  })

  it('shows a reader the words that were added since it last asked', () => {
    add('iran')
    expect(similar('iraq')).toEqual(['iran'])
    add('irak')
    expect(similar('iraq')).toEqual(['irak', 'iran'])
    add('kyiv')
    expect(words.formsFrom('ky', 10)).toEqual(['kyiv'])
  })

  it('adds a word again whose transaction was rolled back', () => {
    db.exec('begin')
    add('iran')
    db.exec('rollback')
    forgetForms(db)
    add('iran')
    expect(words.formsFrom('', 10)).toEqual(['iran'])
    expect(stored()).toEqual(['iran'])
    expect(similar('iraq')).toEqual(['iran'])
  })
})
