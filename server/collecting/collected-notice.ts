import type { Request } from 'express'
import { readerOf } from '../reader.ts'
import { parametersOf, type Site } from '../site.ts'
import { counted } from '../view-models/counting.ts'
import { backWith, readChange } from './ways-back.ts'

/** What just came into a collection or went from it, with the way back. */
export interface CollectedNotice {
  readonly message: string
  readonly href: string
  readonly name: string
  /** Where the way back is sent, and by which field; '' where there is nothing to take back. */
  readonly action: string
  readonly field: 'added' | 'removed' | ''
  readonly moment: string
  readonly back: string
}

/** Tells of the change that the address of a page names; undefined for any other visit, and for collections of others. */
export function collectedNotice({ store }: Site, request: Request): CollectedNotice | undefined {
  const change = readChange(parametersOf(request))
  const collection = change && store.collections.own(readerOf(request).owner, change.collection)
  if (!collection) return undefined
  const { added, removed } = store.collected.countAt(collection, change.moment)
  return {
    ...describeChange(added, removed),
    href: `/collections/${collection.id}`,
    name: collection.name,
    action: `/collections/${collection.id}/undo`,
    moment: change.moment,
    back: backWith(request.originalUrl, undefined),
  }
}

function describeChange(
  added: number,
  removed: number,
): Pick<CollectedNotice, 'message' | 'field'> {
  if (added > 0) return { message: `${counted(added, 'article')} added to`, field: 'added' }
  if (removed > 0)
    return { message: `${counted(removed, 'article')} taken out of`, field: 'removed' }
  return { message: 'Nothing to add: already in', field: '' }
}
