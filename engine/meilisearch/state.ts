import { stateAttributes } from './index-settings.ts'
import { searchAll, type Server } from './server.ts'

/** How far an index has come, kept in it as a document among the articles: it is written in the same step as they are. */
export interface IndexState {
  /** The last change of the archive that was applied. */
  readonly change: number
  /** Its mark in the archive's log: another one there means that the archive was put back to an older copy. */
  readonly mark: number
  /** Changes before it that Meilisearch would not take. */
  readonly setAside: readonly SetAside[]
}

/** An article that Meilisearch would not take. */
export interface SetAside {
  readonly id: string
  readonly reason: string
}

/** The state of an index that was just made. */
export const emptyState: IndexState = { change: 0, mark: 0, setAside: [] }

/** No article has this id: theirs have thirteen characters. Searches pass it by because it has no sequence. */
const stateId = 'state'

/** The document that keeps the state of an index. */
export function stateDocument(state: IndexState) {
  return { id: stateId, ...state }
}

/** The state of an index and the number of its articles. Asks with searches only, so that a search key is enough. */
export async function readState(
  server: Server,
  index: string,
): Promise<IndexState & { readonly articles: number }> {
  const [state, articles] = await searchAll(server, index, [
    {
      filter: 'change EXISTS',
      page: 1,
      hitsPerPage: 1,
      attributesToRetrieve: [...stateAttributes],
    },
    { filter: 'sequence > 0', page: 1, hitsPerPage: 0 },
  ])
  return {
    ...stateIn(state?.hits[0] ?? new Map<string, unknown>()),
    articles: articles?.total ?? 0,
  }
}

function stateIn(document: ReadonlyMap<string, unknown>): IndexState {
  const setAside = document.get('setAside')
  return {
    change: Number(document.get('change') ?? 0),
    mark: Number(document.get('mark') ?? 0),
    setAside: Array.isArray(setAside) ? setAside.flatMap(readSetAside) : [],
  }
}

function readSetAside(value: unknown): SetAside[] {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('reason' in value))
    return []
  return [{ id: String(value.id), reason: String(value.reason) }]
}
