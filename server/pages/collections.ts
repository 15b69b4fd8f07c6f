import type { Request, RequestHandler } from 'express'
import { tellSharing } from '../accounts/tell-sharing.ts'
import { backWith } from '../collecting/ways-back.ts'
import { BadRequest, NotFound } from '../error-pages.ts'
import { optionalField, readField } from '../forms.ts'
import { readerOf } from '../reader.ts'
import type { Site } from '../site.ts'
import type { Collection, CollectionDescription } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import { buildCollectionsPage, collectionsJson } from '../view-models/collections-page.ts'

/** The longest name and notes of a collection, in UTF-16 units. */
export const longestCollectionName = 100
const longestNotes = 5_000

/** GET /collections: one's own collections, those that others share, and those thrown away. */
export function collectionsPage(site: Site): RequestHandler {
  return (request, response) => {
    response.render('pages/collections', {
      ...buildCollectionsPage(listFor(site, request)),
      formToken: site.formToken(request, response),
    })
  }
}

/** GET /collections.json: one's own collections and those that others share. */
export function collectionsAsJson(site: Site): RequestHandler {
  return (request, response) => {
    response.json(collectionsJson(listFor(site, request)))
  }
}

/** POST /collections: begins an empty one and goes to it. */
export function addCollection({ store }: Site): RequestHandler {
  return (request, response) => {
    const described = readDescription(request)
    const id = store.collections.add(readerOf(request).owner, described)
    tellShared(store, request, id, { before: false, ...described })
    response.redirect(303, `/collections/${id}`)
  }
}

/** POST /collections/:id/edit: its name, its notes, and whether others may look at it. */
export function editCollection(site: Site): RequestHandler {
  return (request, response) => {
    const { owner, id, shared: before } = ownCollection(site, request)
    const described = readDescription(request)
    site.store.collections.edit(owner, id, described)
    tellShared(site.store, request, id, { before, ...described })
    response.redirect(303, `/collections/${id}`)
  }
}

function tellShared(
  store: Store,
  request: Request,
  id: number,
  { name, shared, before }: CollectionDescription & { readonly before: boolean },
): void {
  tellSharing(store, request, { subject: `collection ${id}`, name, before, after: shared })
}

/** POST /collections/:id/delete: throws it away; the list then offers to take it back. */
export function deleteCollection(site: Site): RequestHandler {
  return (request, response) => {
    const [{ owner }, id] = [readerOf(request), readCollectionId(request)]
    const isGone = site.store.collections.deleted(owner).some((each) => each.id === id)
    // Sent twice, as by a double click: it is done already.
    if (!isGone) site.store.collections.delete(owner, ownCollection(site, request).id)
    response.redirect(303, '/collections#deleted')
  }
}

/** POST /collections/:id/restore: takes back one that was thrown away. */
export function restoreCollection({ store }: Site): RequestHandler {
  return (request, response) => {
    const id = readCollectionId(request)
    const { owner } = readerOf(request)
    const isBack = store.collections.own(owner, id) !== undefined
    if (!isBack && !store.collections.restore(owner, id)) throw noCollection()
    response.redirect(303, backWith(`/collections/${id}`, undefined))
  }
}

/** The reader's own collection of a path. Throws NotFound for one that is not theirs, as for one that does not exist. */
export function ownCollection({ store }: Site, request: Request): Collection {
  const collection = store.collections.own(readerOf(request).owner, readCollectionId(request))
  if (!collection) throw noCollection()
  return collection
}

/** The collection of a path, if the reader may look at it. Throws NotFound. */
export function visibleCollection({ store }: Site, request: Request): Collection {
  const collection = store.collections.visible(readerOf(request).owner, readCollectionId(request))
  if (!collection) throw noCollection()
  return collection
}

function readCollectionId(request: Request): number {
  const id = request.params['id']
  if (typeof id === 'string' && /^\d{1,9}$/.test(id)) return Number(id)
  throw noCollection()
}

const noCollection = () =>
  new NotFound('There is no such collection. It may have been deleted, or is no longer shared.')

function listFor({ store }: Site, request: Request) {
  const { owner } = readerOf(request)
  return {
    own: store.collections.list(owner),
    shared: store.collections.sharedWith(owner),
    deleted: store.collections.deleted(owner),
  }
}

function readDescription(request: Request): CollectionDescription {
  const notes = optionalField(request, 'notes').trim()
  if (notes.length > longestNotes) {
    throw new BadRequest(`Notes have at most ${longestNotes} characters. Shorten them.`)
  }
  return {
    name: readField(request, 'name', longestCollectionName),
    notes,
    shared: optionalField(request, 'shared') === '1',
  }
}
