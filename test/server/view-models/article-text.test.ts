import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  cutIntoParagraphs,
  cutIntoSegments,
  paragraphsOf,
  type Mention,
} from '../../../server/view-models/article-text.ts'

const mention = (facet: Mention['facet'], start: number, end: number): Mention => {
  return { facet, name: facet, field: 'text', start, end, anchor: `${facet}-${start}` }
}
const shown = (segments: ReturnType<typeof cutIntoSegments>) =>
  segments.map(({ text, kind, marked }) => `${kind}${marked ? '*' : ''}[${text}]`).join('')

describe('cutting a text into segments', () => {
  it('cuts where a mention begins and ends', () => {
    expect(shown(cutIntoSegments('in Iran now', [mention('places', 3, 7)], []))).toBe(
      '[in ]places[Iran][ now]',
    )
  })

  it('gives overlapping mentions to the shorter one', () => {
    const mentions = [mention('weapons', 0, 10), mention('places', 0, 5)]
    expect(shown(cutIntoSegments('S-300PMU-2', mentions, []))).toBe('places[S-300]weapons[PMU-2]')
  })

  it('marks a match that runs over the edge of a mention', () => {
    const segments = cutIntoSegments(
      'new S-300 missiles',
      [mention('weapons', 4, 9)],
      [{ start: 0, end: 9, nth: 1 }],
    )
    expect(shown(segments)).toBe('*[new ]weapons*[S-300][ missiles]')
  })

  it('anchors each mention once, in the paragraph where it begins', () => {
    const text = 'one\ntwo'
    const mentions = [mention('people', 1, 6), mention('places', 4, 7)]
    const anchors = cutIntoParagraphs(text, mentions, []).map((segments) =>
      segments.flatMap((segment) => segment.anchors),
    )
    expect(anchors).toEqual([['people-1'], ['places-4']])
  })

  it('marks matches across the paragraphs of a long text', () => {
    const text = 'a b\n'.repeat(50_000)
    const matches = Array.from({ length: 50_000 }, (_, n) => ({
      start: n * 4 + 2,
      end: n * 4 + 3,
      nth: n + 1,
    }))
    const paragraphs = cutIntoParagraphs(text, [], matches)
    expect(paragraphs).toHaveLength(50_000)
    expect(shown(paragraphs[49_999] ?? [])).toBe('[a ]*[b]')
  })

  it('marks the matches of one long line', () => {
    const matches = Array.from({ length: 50_000 }, (_, n) => ({
      start: n * 2,
      end: n * 2 + 1,
      nth: n + 1,
    }))
    const segments = cutIntoSegments('b '.repeat(50_000), [], matches)
    expect(segments.filter(({ marked }) => marked)).toHaveLength(50_000)
  })

  it('keeps every character, whatever the ranges', () => {
    const range = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)])
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(range), (text, ranges) => {
        const mentions = ranges
          .filter(([, end = 0]) => end <= text.length)
          .map(([start = 0, end = 0]) => mention('people', start, end))
        const segments = cutIntoSegments(text, mentions, [])
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
      }),
    )
  })
})

describe('paragraphs', () => {
  it('are the lines that hold something', () => {
    const text = 'one\n\n  \ntwo\nthree\n'
    expect(paragraphsOf(text).map(([start, end]) => text.slice(start, end))).toEqual([
      'one',
      'two',
      'three',
    ])
  })
})
