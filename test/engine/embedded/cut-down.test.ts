import type { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { cutDown, mostWork } from '../../../engine/embedded/cut-down.ts'
import { emptyIndex } from '../../../engine/embedded/index-file.ts'
import { normalPlan } from '../../../engine/embedded/normal.ts'
import { rankingOf, WorkEstimate } from '../../../engine/embedded/work.ts'
import type { Alternative, Plan } from '../../../engine/query/plan.ts'

let db: DatabaseSync
let work: WorkEstimate

/** Common stands twenty times in each of 5,000 articles, which takes some 30 pages; zebra in one. */
beforeAll(() => {
  db = emptyIndex()
  const insert = db.prepare("insert into tokens(rowid, title, text, facets) values(?, '', ?, '')")
  db.exec('begin')
  for (let sequence = 1; sequence <= 5_000; sequence++) {
    const line = ['common', 'usual', 'frequent'].join('\n')
    insert.run(sequence, `${`${line}\n`.repeat(20)}${sequence === 7 ? 'zebra' : ''}`)
  }
  db.exec("commit; insert into tokens(tokens) values('optimize')")
  work = new WorkEstimate(db)
})
afterAll(() => {
  db.close()
})

const word = (...terms: string[]): Alternative => ({ terms, name: '' })
const asked = { typed: '', field: undefined }
const words = (...alternatives: Alternative[]): Plan => ({ kind: 'words', ...asked, alternatives })
const near = (...operands: Alternative[][]): Plan => ({
  kind: 'near',
  ...asked,
  distance: 50,
  operands,
})
const beginning = (prefix: string): Plan => ({ kind: 'prefix', ...asked, prefix, terms: [] })
const workOf = (plan: Plan) => work.of(normalPlan(plan))
const any = (...operands: Plan[]): Plan => ({ kind: 'or', operands })

const common = word('common')
const usual = word('usual')
const rare = word('zebra')

describe('the estimate of work', () => {
  it('is what there is to read of a word', () => {
    expect(workOf(words(common)).pages).toBeGreaterThan(20)
    expect(workOf(words(rare)).pages).toBeLessThan(3)
    expect(workOf(words(word('zulu'))).pages).toBeLessThan(3)
  })

  it('counts each combination of NEAR', () => {
    const one = workOf(near([common], [usual]))
    const four = workOf(near([common, usual], [usual, common]))
    expect(four.pages).toBeGreaterThan(3 * one.pages)
    expect([one.phrases, four.phrases]).toEqual([2, 8])
  })

  it('knows that what is needed beside a rare word is hardly read', () => {
    expect(workOf(near([common], [rare])).pages).toBeLessThan(5)
    expect(workOf(words(word('common', 'zebra'))).pages).toBeLessThan(5)
  })

  it('counts all words with one beginning, also beside a rare word', () => {
    expect(workOf(beginning('com')).pages).toBeGreaterThanOrEqual(workOf(words(common)).pages)
    const open: Alternative = { ...word('zebra', 'com'), open: true }
    expect(workOf(words(open)).pages).toBeGreaterThanOrEqual(workOf(words(common)).pages)
  })

  it('is nothing for what has no words', () => {
    expect(workOf({ kind: 'all' })).toEqual({ pages: 0, finding: 0, phrases: 0 })
    expect(workOf({ kind: 'language', tag: 'en' }).pages).toBe(0)
  })

  it('says that ranking by many phrases takes longer than each alone', () => {
    const part = { pages: 100, finding: 10, phrases: 5 }
    const tenParts = { pages: 1_000, finding: 100, phrases: 50 }
    expect(rankingOf(tenParts)).toBeGreaterThan(20 * rankingOf(part))
  })
})

describe('a plan that is cut down', () => {
  const cut = (plan: Plan, most?: number) => cutDown(normalPlan(plan), work, most)
  const groups = near([common, usual, word('frequent')], [usual, word('frequent'), common])

  it('stays as it is where there is little to read', () => {
    const { toFind, toRank } = cut(any(near([common], [usual]), beginning('com')))
    expect([toFind.size, toRank?.size]).toEqual([0, 0])
  })

  it('is first ranked by its words anywhere, but still found by their places', () => {
    const { finding } = workOf(groups)
    const { toFind, toRank } = cut(groups, finding)
    expect([toFind.size, toRank?.size]).toEqual([0, 1])
  })

  it('is then found by its words anywhere too, the costliest part first', () => {
    const cheap = near([common], [usual])
    const plan = any(cheap, groups)
    const { toFind } = cut(plan, workOf(plan).finding - 1)
    expect([...toFind.keys()]).toEqual([groups])
  })

  it('is not ranked where that is not enough, and no longer asks for beginnings', () => {
    const { toFind, toRank } = cut(any(groups, beginning('com')), 1)
    expect(toRank).toBeUndefined()
    expect(toFind.size).toBe(2)
  })

  it('always asks for its words', () => {
    expect(cut(words(common, usual), -1).toFind.size).toBe(0)
  })

  it('reads no more than the limit, whatever combinations are asked for', () => {
    const plan = any(...Array.from({ length: 40 }, () => ({ ...groups })))
    expect(workOf(plan).finding).toBeGreaterThan(mostWork)
    const { toFind } = cut(plan)
    const left = normalPlan(plan)
    const finding = (left.kind === 'leaf' ? [left] : left.operands).map((each) =>
      each.kind === 'leaf' ? work.of(toFind.get(each.leaf) ?? each).finding : 0,
    )
    expect(finding.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(mostWork)
  })
})
