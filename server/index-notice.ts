import type { Archive } from '../engine/archive/archive.ts'
import type { SearchEngine } from '../engine/search-engine.ts'
import { counted, number } from './view-models/counting.ts'

/** What is asked how far it is. */
interface Asked {
  readonly engine: Pick<SearchEngine, 'stats'>
  readonly archive: Pick<Archive, 'count' | 'lastChange'>
}

/** What to know while the index has yet to follow the archive; '' otherwise. Throws EngineUnavailable. */
export async function indexNotice({ engine, archive }: Asked): Promise<string> {
  const { change, articles } = await engine.stats()
  const changes = archive.lastChange() - change
  if (changes <= 0) return ''
  const all = archive.count()
  return articles < all
    ? `The index is being built: ${number(articles)} of ${counted(all, 'article')} can be found so far.`
    : `The index is behind the archive by ${counted(changes, 'change')}: what was added or corrected last may not be found yet.`
}
