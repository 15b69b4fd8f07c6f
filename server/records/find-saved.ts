import type { Request } from 'express'
import { NotFound } from '../error-pages.ts'
import { readId } from '../forms.ts'
import { readerOf } from '../reader.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import type { RecordParts } from './parts.ts'

/** A saved query that a reader may look at. */
export interface ReadableQuery {
  readonly saved: SavedQuery
  /** Whether it is the reader's own, to be changed. */
  readonly isOwn: boolean
  /** Who shares it; '' for one's own. */
  readonly ownerName: string
}

/** The reader's own saved query that the path names. Throws NotFound. */
export function findOwn({ store }: Pick<RecordParts, 'store'>, request: Request): SavedQuery {
  const saved = store.savedQueries.get(readerOf(request).owner, readId(request))
  if (!saved) throw missing()
  return saved
}

/** The reader's own saved query that the path names, where it was thrown away and can be taken back. */
export function findDeleted(
  { store }: Pick<RecordParts, 'store'>,
  request: Request,
): SavedQuery | undefined {
  const id = readId(request)
  return store.savedQueries.listDeleted(readerOf(request).owner).find((each) => each.id === id)
}

/** The saved query that the path names: the reader's own, or one that its owner shares. Throws NotFound. */
export function findReadable(
  { store }: Pick<RecordParts, 'store'>,
  request: Request,
): ReadableQuery {
  const id = readId(request)
  const own = store.savedQueries.get(readerOf(request).owner, id)
  if (own) return { saved: own, isOwn: true, ownerName: '' }
  const shared = store.savedQueries.shared(id)
  if (!shared) throw missing()
  return { saved: shared, isOwn: false, ownerName: shared.ownerName }
}

const missing = () => new NotFound('This saved query does not exist. It may have been deleted.')
