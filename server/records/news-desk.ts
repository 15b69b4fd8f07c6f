import type { SavedQuery } from '../store/saved-queries.ts'
import { lastFindable, newsOf } from './news-of.ts'
import type { RecordParts } from './parts.ts'

/** How much is new for the saved queries of readers, without making any page wait for it. */
export interface NewsDesk {
  /** How many of an owner's saved queries have something new, as far as that is known: what is out of date is counted behind the reader's back. */
  badge(owner: number): number
  /** How many new articles each of an owner's saved queries has, by its number. Throws EngineUnavailable. */
  count(owner: number): Promise<ReadonlyMap<number, number>>
}

interface Counted {
  /** Archive and queries as they stood when counting began. */
  readonly of: string
  readonly news: Promise<ReadonlyMap<number, number>>
  /** When an index that was behind the archive is asked again; ms. */
  until: number
  /** How many queries have news; those of the counting before while it goes on. */
  badge: number
}

/** While an index follows the archive nothing says when it has: then it is asked again after so many ms. */
const keptWhileBehind = 3_000
/** An engine that cannot be reached is asked again after so many ms. */
const keptWhileAway = 30_000

/** Counts anew when the archive or a saved query has changed; until then what was counted serves everybody. */
export function newsDesk(parts: RecordParts): NewsDesk {
  const { archive, store } = parts
  const byOwner = new Map<number, Counted>()
  const current = (owner: number): Counted => {
    const of = `${archive.lastChange()} ${store.savedQueries.revision}`
    const known = byOwner.get(owner)
    if (known?.of === of && Date.now() < known.until) return known
    const next = startCounting(parts, owner, of, known?.badge ?? 0)
    byOwner.set(owner, next)
    return next
  }
  return {
    badge: (owner) => current(owner).badge,
    count: (owner) => current(owner).news,
  }
}

function startCounting(parts: RecordParts, owner: number, of: string, badge: number): Counted {
  const news = countNews(parts, parts.store.savedQueries.list(owner))
  const counted: Counted = { of, news: news.then(({ news }) => news), until: Infinity, badge }
  counted.news.catch(() => undefined)
  news.then(
    ({ news, isBehind }) => {
      counted.badge = [...news.values()].filter((n) => n > 0).length
      if (isBehind) counted.until = Date.now() + keptWhileBehind
    },
    // Whoever opens the page of saved queries is told why; a badge stays as it was.
    () => {
      counted.until = Date.now() + keptWhileAway
    },
  )
  return counted
}

async function countNews(
  parts: RecordParts,
  queries: readonly SavedQuery[],
): Promise<{ news: ReadonlyMap<number, number>; isBehind: boolean }> {
  const news = new Map<number, number>()
  if (queries.length === 0) return { news, isBehind: false }
  const changes = parts.archive.lastChange()
  const { change } = await parts.engine.stats()
  const last = await lastFindable(parts)
  // One after the other: a long list must not crowd out other readers.
  for (const saved of queries) news.set(saved.id, await countNew(parts, saved, last))
  return { news, isBehind: change < changes }
}

/** Most queries were seen up to the last article: then there is nothing to ask. */
export async function countNew(
  parts: RecordParts,
  saved: SavedQuery,
  last: number,
): Promise<number> {
  return saved.seen >= last ? 0 : (await newsOf(parts, saved)).length
}
