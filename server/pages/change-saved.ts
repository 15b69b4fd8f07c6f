import type { Request, RequestHandler } from 'express'
import { tellSharing } from '../accounts/tell-sharing.ts'
import { BadRequest, NotFound } from '../error-pages.ts'
import { optionalField, readField, readId } from '../forms.ts'
import { findDeleted, findOwn, findReadable } from '../records/find-saved.ts'
import {
  longestName,
  longestNotes,
  longestSearch,
  longestTag,
  mostSaved,
  mostTags,
} from '../records/limits.ts'
import { lastFindable } from '../records/news-of.ts'
import { readerOf } from '../reader.ts'
import { resolveNames } from '../resolve-names.ts'
import { fromUrl, toUrl, withoutPlace } from '../search-state.ts'
import type { Site } from '../site.ts'
import type { NewSavedQuery, SavedQuery } from '../store/saved-queries.ts'
import { openLink } from '../view-models/describe-saved.ts'
import { describeProblem } from '../view-models/describe-problem.ts'

/** POST /saved: keeps a search under a name, with a record of what it finds, and goes back to it; sent twice, it is kept once. */
export function saveQuery(site: Site): RequestHandler {
  return async (request, response) => {
    const name = readField(request, 'name', longestName)
    const search = readSearch(site, request)
    const saved = await keep(site, readerOf(request).owner, { name, search })
    response.redirect(303, openLink(saved))
  }
}

/** POST /saved/:id/update: puts another search in place of the one that is kept, with a record of it. */
export function updateQuery(site: Site): RequestHandler {
  return async (request, response) => {
    const { owner, id } = findOwn(site, request)
    site.store.savedQueries.changeSearch(owner, id, readSearch(site, request))
    const saved = findOwn(site, request)
    // What was new before stays new.
    await site.recording.take(saved, 'saved', saved.seen)
    response.redirect(303, openLink(saved))
  }
}

/** POST /saved/:id/duplicate: keeps the same search, notes and tags once more, under a name with a number. */
export function duplicateQuery(site: Site): RequestHandler {
  return async (request, response) => {
    const { saved } = findReadable(site, request)
    const { owner } = readerOf(request)
    const { savedQueries } = site.store
    const { id } = await keep(site, owner, {
      name: savedQueries.freeName(owner, saved.name, longestName),
      search: saved.search,
      notes: savedQueries.notes(saved.id),
      tags: saved.tags,
    })
    response.redirect(303, `/saved/${id}`)
  }
}

/** POST /saved/:id/seen: marks what the reader was shown as seen, and records what the query finds. */
export function markSeen(site: Site): RequestHandler {
  return async (request, response) => {
    const { owner, id } = findOwn(site, request)
    const last = await lastFindable(site)
    const shown = optionalField(request, 'upto')
    const upTo = /^\d{1,15}$/.test(shown) ? Math.min(Number(shown), last) : last
    site.store.savedQueries.markOpened(owner, id, upTo)
    const saved = findOwn(site, request)
    await site.recording.take(saved, 'seen', upTo)
    const back = optionalField(request, 'back') === 'search' ? openLink(saved) : `/saved/${id}`
    response.redirect(303, back)
  }
}

/** POST /saved/:id/run: where forms of earlier pages lead. Marks nothing as seen. */
export function runSaved(site: Site): RequestHandler {
  return (request, response) => {
    response.redirect(303, openLink(findOwn(site, request)))
  }
}

/** POST /saved/:id/rename */
export function renameSaved(site: Site): RequestHandler {
  return (request, response) => {
    const { owner, id } = findOwn(site, request)
    site.store.savedQueries.rename(owner, id, readField(request, 'name', longestName))
    response.redirect(303, optionalField(request, 'back') === 'query' ? `/saved/${id}` : '/saved')
  }
}

/** POST /saved/:id/notes: its notes and tags. */
export function annotateSaved(site: Site): RequestHandler {
  return (request, response) => {
    const { owner, id } = findOwn(site, request)
    const notes = optionalField(request, 'notes').replaceAll('\r\n', '\n').trimEnd()
    if (notes.length > longestNotes) {
      throw new BadRequest(
        `The notes have ${notes.length} characters; the limit is ${longestNotes}. Go back and shorten them.`,
      )
    }
    site.store.savedQueries.annotate(owner, id, notes, readTags(optionalField(request, 'tags')))
    response.redirect(303, `/saved/${id}`)
  }
}

/** POST /saved/:id/share: lets every reader of the site look at it, or no longer. */
export function shareSaved(site: Site): RequestHandler {
  return (request, response) => {
    const { owner, id, name, isShared: before } = findOwn(site, request)
    const after = optionalField(request, 'shared') === 'yes'
    if (after) site.store.savedQueries.share(owner, id)
    else site.store.savedQueries.unshare(owner, id)
    tellSharing(site.store, request, { subject: `saved query ${id}`, name, before, after })
    response.redirect(303, `/saved/${id}`)
  }
}

/** POST /saved/:id/delete: throws it away, to be taken back from the list. */
export function deleteSaved(site: Site): RequestHandler {
  return (request, response) => {
    const thrownAway = findDeleted(site, request)
    // Sent twice, as by a double click: it is done already.
    if (!thrownAway)
      site.store.savedQueries.delete(readerOf(request).owner, findOwn(site, request).id)
    response.redirect(303, `/saved?deleted=${readId(request)}`)
  }
}

/** POST /saved/:id/restore: takes back what was deleted. */
export function restoreSaved({ store }: Site): RequestHandler {
  return (request, response) => {
    const { owner } = readerOf(request)
    const id = readId(request)
    const isBack = store.savedQueries.get(owner, id) !== undefined
    if (!isBack) requireRoom(store, owner)
    if (!isBack && !store.savedQueries.restore(owner, id, longestName))
      throw new NotFound('This saved query was not deleted, or so long ago that it is gone.')
    response.redirect(303, '/saved')
  }
}

/** Tags as they are typed, with commas between them. Throws BadRequest. */
function readTags(typed: string): string[] {
  const tags = typed
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean)
  if (tags.length <= mostTags && tags.every((tag) => tag.length <= longestTag)) return tags
  throw new BadRequest(
    `At most ${mostTags} tags of at most ${longestTag} characters are possible, with commas between them. Go back and shorten them.`,
  )
}

async function keep(
  site: Site,
  owner: number,
  query: Omit<NewSavedQuery, 'seen'>,
): Promise<SavedQuery> {
  const seen = await lastFindable(site)
  const same = site.store.savedQueries.withSearch(owner, query.search, query.name)
  if (same) return same
  requireRoom(site.store, owner)
  const saved = site.store.savedQueries.add(owner, { ...query, seen })
  await site.recording.take(saved, 'saved', seen)
  return saved
}

function requireRoom({ savedQueries }: Site['store'], owner: number): void {
  if (savedQueries.count(owner) < mostSaved) return
  throw new BadRequest(
    `There are ${mostSaved} saved queries already, as many as can be kept. Delete one that is no longer needed.`,
  )
}

function readSearch({ archive }: Site, request: Request): string {
  const { state, problems } = fromUrl(readField(request, 'search', longestSearch))
  if (problems.length > 0) throw new BadRequest(problems.map(describeProblem).join(' '))
  return toUrl(withoutPlace(resolveNames(archive, state).state))
}
