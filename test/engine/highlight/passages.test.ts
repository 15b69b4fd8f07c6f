import { setImmediate as timersRun } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { finderOf } from '../../../engine/highlight/find-matches.ts'
import { bestPassages } from '../../../engine/highlight/passages.ts'
import type { Plan } from '../../../engine/query/plan.ts'
import { articleOf, near, planOf } from './marked.ts'

const matchesOf = (plan: Plan, text: string) => finderOf(plan).find(articleOf(text)).text

const passages = (query: string, text: string) => bestPassages(text, matchesOf(planOf(query), text))

describe('bestPassages', () => {
  const filler =
    'Nothing of interest was said about the weather in the capital on that long and quiet day. '.repeat(
      8,
    )

  it('shows the beginning when nothing matches', () => {
    const [only] = passages('iran', filler)
    expect(only?.matches).toEqual([])
    expect(filler.startsWith(only?.text ?? '-')).toBe(true)
  })

  it('shows whole sentences around the matches', () => {
    const text = `${filler}Iran received the first parts. ${filler}`
    const [only] = passages('received parts', text)
    expect(only?.text.startsWith('Iran received the first parts.')).toBe(true)
  })

  it('ends no sentence at an abbreviation or an initial', () => {
    const text = `${filler}The deal was signed, said Sen. John B. Example of Iowa. ${filler}`
    const [only] = passages('signed', text)
    expect(only?.text).toMatch(/^The deal was signed, said Sen. John B. Example of Iowa./)
  })

  it('prefers a passage with more of the words, and keeps reading order', () => {
    const text = `Iran. ${filler}Iran. ${filler}Iran. ${filler}Iran took delivery of the system. ${filler}`
    const found = passages('iran delivery', text)
    expect(found).toHaveLength(3)
    expect(found.at(-1)?.text).toContain('Iran took delivery')
  })

  it('shows words that NEAR joins together', () => {
    const between = 'and '.repeat(45)
    const text = `Iran. ${filler}Said Iran ${between}signed the deal. ${filler}`
    const [only] = bestPassages(text, matchesOf(near(50, ['iran'], ['deal']), text))
    expect(only?.matches.map(([start, end]) => only.text.slice(start, end))).toEqual([
      'Iran',
      'deal',
    ])
  })

  it('leaves out a passage that only repeats the title', () => {
    const text = `Talks on Iran\n\n${filler}The talks in Vienna concern Iran. ${filler}`
    const matches = matchesOf(planOf('talks iran'), text)
    expect(bestPassages(text, matches, 'Talks on Iran')).toHaveLength(1)
    expect(bestPassages('Talks on Iran', matches.slice(0, 2), 'Talks on Iran')).toHaveLength(1)
  })

  it('comes to an end where every word matches, in a text of megabytes', async () => {
    expect(passages('a', 'A '.repeat(2_000_000)).length).toBeGreaterThan(0)
    await timersRun()
  })

  it('shows a passage that the text repeats only once', () => {
    const text = `Iran signed.\n\n${filler}\n\nIran signed.\n\n${filler}`
    expect(passages('iran', text).map((passage) => passage.text)).toEqual(['Iran signed.'])
  })

  it('passes over bylines and captions when nothing matches', () => {
    const text = `By Ann Example\n\n2016-04-11 | 12:42\n\n${filler}`
    expect(passages('iran', text)[0]?.text.startsWith('Nothing of interest')).toBe(true)
  })

  it('cuts a sentence without end between words, with the match inside', () => {
    const text = `${'word '.repeat(500)}target ${'word '.repeat(500)}`
    const [only] = passages('target', text)
    expect(only?.text.length).toBeLessThan(700)
    expect(only?.matches.map(([start, end]) => only.text.slice(start, end))).toEqual(['target'])
  })

  it('gives for any text at most three passages, whose ranges hold what matches', () => {
    const words = fc.constantFrom(
      'iran',
      'Iran.',
      'S-300',
      'delivery!',
      '\n',
      '\n\n',
      'x'.repeat(400),
      '“And',
      'a',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 200 }), (pieces) => {
        const found = passages('iran "s-300 delivery"', pieces.join(' '))
        expect(found.length).toBeLessThanOrEqual(3)
        for (const passage of found) {
          for (const [start, end] of passage.matches) {
            expect(passage.text.slice(start, end)).toMatch(/^(iran|S-300\s+delivery)$/i)
          }
        }
      }),
    )
  })
})
