import { describe, expect, it } from '@jest/globals'
import {
  firstOf,
  furtherOf,
  labelCount,
  mayFollow,
  outside,
} from '../../../indexer/tagger/labels.ts'
import { marginalsOf, transitionFactors } from '../../../indexer/tagger/lattice.ts'

const noPreference = transitionFactors(new Float64Array(labelCount * labelCount))

function scoresOf(rows: readonly Readonly<Record<number, number>>[]): Float64Array {
  const scores = new Float64Array(rows.length * labelCount)
  rows.forEach((row, at) => {
    for (const [label, score] of Object.entries(row))
      scores[at * labelCount + Number(label)] = score
  })
  return scores
}

describe('marginalsOf', () => {
  const scores = scoresOf([
    { [firstOf('PER')]: 2, [outside]: 1 },
    { [furtherOf('PER')]: 1.5, [firstOf('LOC')]: 0.5 },
  ])

  it('gives shares that add up to 1 at every word', () => {
    const { words } = marginalsOf(scores, noPreference)
    for (let row = 0; row < words.length; row += labelCount)
      expect(words.subarray(row, row + labelCount).reduce((sum, share) => sum + share)).toBeCloseTo(
        1,
      )
  })

  it('agrees with counting all labellings one by one', () => {
    let total = 0
    let wanted = 0
    for (let first = 0; first < labelCount; first++)
      for (let second = 0; second < labelCount; second++) {
        if (!mayFollow(outside, first) || !mayFollow(first, second)) continue
        const weight = Math.exp((scores[first] ?? 0) + (scores[labelCount + second] ?? 0))
        total += weight
        if (second === furtherOf('PER')) wanted += weight
      }
    const { words, logTotal } = marginalsOf(scores, noPreference)
    expect(words[labelCount + furtherOf('PER')]).toBeCloseTo(wanted / total)
    expect(logTotal).toBeCloseTo(Math.log(total))
  })

  it('never begins a name with a further word', () => {
    const alone = marginalsOf(scoresOf([{ [furtherOf('ORG')]: 50 }]), noPreference)
    expect(alone.words[furtherOf('ORG')]).toBe(0)
  })
})
