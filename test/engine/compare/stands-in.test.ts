import { describe, expect, it } from '@jest/globals'
import { comparedArticle, standsIn, type WordPlan } from '../../../engine/compare/stands-in.ts'
import { analyse } from '../../../engine/text/analyse.ts'
import type { Alternative } from '../../../engine/query/plan.ts'
import { madeUp } from '../contract-archive.ts'

const { article } = madeUp('boats', {
  title: 'Patrol boats delivered',
  text: 'Deliveries of boats went on. Colonel Kaseb took the last boat in March.',
  people: [['amir-qaseb', 'Amir Qaseb', 'Kaseb']],
})

const any = (text: string): Alternative => ({ terms: analyse(text).terms, name: '' })
const exact = (text: string): Alternative => ({ ...any(text), forms: analyse(text).forms })
const open = (text: string): Alternative => ({ ...any(text), open: true })
const carried = (text: string, id: string): Alternative => ({
  ...any(text),
  among: { facet: 'people', ids: [id] },
  name: id,
})

const words = (field: 'title' | 'text' | undefined, ...alternatives: Alternative[]): WordPlan => ({
  kind: 'words',
  typed: '',
  field,
  alternatives,
})

const near = (distance: number, ...operands: Alternative[][]): WordPlan => ({
  kind: 'near',
  typed: '',
  field: undefined,
  distance,
  operands,
})

const prefix = (typed: string, ...terms: string[]): WordPlan => ({
  kind: 'prefix',
  typed,
  field: undefined,
  prefix: typed,
  terms,
})

describe('an article compared with a plan', () => {
  it.each<readonly [string, WordPlan, boolean]>([
    ['has a word in any inflection', words(undefined, any('delivery')), true],
    ['has a word as written', words(undefined, exact('deliveries')), true],
    ['lacks a word that is written otherwise', words(undefined, exact('delivery')), false],
    ['has a phrase', words(undefined, any('patrol boat')), true],
    ['lacks a phrase that is written otherwise', words(undefined, exact('patrol boat')), false],
    ['has no phrase across its fields', words(undefined, any('delivered deliveries')), false],
    ['has a word that goes on', words(undefined, open('patr')), true],
    ['has a phrase that goes on', words(undefined, open('patrol bo')), true],
    ['has no phrase that goes on at its beginning', words(undefined, open('patr boat')), false],
    ['has no word beyond its end', words(undefined, open('march m')), false],
    ['has words that go on near each other', near(1, [open('pat')], [open('deliv')]), true],
    ['has them only so near', near(0, [open('pat')], [open('deliv')]), false],
    ['has a word in one field alone', words('text', any('patrol')), false],
    [
      'has another name of a value that it carries',
      words(undefined, carried('kaseb', 'amir-qaseb')),
      true,
    ],
    [
      'lacks the name as that of another value',
      words(undefined, carried('kaseb', 'ali-kaseb')),
      false,
    ],
    ['has one of several alternatives', words(undefined, any('ship'), any('boat')), true],
    ['has words near each other', near(1, [any('kaseb')], [any('boat')]), false],
    ['has words near each other', near(3, [any('kaseb')], [any('boat')]), true],
    ['has one alternative near another', near(3, [any('ship'), any('last')], [any('kaseb')]), true],
    [
      'has no words near each other across its fields',
      near(9, [any('patrol')], [any('kaseb')]),
      false,
    ],
    ['has a word that begins so', prefix('colo'), true],
    ['lacks a word that begins so', prefix('colq'), false],
    ['has one of the terms of a prefix', prefix('', 'boat'), true],
    ['has nothing for the empty prefix', prefix(''), false],
  ])('%s', (_, plan, stands) => {
    expect(standsIn(comparedArticle(article), plan)).toBe(stands)
  })
})
