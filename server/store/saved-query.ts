/** A search that a reader keeps, to come back and see what is new. */
export interface SavedQuery {
  readonly id: number
  /** The account that it belongs to; 0 on a site without accounts. */
  readonly owner: number
  readonly name: string
  /** The parameters of its search page, as in the URL. */
  readonly search: string
  /** ISO 8601 UTC. */
  readonly saved: string
  /** When its search, name, notes or tags last became others, or it was shared; ISO 8601 UTC. */
  readonly edited: string
  /** Each once, in alphabetical order. */
  readonly tags: readonly string[]
  /** Whether every reader of the site may look at it and duplicate it. */
  readonly isShared: boolean
  /** When it was last marked as seen, or saved; ISO 8601 UTC. */
  readonly opened: string
  /** Articles with a higher sequence number are new since `opened`. */
  readonly seen: number
  /** `opened` and `seen` as they stood before that. */
  readonly openedBefore: string
  readonly seenBefore: number
  /** When it was thrown away, ISO 8601 UTC; '' where it was not. */
  readonly deleted: string
}

/** A query to keep. */
export interface NewSavedQuery {
  readonly name: string
  readonly search: string
  readonly seen: number
  /** By default '' and none. */
  readonly notes?: string
  readonly tags?: readonly string[]
}

/** A saved query of somebody else. */
export interface SharedQuery extends SavedQuery {
  /** Of the account that it belongs to. */
  readonly ownerName: string
}

/** The columns of a saved query, for a select from `saved_query`. */
export const savedQueryColumns =
  'saved_query.id, owner, saved_query.name, search, saved, edited, tags, shared, opened, seen, ' +
  'opened_before as openedBefore, seen_before as seenBefore, deleted'

export function readSavedQuery(row: Readonly<Record<string, unknown>>): SavedQuery {
  return {
    id: Number(row['id']),
    owner: Number(row['owner']),
    name: String(row['name']),
    search: String(row['search']),
    saved: String(row['saved']),
    edited: String(row['edited']),
    tags: readTags(String(row['tags'])),
    isShared: row['shared'] === 1,
    opened: String(row['opened']),
    seen: Number(row['seen']),
    openedBefore: String(row['openedBefore']),
    seenBefore: Number(row['seenBefore']),
    deleted: String(row['deleted']),
  }
}

function readTags(json: string): string[] {
  const tags: unknown = JSON.parse(json)
  return Array.isArray(tags) ? tags.map(String) : []
}

/** As they are kept. */
export function writeTags(tags: readonly string[]): string {
  return JSON.stringify([...new Set(tags)].sort((a, b) => a.localeCompare(b, 'en')))
}
