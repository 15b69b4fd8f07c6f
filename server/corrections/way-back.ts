import type { Request } from 'express'
import { optionalField } from '../forms.ts'

/** Pages with forms for corrections, to which an answer may lead back. */
const pages = /^\/(?:article|entity|facet|corrections)(?:\/|$)/

/** Only for reading addresses without a host. */
const nowhere = 'http://nowhere.invalid'

/** Where the form was sent from, with its place in the page: an address of this site, never another. */
export function wayBack(request: Request): string {
  return ownPage(optionalField(request, 'back'))
}

/** An address that a form or a link names, if it is one of the pages with corrections; else the page of all corrections. */
export function ownPage(back: string): string {
  if (!/^\/[^/\\]/.test(back) || back.length > 4_000 || !URL.canParse(back, nowhere))
    return '/corrections'
  const { origin, pathname, search, hash } = new URL(back, nowhere)
  return origin === nowhere && pages.test(pathname) ? pathname + search + hash : '/corrections'
}

/** The same with the id of what was just done, which that page then tells; '' for nothing. */
export function withDone(back: string, id: string): string {
  const url = new URL(back, nowhere)
  url.searchParams.delete(doneParameter)
  if (id !== '') url.searchParams.set(doneParameter, id)
  return url.pathname + url.search + url.hash
}

/** In a page's address: the correction that was just made. */
export const doneParameter = 'corrected'
