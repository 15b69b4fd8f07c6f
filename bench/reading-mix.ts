import { benchQueries, pathOf, type BenchQuery } from './queries.ts'
import { seeded } from './seeded.ts'

/** What readers ask for, in hundredths of all pages. */
export const shares = [
  { kind: 'two words', share: 70 },
  { kind: 'filtered', share: 20 },
  { kind: 'broad', share: 10 },
] as const

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
