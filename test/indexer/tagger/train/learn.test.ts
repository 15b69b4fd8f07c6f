import { describe, expect, it } from '@jest/globals'
import { gazetteerFolder } from '../../../../engine/gazetteers/weapon-list.ts'
import { loadLists } from '../../../../indexer/extract/lists.ts'
import { examplesOf, type LabelledText } from '../../../../indexer/tagger/train/corpus.ts'
import { learn, usualLessons } from '../../../../indexer/tagger/train/learn.ts'
import { addScore, emptyScore } from '../../../../indexer/tagger/train/score.ts'
import { noWeights, packWeights, tableWeights } from '../../../../indexer/tagger/weights.ts'

const lists = loadLists(gazetteerFolder, noWeights)
const lessons = { ...usualLessons, seed: 3, leastCount: 1 }

/** A sentence with one person and one place, whose kinds only the words around them tell. */
function sentence(person: string, place: string): LabelledText {
  const text = `We asked ${person} about it, a farmer near ${place} for years.`
  const found = (kind: 'PER' | 'LOC', name: string) => {
    const start = text.indexOf(name)
    return { kind, start, end: start + name.length }
  }
  return { text, names: [found('PER', person), found('LOC', place)] }
}

const known = [
  sentence('Zorvek Kelbrecht', 'Drumlosk'),
  sentence('Amrun Taleko', 'Vishgorod'),
  sentence('Tirion Massad', 'Kelm'),
  sentence('Oska Brennig', 'Port Tarnau'),
].flatMap((text) => examplesOf(text, lists))

describe('learn', () => {
  it('finds names that it has not seen, by the words around them', () => {
    const weights = tableWeights(learn(known, lessons), 'test')
    const score = emptyScore()
    addScore(score, examplesOf(sentence('Ulmar Dreskin', 'Quarn'), lists), weights)
    expect(score.PER).toEqual({ right: 1, found: 1, wanted: 1 })
    expect(score.LOC).toEqual({ right: 1, found: 1, wanted: 1 })
  })

  it('learns the same from the same examples and seed', () => {
    expect(packWeights(learn(known, lessons)).equals(packWeights(learn(known, lessons)))).toBe(true)
  })

  it('learns otherwise with another seed', () => {
    const other = packWeights(learn(known, { ...lessons, seed: 4 }))
    expect(packWeights(learn(known, lessons)).equals(other)).toBe(false)
  })

  it('keeps no more features than it is told', () => {
    expect(learn(known, { ...lessons, kept: 25 }).features).toHaveLength(25)
  })
})
