import type { SavedQuery } from '../store/saved-queries.ts'

/** Orders of the list of saved queries. */
export const savedSorts = ['name', 'new', 'seen', 'saved'] as const

/** What the list of saved queries depends on, as its address has it. */
export interface SavedState {
  /** '' for all. */
  readonly tag: string
  readonly sort: (typeof savedSorts)[number]
  /** From 1. */
  readonly page: number
}

/** One page of the list. */
export interface Arranged {
  readonly lines: readonly SavedQuery[]
  /** Of all pages. */
  readonly total: number
  readonly pages: number
  /** Every tag in use, with how many queries have it. */
  readonly tags: readonly (readonly [tag: string, queries: number])[]
}

export const queriesOnPage = 25

/** Chooses and orders saved queries; `news` is asked for where the order is that of what is new, most first. */
export function arrange(
  all: readonly SavedQuery[],
  { tag, sort, page }: SavedState,
  news: ReadonlyMap<number, number>,
): Arranged {
  const chosen = tag === '' ? all : all.filter(({ tags }) => tags.includes(tag))
  const ordered = [...chosen].sort(orders(news)[sort])
  return {
    lines: ordered.slice((page - 1) * queriesOnPage, page * queriesOnPage),
    total: chosen.length,
    pages: Math.max(1, Math.ceil(chosen.length / queriesOnPage)),
    tags: countTags(all),
  }
}

type Order = (a: SavedQuery, b: SavedQuery) => number

function orders(news: ReadonlyMap<number, number>): Record<SavedState['sort'], Order> {
  return {
    // They come in this order.
    name: () => 0,
    new: (a, b) => (news.get(b.id) ?? 0) - (news.get(a.id) ?? 0),
    seen: (a, b) => a.opened.localeCompare(b.opened),
    saved: (a, b) => b.saved.localeCompare(a.saved),
  }
}

function countTags(all: readonly SavedQuery[]): [tag: string, queries: number][] {
  const counts = new Map<string, number>()
  for (const tag of all.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a.localeCompare(b, 'en'))
}

/** The page of the list for a state. */
export function savedLink({ tag, sort, page }: SavedState): string {
  const parameters = new URLSearchParams()
  if (tag !== '') parameters.set('tag', tag)
  if (sort !== 'name') parameters.set('sort', sort)
  if (page > 1) parameters.set('page', String(page))
  return parameters.size === 0 ? '/saved' : `/saved?${parameters.toString()}`
}
