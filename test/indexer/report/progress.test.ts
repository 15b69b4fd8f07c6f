import { describe, expect, it } from '@jest/globals'
import { readSoFar } from '../../../indexer/report/progress.ts'

const state = (bytes: number) => ({ bytes, added: 0, replaced: 0, unchanged: 0, setAside: 0 })

describe('how much of the input is read', () => {
  it.each([
    ['nothing yet', 0, 1000, 10, '0 % read'],
    ['half', 500, 1000, 90, '50 % read, 1 min 30 s left'],
    ['a hundredth', 10, 1000, 100, '1 % read, 2 h 45 min left'],
    ['almost all', 999, 1000, 10, '99 % read, 1 s left'],
    ['all', 1000, 1000, 10, '100 % read, 0 s left'],
    ['an empty input', 0, 0, 1, '100 % read, 0 s left'],
    ['standard input', 12_340_000, 0, 5, '12.3 MB read'],
    ['a file that grew', 2_000_000, 1_000_000, 5, '2.0 MB read'],
  ])('of %s', (_, bytes, total, seconds, text) => {
    expect(readSoFar(state(bytes), total, seconds)).toBe(text)
  })
})
