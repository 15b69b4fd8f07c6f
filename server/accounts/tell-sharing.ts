import type { Request } from 'express'
import { readerOf } from '../reader.ts'
import type { Store } from '../store/store.ts'

/** Something that others may look at, or not, before and after a change. */
export interface Sharing {
  /** `collection 3` */
  readonly subject: string
  readonly name: string
  readonly before: boolean
  readonly after: boolean
}

/** Tells in the audit log that somebody shared something, or stopped; nothing where that stays as it was. */
export function tellSharing(store: Store, request: Request, sharing: Sharing): void {
  const { subject, name, before, after } = sharing
  if (before === after) return
  const action = after ? 'shared' : 'stopped sharing'
  store.audit.add({ account: readerOf(request).name, action, subject, details: name })
}
