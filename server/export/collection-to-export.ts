import type { Collection } from '../store/collections.ts'
import type { Site } from '../site.ts'
import type { ToExport } from './exported.ts'
import { readArticles } from './read-articles.ts'
import { stateOfArchive } from './state-of-archive.ts'

/** How a collection is exported. */
interface Wishes {
  readonly signal: AbortSignal
  /** Whether an evidence pack holds the originals too. */
  readonly withOriginals: boolean
}

/**
 * Every article of a collection with its mark and note, the oldest first; what has left the archive since is left out, and how much that
 * is, is told. Throws EngineUnavailable.
 */
export async function collectionToExport(
  { engine, archive, store }: Pick<Site, 'engine' | 'archive' | 'store'>,
  collection: Collection,
  { signal, withOriginals }: Wishes,
): Promise<ToExport> {
  const collected = store.collected.list(collection, 'oldest')
  const present = archive.idsOf(collected.map(({ sequence }) => sequence))
  const remarks = new Map(collected.map((each) => [each.article, each]))
  const state = await stateOfArchive({ engine, archive })
  const { id, name, notes, created, edited } = collection
  const gone = collected.length - present.size
  const facts: ToExport['facts'] = [
    ['Collection', name],
    ['Notes', notes],
    ['Changed', edited],
    ['No longer in the archive', gone === 0 ? '' : String(gone)],
    ['Order', 'by date of publication, undated articles last'],
  ]
  return {
    name,
    href: `/collections/${id}`,
    at: state.at,
    facts: [...facts.filter(([, value]) => value !== ''), ...state.facts],
    query: {
      kind: 'collection',
      collection: { name, notes, created, edited, gone },
      ...state.query,
    },
    total: present.size,
    bound: 'exact',
    articles: readArticles(
      { archive },
      { sequences: collected.map((each) => each.sequence), signal },
    ),
    plan: undefined,
    remarkOn: (article) => remarks.get(article),
    originalOf: withOriginals ? (article) => archive.original(article) : () => undefined,
  }
}
