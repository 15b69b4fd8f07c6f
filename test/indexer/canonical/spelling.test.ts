import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { nameWords } from '../../../indexer/canonical/name-word.ts'
import { areSpellings, spellingDistance } from '../../../indexer/canonical/spelling.ts'

const word = nameWords()
const are = (one: string, other: string) => areSpellings(word(one), word(other))

describe('the spellings of a name', () => {
  it.each([
    ['dehghan', 'dehqan'],
    ['qalibaf', 'ghalibaf'],
    ['gaddafi', 'qaddafi'],
    ['gaddafi', 'kadafi'],
    ['khatami', 'khatemi'],
    ['hossein', 'hussein'],
    ['mohammed', 'muhammad'],
    ['yusuf', 'youssef'],
    ['abdullah', 'abdulla'],
    ['zareef', 'zarif'],
    ['shoigu', 'shoygu'],
    ['sergei', 'sergey'],
    ['zelenskiy', 'zelenskyy'],
    ['romanov', 'romanoff'],
    ['korotchenko', 'korochenko'],
    ['tikhonenko', 'tikhonenka'],
    ['andropov', 'andropow'],
    ['dzhabarov', 'jabarov'],
    ['lukaschenko', 'lukashenko'],
    ['yegorov', 'egorov'],
    ['surovikine', 'surovikin'],
    ['schulz', 'schultz'],
    ['alexander', 'aleksandr'],
    ['riedel', 'reidel'],
    ['steven', 'stephen'],
  ])('are %s and %s', (one, other) => {
    expect(are(one, other)).toBe(true)
    expect(are(other, one)).toBe(true)
  })

  it.each([
    ['khamenei', 'khomeini'],
    ['assad', 'assadi'],
    ['daniel', 'daniela'],
    ['milley', 'miller'],
    ['johnson', 'jonson'],
    ['bush', 'busch'],
    ['rogozin', 'rogov'],
    ['modi', 'mori'],
    ['lee', 'lai'],
    ['salami', 'soleimani'],
    ['ivanov', 'ivashov'],
    ['karim', 'karam'],
    ['gates', 'gantz'],
  ])('are not %s and %s', (one, other) => {
    expect(are(one, other)).toBe(false)
    expect(are(other, one)).toBe(false)
  })

  it('are the nearer, the more usual a difference is', () => {
    const [plain, usual, other] = ['dehgan', 'dekhgan', 'dehran'].map((letters) =>
      spellingDistance(word('dehghan'), word(letters)),
    )
    expect(plain).toBeGreaterThan(0)
    expect(usual).toBeGreaterThan(plain ?? Infinity)
    expect(other).toBeGreaterThan(usual ?? Infinity)
  })
})

const pairs = new URL('../../../../shared/data/name-variants.json', import.meta.url)
const describeMeasured = existsSync(pairs) ? describe : describe.skip

describeMeasured('the measured pairs of ../shared/data/name-variants.json', () => {
  it('are told apart with a precision and a recall of nine in ten at least', () => {
    const { variants, nonvariants } = readPairs()
    const found = variants.filter(([one, other]) => are(one, other)).length
    const wrong = nonvariants.filter(([one, other]) => are(one, other)).length
    expect(found / variants.length).toBeGreaterThanOrEqual(0.9)
    expect(found / (found + wrong)).toBeGreaterThanOrEqual(0.9)
  })
})

type Pair = readonly [string, string]

function readPairs(): Readonly<Record<'variants' | 'nonvariants', readonly Pair[]>> {
  const content: unknown = JSON.parse(readFileSync(pairs, 'utf8'))
  const read = (list: unknown): Pair[] =>
    Array.isArray(list)
      ? list.map((pair: unknown) => {
          const words = JSON.stringify(pair).match(/[^"[\],]+/g) ?? []
          return [letters(words[0]), letters(words[1])]
        })
      : []
  if (typeof content !== 'object' || content === null) throw new Error('No pairs are in the file.')
  const lists: Readonly<Record<string, unknown>> = { ...content }
  return { variants: read(lists['variants']), nonvariants: read(lists['nonvariants']) }
}

const letters = (name: unknown) => String(name).toLowerCase().replace(/[- ]/g, '')
