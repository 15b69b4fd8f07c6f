import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { explain } from '../../../engine/query/explain.ts'
import { lex } from '../../../engine/query/lex.ts'
import { longestQuery, mostOperands, parse } from '../../../engine/query/parse.ts'
import { print } from '../../../engine/query/print.ts'
import type { Query } from '../../../engine/query/query.ts'
import { literalsOf } from '../../../engine/query/walk.ts'
import type { Warning } from '../../../engine/search-engine.ts'
import { queryPieces } from './arbitrary-queries.ts'

/** As many by default as take about a second: FUZZ_RUNS=100000 tries more. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 20_000)

/** Equal seeds give equal numbers: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/** Three in four pieces are signs of the language, the others any UTF-16 unit, halves of surrogate pairs too. */
function randomText(next: () => number): string {
  const pieces = Array.from({ length: next() % 24 }, () =>
    next() % 4 > 0
      ? (queryPieces[next() % queryPieces.length] ?? '')
      : String.fromCharCode(next() % (next() % 2 > 0 ? 0x80 : 0x10000)),
  )
  return pieces.join('')
}

function depthOf(query: Query): number {
  if (query.kind === 'not') return 1 + depthOf(query.operand)
  if (query.kind !== 'and' && query.kind !== 'or') return 1
  return 1 + Math.max(...query.operands.map(depthOf))
}

function isWithin(text: string, { start = -1, end = -1 }: Warning): boolean {
  return start >= 0 && start <= end && end <= text.length
}

describe('whatever is typed', () => {
  it(`is a query: ${runs} random texts are parsed, printed back, explained and walked`, () => {
    const next = seeded(20_160_411)
    let [warned, misplaced, deepest] = [0, 0, 0]
    for (let run = 0; run < runs; run++) {
      const text = randomText(next)
      const { query, warnings } = parse(text)
      explain(query)
      literalsOf(query)
      const again = parse(print(query)).query
      if (JSON.stringify(again) !== JSON.stringify(query)) throw new Error(`Misprinted: ${text}`)
      deepest = Math.max(deepest, depthOf(query))
      warned += Math.sign(warnings.length)
      misplaced += warnings.filter((warning) => !isWithin(text, warning)).length
    }
    expect(misplaced).toBe(0)
    // The texts are hostile enough to test something, and not all of them are broken.
    expect(warned / runs).toBeGreaterThan(0.5)
    expect(warned / runs).toBeLessThan(0.99)
    expect(deepest).toBeGreaterThan(4)
  })

  it.each(['(', ')', '-(', 'NOT ', 'title:(', '"a"~', 'a OR (', 'a NEAR (', '((a OR b) NEAR c) '])(
    'stays within its limits when it is many times %s',
    (piece) => {
      const { query } = parse(piece.repeat(5_000))
      expect(depthOf(query)).toBeLessThanOrEqual(61)
      expect(literalsOf(query).length).toBeLessThanOrEqual(mostOperands)
      expect(print(query).length).toBeLessThanOrEqual(4 * longestQuery)
      expect(parse(print(query)).query).toEqual(query)
    },
  )
})

describe('reading a query takes a number of steps that grows with its length', () => {
  afterEach(() => {
    jest.restoreAllMocks()
  })

  /** How often a character is looked at. */
  function steps(read: () => void): number {
    const [charAt, charCodeAt] = [
      jest.spyOn(String.prototype, 'charAt'),
      jest.spyOn(String.prototype, 'charCodeAt'),
    ]
    charAt.mockClear()
    charCodeAt.mockClear()
    read()
    return charAt.mock.calls.length + charCodeAt.mock.calls.length
  }

  it.each([
    'x',
    'iran ',
    '(',
    ')',
    '"',
    '“a',
    '-',
    '- ',
    '*',
    'a*',
    '~',
    'a~2 ',
    '=',
    '="',
    ':',
    'a:',
    'title:',
    'title:(',
    'AND ',
    'NEAR/',
    'a NEAR/3 ',
    'https://',
    'https://((((',
    'S 300 ',
    'S 300',
    '\t',
    '"a b"~',
  ])('many times “%s”', (piece) => {
    const text = (length: number) => piece.repeat(length / piece.length)
    // Chunks that were analysed once are remembered, which would favour the second run.
    lex(text(4_000))
    const [half, whole] = [steps(() => lex(text(2_000))), steps(() => lex(text(4_000)))]
    expect(half).toBeGreaterThanOrEqual(1_000)
    expect(whole).toBeLessThanOrEqual(2.1 * half)
    expect(whole).toBeLessThanOrEqual(16 * 4_000)
  })
})
