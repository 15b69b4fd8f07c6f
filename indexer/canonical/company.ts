import type { ValueKey } from '../../engine/archive/extracted.ts'
import type { ExtractedValues } from '../../engine/archive/extracted-values.ts'

/** How alike the company of values is: the other people, places, outlets and weapons of their articles. */
export interface Company {
  /**
   * The logarithm of how much more often the articles of one person are this much alike than those of two people: above 0 it
   * speaks for one person, below for two. At most `mostLikely`.
   */
  likelihood(one: number, other: number): number
  /** Whether an article has both. */
  together(one: number, other: number): boolean
}

export const mostLikely = 5

/** What stands beside a value, and how much each of it says. */
interface Companions {
  readonly values: readonly number[]
  readonly weights: readonly number[]
  readonly length: number
  /** The articles of the value, in ascending order. */
  readonly articles: readonly number[]
}

/** Those of a person who is compared with many are wanted again at once. */
const mostKnown = 2_000

/** The company of these values. */
export function companyOf(extracted: ExtractedValues, wanted: ReadonlySet<number>): Company {
  const gather = gatherer(extracted, wanted)
  const known = new Map<number, Companions>()
  const companions = (value: number): Companions => {
    const found = known.get(value) ?? gather(value)
    if (known.size >= mostKnown) known.clear()
    known.set(value, found)
    return found
  }
  const cosine = comparer(extracted.values.length)
  return {
    likelihood: (one, other) => {
      const [a, b] = [companions(one), companions(other)]
      return likelihood(cosine(a, b), a.articles.length, b.articles.length)
    },
    together: (one, other) => haveCommon(companions(one).articles, companions(other).articles),
  }
}

/** Rare company says more than Russia does, by its number of articles. */
const rareness = 1.5

/** A small archive cannot tell what is rare: so many articles are assumed, of which so many have a place, and any other value. */
const assumed = { articles: 50, place: 5, other: 0.5 }

/** The logarithm of one in how many articles has a value. */
function rarity(value: ValueKey, articles: number, all: number): number {
  const known = value.facet === 'places' ? assumed.place : assumed.other
  return Math.log((all + assumed.articles) / (articles + known))
}

function gatherer(
  { values, articles }: ExtractedValues,
  wanted: ReadonlySet<number>,
): (value: number) => Companions {
  const total = new Uint32Array(values.length)
  const articlesOf = new Map<number, number[]>([...wanted].map((value) => [value, []]))
  for (const [article, found] of articles.entries()) {
    for (const value of found) {
      total[value] = (total[value] ?? 0) + 1
      articlesOf.get(value)?.push(article)
    }
  }
  const rarities = Float64Array.from(
    values,
    (value, number) => rarity(value, total[number] ?? 0, articles.length) ** rareness,
  )
  // One array for all that are counted, one after the other: an entry for each value of the archive.
  const counts = new Uint32Array(values.length)
  return (value) => {
    const own = articlesOf.get(value) ?? []
    const beside = countBeside(
      own.map((article) => articles[article] ?? []),
      value,
      counts,
    )
    const weights = beside.map((each) => (rarities[each] ?? 0) * (1 + Math.log(counts[each] ?? 1)))
    for (const each of beside) counts[each] = 0
    return { values: beside, weights, length: Math.sqrt(sumOfSquares(weights)), articles: own }
  }
}

/** Counts what stands in articles beside a value, and returns what was counted. */
function countBeside(
  articles: readonly (readonly number[])[],
  value: number,
  counts: Uint32Array,
): number[] {
  const beside: number[] = []
  for (const found of articles) {
    for (const each of found) {
      if (each === value) continue
      if (counts[each] === 0) beside.push(each)
      counts[each] = (counts[each] ?? 0) + 1
    }
  }
  return beside
}

function sumOfSquares(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number * number, 0)
}

/** Compares by the cosine between two lists of weights. */
function comparer(values: number): (one: Companions, other: Companions) => number {
  const weights = new Float64Array(values)
  return (one, other) => {
    one.values.forEach((value, at) => {
      weights[value] = one.weights[at] ?? 0
    })
    let sum = 0
    other.values.forEach((value, at) => {
      sum += (weights[value] ?? 0) * (other.weights[at] ?? 0)
    })
    for (const value of one.values) weights[value] = 0
    return sum === 0 ? 0 : sum / (one.length * other.length)
  }
}

/**
 * Fitted on news about American and foreign politics: the articles of some 7,000 people with rare surnames, cut in two, against
 * pairs of people who share a surname and nothing else. The more articles, the more two strangers share.
 */
function likelihood(cosine: number, one: number, other: number): number {
  const [few, many] = [Math.min(one, other), Math.max(one, other)]
  const even = 0.01 * few ** 0.6 * many ** 0.25
  const least = -1 - Math.log(few * many) / 2
  return Math.min(Math.max(1.3 * Math.log(cosine / even), least), mostLikely)
}

/** Whether two lists in ascending order share a member. */
function haveCommon(one: readonly number[], other: readonly number[]): boolean {
  let at = 0
  for (const member of one) {
    while ((other[at] ?? Infinity) < member) at++
    if (other[at] === member) return true
  }
  return false
}
