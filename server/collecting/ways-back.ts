import type { Request } from 'express'
import { optionalField } from '../forms.ts'

/** Pages with something to collect, to which an answer may lead back. */
const pages = /^\/(?:search|article|collections)(?:\/|$)/

/** Only for reading addresses without a host. */
const nowhere = 'http://nowhere.invalid'

/** What a change of a collection is told by, on the page that it leads back to. */
export const collectedParameter = 'collected'

/** Where the form was sent from: an address of this site, never another. */
export function whereFrom(request: Request): string {
  const back = optionalField(request, 'back')
  if (!/^\/[^/\\]/.test(back) || back.length > 8_000 || !URL.canParse(back, nowhere))
    return '/collections'
  const { origin, pathname, search, hash } = new URL(back, nowhere)
  return origin === nowhere && pages.test(pathname) ? pathname + search + hash : '/collections'
}

/** A change of a collection: what came or went at one moment. */
export interface CollectionChange {
  readonly collection: number
  /** ISO 8601 UTC. */
  readonly moment: string
}

/** The same page, telling of a change, or of none any more; `place` is where in the page it is shown, '' for its beginning. */
export function backWith(back: string, change: CollectionChange | undefined, place = ''): string {
  const url = new URL(back, nowhere)
  url.searchParams.delete(collectedParameter)
  if (change) url.searchParams.set(collectedParameter, `${change.collection}~${change.moment}`)
  if (place !== '') url.hash = place
  return url.pathname + url.search + url.hash
}

/** The change that an address tells of; undefined for most. */
export function readChange(parameters: URLSearchParams): CollectionChange | undefined {
  const match = /^(\d{1,9})~(\d{4}-\d\d-\d\dT[\d:.]{8,12}Z)$/.exec(
    parameters.get(collectedParameter) ?? '',
  )
  return match ? { collection: Number(match[1]), moment: match[2] ?? '' } : undefined
}
