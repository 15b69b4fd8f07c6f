import { describe, expect, it } from '@jest/globals'
import { loadLists } from '../../../indexer/extract/lists.ts'
import type { FullName } from '../../../indexer/extract/name-run.ts'
import { gatherPersons } from '../../../indexer/extract/persons.ts'
import { readField } from '../../../indexer/extract/reading.ts'

const lists = loadLists()

/** `count` different names of few first names and many surnames, and how often they are looked at when they are joined. */
function stepsFor(count: number): { steps: number; persons: number } {
  const letters = (n: number) =>
    Array.from(String(n), (digit) => 'bdfgklmnrs'.charAt(Number(digit))).join('a')
  const text = Array.from(
    { length: count },
    (_, n) => `John V${letters((n * 1_234_577) % 9_999_991)}a`,
  ).join('. ')
  const reading = readField('text', text, lists)
  let steps = 0
  const names = Array.from({ length: count }, (_, n): FullName => {
    const [from, to] = [2 * n, 2 * n + 2]
    return {
      run: { reading, from, to, parts: 2, title: undefined },
      from,
      to,
      get listed() {
        steps++
        return undefined
      },
      rule: '',
    }
  })
  return { persons: gatherPersons(names, lists).length, steps }
}

describe('joining the names of an article', () => {
  it('takes work that grows with their number, even where all share a first name', () => {
    const [few, many] = [stepsFor(1_000), stepsFor(4_000)]
    expect(few.persons).toBeGreaterThan(300)
    expect(many.steps).toBeLessThan(8 * few.steps)
  })
})
