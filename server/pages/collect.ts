import type { Request, RequestHandler } from 'express'
import { collectArticles, collectFound } from '../collecting/collectable.ts'
import { selectionOf } from '../collecting/selection.ts'
import { backWith, whereFrom } from '../collecting/ways-back.ts'
import { BadRequest } from '../error-pages.ts'
import { optionalField, readField } from '../forms.ts'
import { readerOf } from '../reader.ts'
import type { Site } from '../site.ts'
import type { Collectable } from '../store/collected-articles.ts'
import type { Collection } from '../store/collections.ts'
import { longestCollectionName } from './collections.ts'

/**
 * POST /collect: adds articles to a collection and goes back. `only` is one article, whatever else is ticked; `all` is everything that
 * `search` finds; else each `article`. `collection` is a number, or `new` for one with this `name`.
 */
export function collect(site: Site): RequestHandler {
  return async (request, response) => {
    const only = optionalField(request, 'only')
    const articles = await readArticles(site, request, only)
    const collection = chooseCollection(site, request)
    const moment = site.store.collected.add(collection, articles)
    const place = only === '' ? '' : `hit-${only}`
    response.redirect(
      303,
      backWith(whereFrom(request), { collection: collection.id, moment }, place),
    )
  }
}

async function readArticles(site: Site, request: Request, only: string): Promise<Collectable[]> {
  if (only === '' && optionalField(request, 'all') !== '')
    return collectFound(site, optionalField(request, 'search'))
  const articles = collectArticles(site, only === '' ? selectionOf(request, 'article') : [only])
  if (articles.length > 0) return articles
  throw new BadRequest(
    'No article was chosen. Go back, tick some of the results, and choose “Add selected” again.',
  )
}

/** A name that one of the reader's collections has already means that one: whoever sends a form twice wants no second collection. */
function chooseCollection({ store }: Site, request: Request): Collection {
  const { owner } = readerOf(request)
  const chosen = optionalField(request, 'collection')
  if (/^\d{1,9}$/.test(chosen)) return found(store.collections.own(owner, Number(chosen)))
  const name = readField(request, 'name', longestCollectionName)
  const same = store.collections
    .list(owner)
    .find((each) => each.name.toLowerCase() === name.toLowerCase())
  if (same) return same
  return found(
    store.collections.own(owner, store.collections.add(owner, { name, notes: '', shared: false })),
  )
}

function found(collection: Collection | undefined): Collection {
  if (collection) return collection
  throw new BadRequest('This collection does not exist any more. Go back and choose another.')
}
