import { benchQueries, pathOf, type BenchQuery } from './queries.ts'
import { seeded } from './seeded.ts'

/** What readers ask for, in hundredths of all pages. */
export const shares = [
  { kind: 'two words', share: 70 },
  { kind: 'filtered', share: 20 },
  { kind: 'broad', share: 10 },
] as const

/** Whether readers ask the queries of the list again and again, which is answered from memory, or each one only once. */
export type Reading = 'repeated' | 'distinct'

/** Queries in the order in which readers ask them, always the same for one seed: each hundred has the shares above. */
export function mixOfQueries(hundreds: number, seed: number): BenchQuery[] {
  const random = seeded(seed)
  return Array.from({ length: hundreds }).flatMap(() => {
    const hundred = shares.flatMap(({ kind, share }) => {
      const queries = benchQueries.filter((query) => query.kind === kind)
      return Array.from({ length: share }, () => pick(queries, random))
    })
    return shuffled(hundred, random)
  })
}

/** The addresses of these queries. */
export function mixOfPaths(hundreds: number, seed: number): string[] {
  return mixOfQueries(hundreds, seed).map(pathOf)
}

/**
 * The addresses of queries none of which comes twice, in the same shares: two words, words with the filters of another query, and two broad
 * ones, all of the list. For at most 80 hundreds.
 */
export function newPaths(hundreds: number): string[] {
  const random = seeded(1)
  const left = {
    'two words': shuffled(pairsOf(wordsOf('two words', 'filtered', 'near', 'phrase')), random),
    filtered: shuffled(withFilters(wordsOf('two words', 'filtered')), random),
    broad: shuffled(pairsOf(ofKind('broad').map(({ text }) => text)), random),
  }
  return Array.from({ length: hundreds }).flatMap(() => {
    const hundred = shares.flatMap(({ kind, share }) => left[kind].splice(0, share))
    return shuffled(hundred, random).map(pathOf)
  })
}

function ofKind(...wanted: readonly string[]): BenchQuery[] {
  return benchQueries.filter(({ kind }) => wanted.includes(kind))
}

/** The words of some kinds of queries but those that nearly every article has. */
function wordsOf(...wanted: readonly string[]): string[] {
  const broad = new Set(ofKind('broad').flatMap(({ text }) => text.split(' ')))
  const words = ofKind(...wanted).flatMap(({ text }) => text.match(/[\w-]{3,}/g) ?? [])
  return [...new Set(words)].filter((word) => !broad.has(word) && word !== 'NEAR')
}

function pairsOf(texts: readonly string[]): BenchQuery[] {
  return texts.flatMap((first) =>
    texts
      .filter((second) => second !== first)
      .map((second) => ({ kind: '', text: `${first} ${second}`, filters: '' })),
  )
}

function withFilters(words: readonly string[]): BenchQuery[] {
  return ofKind('filtered').flatMap(({ filters }) =>
    words.map((text) => ({ kind: '', text, filters })),
  )
}

function pick(queries: readonly BenchQuery[], random: () => number): BenchQuery {
  const query = queries[Math.floor(random() * queries.length)]
  if (!query) throw new Error('bench/queries.tsv lacks a kind of query that readers ask.')
  return query
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
