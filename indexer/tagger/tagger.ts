import type { Lists } from '../extract/lists.ts'
import type { Reading } from '../extract/reading.ts'
import { gatherClues, type Clues } from './clues.ts'
import { featuresOf, type Page } from './features.ts'
import { firstOf, furtherOf, kinds, labelCount, outside, type Kind } from './labels.ts'
import { marginalsOf, type Scores } from './lattice.ts'
import { findStretches, type Stretch } from './stretches.ts'
import { transitionsOf } from './transitions.ts'
import type { Weights } from './weights.ts'

/** How likely a stretch of words is each kind of name, or none: shares of 1. */
export type Likelihoods = Readonly<Record<Kind | 'none', number>>

/** Reads the names of one article as it learned to. Works on demand: only the stretches asked for are tagged. */
export interface Tagger {
  /**
   * How likely every word from `from` to `to` (exclusive) is part of a name of each kind: for each kind the least of
   * its shares among these words. Words written small are no part of a name.
   */
  likelihoods(reading: Reading, from: number, to: number): Likelihoods
}

/** A tagger for the readings of one article. The same article, lists and weights give the same likelihoods. */
export function createTagger(readings: readonly Reading[], lists: Lists): Tagger {
  let clues: Clues | undefined
  const pages = new Map<Reading, TaggedPage>()
  return {
    likelihoods(reading, from, to) {
      clues ??= gatherClues(readings)
      let page = pages.get(reading)
      if (!page) pages.set(reading, (page = tagPage(reading, clues, lists)))
      return leastOf(page, from, to)
    },
  }
}

/** Shares of the labels by word; computed when first asked for. */
interface TaggedPage {
  shareAt(at: number, label: number): number
}

function tagPage(reading: Reading, clues: Clues, lists: Lists): TaggedPage {
  const page: Page = { reading, clues, known: lists }
  const factors = transitionsOf(lists.weights)
  const stretchAt = new Array<Stretch | undefined>(reading.words.length).fill(undefined)
  for (const stretch of findStretches(reading)) stretchAt.fill(stretch, stretch.from, stretch.to)
  const tagged = new Map<Stretch, Float64Array>()
  return {
    shareAt(at, label) {
      const stretch = stretchAt[at]
      if (!stretch) return Number(label === outside)
      let rows = tagged.get(stretch)
      if (!rows) {
        rows = marginalsOf(scoresOf(page, stretch, lists.weights), factors).words
        tagged.set(stretch, rows)
      }
      return rows[(at - stretch.from) * labelCount + label] ?? 0
    },
  }
}

function scoresOf(page: Page, stretch: Stretch, weights: Weights): Scores {
  const scores = new Float64Array((stretch.to - stretch.from) * labelCount)
  featuresOf(page, stretch).forEach(({ seen, listed }, at) => {
    for (const feature of seen) weights.addTo(scores, at * labelCount, feature)
    for (const feature of listed) weights.addTo(scores, at * labelCount, feature)
  })
  return scores
}

function leastOf(page: TaggedPage, from: number, to: number): Likelihoods {
  const least = { PER: 1, LOC: 1, ORG: 1, MISC: 1, none: 1 }
  for (let at = from; at < to; at++) {
    least.none = Math.min(least.none, page.shareAt(at, outside))
    for (const kind of kinds)
      least[kind] = Math.min(
        least[kind],
        page.shareAt(at, firstOf(kind)) + page.shareAt(at, furtherOf(kind)),
      )
  }
  return least
}
