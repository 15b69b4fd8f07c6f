import { toUrl, withoutPlace, type SearchState } from '../search-state.ts'
import type { Site } from '../site.ts'
import type { ToExport } from './exported.ts'

/** What an export of a saved query says of it. */
type SavedFacts = Pick<ToExport, 'facts' | 'query'>

/**
 * The saved query that a search came from: its name, tags and notes, and its latest record, so that what was found then can be compared
 * with what is exported. Nothing where the search came from none, from somebody else's, or has changed since.
 */
export function savedFacts(
  { store }: Pick<Site, 'store'>,
  owner: number,
  state: SearchState,
): SavedFacts {
  const saved = state.saved === 0 ? undefined : store.savedQueries.get(owner, state.saved)
  if (saved?.search !== toUrl(withoutPlace(state))) return { facts: [], query: {} }
  const { id, name, tags, edited } = saved
  const notes = store.savedQueries.notes(id)
  const record = store.queryRecords.latest(id)
  const facts: ToExport['facts'] = [
    ['Saved query', name],
    ['Notes', notes],
    ['Tags', tags.join(', ')],
    ['Latest record', record ? `${record.taken}, ${record.total} articles` : ''],
  ]
  return {
    facts: facts.filter(([, value]) => value !== ''),
    query: {
      saved: { name, notes, tags, saved: saved.saved, edited },
      ...(record ? { latestRecord: record } : {}),
    },
  }
}
