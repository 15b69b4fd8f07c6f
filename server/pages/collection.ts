import type { Request, RequestHandler } from 'express'
import { collectedNotice } from '../collecting/collected-notice.ts'
import { collectionFromUrl } from '../collecting/collection-state.ts'
import { lookInto } from '../collecting/look-into.ts'
import { selectionOf } from '../collecting/selection.ts'
import { backWith, whereFrom } from '../collecting/ways-back.ts'
import { BadRequest, NotFound, UnreadableAddress } from '../error-pages.ts'
import { optionalField } from '../forms.ts'
import { readerOf } from '../reader.ts'
import { parametersOf, type Site } from '../site.ts'
import { readRelevance } from '../store/collected-articles.ts'
import { buildCollectionPage, collectionJson } from '../view-models/collection-page.ts'
import { describeProblem } from '../view-models/describe-problem.ts'
import { ownCollection, visibleCollection } from './collections.ts'

/** The longest note on an article, in UTF-16 units. */
const longestNote = 2_000

/** GET /collections/:id: its articles with marks, notes and what became of them. 400 when a part of the address cannot be read. */
export function collectionPage(site: Site): RequestHandler {
  return async (request, response) => {
    const collection = visibleCollection(site, request)
    const { state, problems } = collectionFromUrl(parametersOf(request))
    const look = await lookInto(site, collection, state)
    response.status(problems.length > 0 ? 400 : 200)
    response.render('pages/collection', {
      ...buildCollectionPage({ collection, state, look }, readerOf(request).owner),
      problems: problems.map(describeProblem),
      collected: collectedNotice(site, request),
      formToken: site.formToken(request, response),
    })
  }
}

/** GET /collections/:id.json: the same as plain values. */
export function collectionAsJson(site: Site): RequestHandler {
  return async (request, response) => {
    const collection = visibleCollection(site, request)
    const { state, problems } = collectionFromUrl(parametersOf(request))
    if (problems.length > 0) throw new UnreadableAddress(problems)
    const look = await lookInto(site, collection, state)
    response.json(collectionJson({ collection, state, look }))
  }
}

/** POST /collections/:id/mark: how relevant an article is, as `mark=ID:relevant`. */
export function markArticle(site: Site): RequestHandler {
  return (request, response) => {
    const collection = ownCollection(site, request)
    const [article = '', word = ''] = optionalField(request, 'mark').split(':')
    const isThere = site.store.collected.mark(collection, article, readRelevance(word))
    backToArticle(request, response, { article, isThere })
  }
}

/** POST /collections/:id/note: what the reader notes on an article. */
export function noteOnArticle(site: Site): RequestHandler {
  return (request, response) => {
    const collection = ownCollection(site, request)
    const article = optionalField(request, 'article')
    const note = optionalField(request, 'note').trim()
    if (note.length > longestNote) {
      throw new BadRequest(`A note has at most ${longestNote} characters. Shorten it.`)
    }
    const isThere = site.store.collected.annotate(collection, article, note)
    backToArticle(request, response, { article, isThere })
  }
}

/** POST /collections/:id/remove: takes articles out; the page then offers to put them back. */
export function removeCollected(site: Site): RequestHandler {
  return (request, response) => {
    const collection = ownCollection(site, request)
    const moment = site.store.collected.remove(collection, selectionOf(request, 'article'))
    response.redirect(303, backWith(whereFrom(request), { collection: collection.id, moment }))
  }
}

/** POST /collections/:id/undo: takes back what came, or puts back what went, at a moment. */
export function undoCollected(site: Site): RequestHandler {
  return (request, response) => {
    const collection = ownCollection(site, request)
    const [added, removed] = [optionalField(request, 'added'), optionalField(request, 'removed')]
    if (added !== '') site.store.collected.takeBack(collection, added)
    if (removed !== '') site.store.collected.putBack(collection, removed)
    response.redirect(303, backWith(whereFrom(request), undefined))
  }
}

function backToArticle(
  request: Request,
  response: Parameters<RequestHandler>[1],
  { article, isThere }: { readonly article: string; readonly isThere: boolean },
): void {
  if (!isThere)
    throw new NotFound('This article is not in the collection. It may have been removed.')
  response.redirect(303, backWith(whereFrom(request), undefined, `in-${article}`))
}
