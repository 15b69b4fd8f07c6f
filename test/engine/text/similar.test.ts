import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { LetterForms } from '../../../engine/text/letter-forms.ts'
import { similarWords } from '../../../engine/text/similar.ts'

const vocabulary = (...words: string[]) => new LetterForms(words.join('\n'))

describe('similarWords', () => {
  it.each([
    ['dehghan', 'dehqan', 'two letters'],
    ['missle', 'missile', 'a letter missing'],
    ['misssile', 'missile', 'a letter too many'],
    ['missole', 'missile', 'another letter'],
    ['misisle', 'missile', 'neighbours swapped'],
    ['rocekts', 'rockets', 'neighbours swapped near the end'],
    ['kiyv', 'kyiv', 'neighbours swapped in a short word'],
    ['iran', 'iraq', 'one letter of a short word'],
  ])('%s is similar to %s: %s', (typed, word) => {
    expect(similarWords(typed, vocabulary('other', word, 'words'), 10)).toEqual([word])
  })

  it.each([
    ['iran', 'oman', 'two letters of a short word'],
    ['missile', 'mansion', 'three letters'],
    ['un', 'in', 'two letters long'],
    ['s-300', 's-400', 'designators'],
    ['1990s', '1980s', 'numbers'],
    ['planes', 'plane5', 'a digit in the vocabulary'],
    ['ca', 'abc', 'too short'],
  ])('%s is not similar to %s: %s', (typed, word) => {
    expect(similarWords(typed, vocabulary('other', word), 10)).toEqual([])
  })

  it('lists the nearest first, then by the alphabet, and stops where it is told', () => {
    const forms = vocabulary('tankers', 'tanker', 'bankers', 'taker', 'anker', 'ranker')
    expect(similarWords('tanker', forms, 10)).toEqual([
      'tanker',
      'anker',
      'ranker',
      'taker',
      'tankers',
      'bankers',
    ])
    expect(similarWords('tanker', forms, 2)).toEqual(['tanker', 'anker'])
  })

  it('finds words that were added later, and each once', () => {
    const forms = vocabulary('convoys', 'envoy')
    forms.add('convoys\nconvoy')
    expect(similarWords('convoy', forms, 10)).toEqual(['convoy', 'convoys', 'envoy'])
  })

  it('finds nothing in no words', () => {
    expect(similarWords('convoy', vocabulary(), 10)).toEqual([])
  })

  it('finds a word among very many of its length', () => {
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
    const many = letters.flatMap((a) => letters.map((b) => `${a}qu${b}xx`))
    expect(similarWords('rocket', vocabulary(...many, 'rockte', ...many), 10)).toEqual(['rockte'])
  })

  it('agrees with the distance as it is defined', () => {
    const word = fc.string({
      // The Cyrillic с lies a multiple of 32 behind the a: their bits are one.
      unit: fc.constantFrom('a', 'b', 'c', 'd', 'с'),
      minLength: 1,
      maxLength: 34,
    })
    const near = fc
      .tuple(word, fc.array(fc.nat(3), { maxLength: 3 }))
      .chain(([base, edits]) =>
        fc.tuple(
          fc.constant(base),
          fc.array(fc.nat(base.length), { minLength: edits.length, maxLength: edits.length }),
          fc.constant(edits),
        ),
      )
    fc.assert(
      fc.property(near, word, ([typed, places, edits], far) => {
        const edited = edits.reduce((text, edit, i) => changed(text, places[i] ?? 0, edit), typed)
        const most = typed.length < 6 ? 1 : 2
        const expected = [...new Set([edited, far])].filter(
          (other) =>
            other !== '' &&
            typed.length >= 3 &&
            typed.length <= 32 &&
            alignment(typed, other) <= most,
        )
        expect(new Set(similarWords(typed, vocabulary(edited, far), 10))).toEqual(new Set(expected))
      }),
      { numRuns: 2_000 },
    )
  })
})

function changed(text: string, place: number, edit: number): string {
  const [before, after] = [text.slice(0, place), text.slice(place)]
  if (edit === 0) return before + after.slice(1)
  if (edit === 1) return `${before}d${after}`
  if (edit === 2) return before + after.charAt(1) + after.charAt(0) + after.slice(2)
  return `${before}a${after.slice(1)}`
}

/** Optimal string alignment by its recurrence. */
function alignment(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const known = new Map<string, number>()
  const between = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const key = `${i} ${j}`
    const found = known.get(key) ?? cheapest(i, j)
    known.set(key, found)
    return found
  }
  const cheapest = (i: number, j: number): number => {
    const replaced = between(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    const swapped = isSwap ? between(i - 2, j - 2) + 1 : Infinity
    return Math.min(between(i - 1, j) + 1, between(i, j - 1) + 1, replaced, swapped)
  }
  return between(a.length, b.length)
}
