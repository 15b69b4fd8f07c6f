import type { RequestHandler } from 'express'
import { acquireLease } from '../../engine/archive/lease.ts'
import { forgetInUserData } from '../../indexer/pipeline.ts'
import { NotFound } from '../error-pages.ts'
import { optionalField } from '../forms.ts'
import { readerOf } from '../reader.ts'
import type { Site } from '../site.ts'
import { buildRemovalPage, buildRemovedPage } from '../view-models/removal-page.ts'

/** GET /article/:id/remove: asks whether the article shall go, and says what that means; of one that went, how to bring it back. */
export function askRemoval(site: Site): RequestHandler<{ id: string }> {
  return (request, response) => {
    const { id } = request.params
    const { archive } = site
    const article = archive.get(id)
    if (article) {
      const family = archive.family(article.family, mostMembers)
      const others = family.filter((each) => each.id !== id)
      const formToken = site.formToken(request, response)
      response.render('pages/remove-article', buildRemovalPage(article, others, formToken))
      return
    }
    const down = archive.takenDown().find((each) => each.id === id)
    if (!down) throw noSuchArticle()
    response.render('pages/removed-article', buildRemovedPage(down))
  }
}

/**
 * POST /article/:id/remove: takes the article down, so that no later run brings it back. 409 while somebody else is writing. Where the
 * engine does not answer, the article is gone and the index follows with the next that writes.
 */
export function removeArticle({ archive, engine, store }: Site): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { id } = request.params
    if (!archive.get(id)) throw noSuchArticle()
    const lease = acquireLease(archive.dataDir, 'the removal of an article on the site')
    try {
      archive.purge(lease, [id])
      forgetInUserData(archive.dataDir, new Set([id]))
      // Its title would be a trace of it.
      store.audit.add({
        account: readerOf(request).name,
        action: 'removed an article',
        subject: id,
        details: optionalField(request, 'reason').trim(),
      })
      await engine.sync(lease)
    } finally {
      lease.release()
    }
    response.redirect(303, `/article/${id}/remove`)
  }
}

/** Of one family, to be named. */
const mostMembers = 100

const noSuchArticle = () =>
  new NotFound('The archive has no such article. It may have been removed since the link was made.')
