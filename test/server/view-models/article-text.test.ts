import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
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
    const segments = cutIntoSegments('new S-300 missiles', [mention('weapons', 4, 9)], [[0, 9]])
    expect(shown(segments)).toBe('*[new ]weapons*[S-300][ missiles]')
  })

  it('anchors each mention once, in the paragraph where it begins', () => {
    const text = 'one\ntwo'
    const mentions = [mention('people', 1, 6), mention('places', 4, 7)]
    const anchors = paragraphsOf(text).map((range) =>
      cutIntoSegments(text, mentions, [], range).flatMap((segment) => segment.anchors),
    )
    expect(anchors).toEqual([['people-1'], ['places-4']])
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
