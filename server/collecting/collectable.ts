import { setImmediate as breathe } from 'node:timers/promises'
import { fingerprintOf } from '../../engine/archive/fingerprints.ts'
import type { StoredArticle } from '../../engine/article.ts'
import { parse } from '../../engine/query/parse.ts'
import { BadRequest } from '../error-pages.ts'
import { resolveNames } from '../resolve-names.ts'
import { fromUrl } from '../search-state.ts'
import { withShownNames } from '../shown-names.ts'
import type { Site } from '../site.ts'
import type { Collectable } from '../store/collected-articles.ts'
import { toCount } from '../to-request.ts'
import { counted } from '../view-models/counting.ts'
import { describeProblem } from '../view-models/describe-problem.ts'

/** The most articles that a search may find for all of them to be collected at once. */
export const mostAtOnce = 5_000

/** Articles looked at before others have their turn. */
const inOneGo = 50

/** What a collection keeps of the articles with these ids; those that the archive does not have are left out. */
export function collectArticles({ archive }: Site, ids: readonly string[]): Collectable[] {
  const articles = ids.flatMap((id) => archive.get(id) ?? [])
  return withShownNames(archive, articles).map((shown, nth) => toCollectable(shown, articles[nth]))
}

/**
 * What a collection keeps of everything that a search finds. Throws BadRequest where that is more than `mostAtOnce`, or the search
 * cannot be read, and EngineUnavailable.
 */
export async function collectFound(site: Site, search: string): Promise<Collectable[]> {
  const { state: asked, problems } = fromUrl(search)
  if (problems.length > 0) throw new BadRequest(problems.map(describeProblem).join(' '))
  const { state } = resolveNames(site.archive, asked)
  const found = await site.engine.matching(toCount(state, parse(state.q).query))
  if (found.length > mostAtOnce) {
    throw new BadRequest(
      `This search finds ${counted(found.length, 'article')}; at most ${mostAtOnce.toLocaleString('en-GB')} can be added at once. Narrow it, by a period for instance.`,
    )
  }
  const collectables: Collectable[] = []
  for (let at = 0; at < found.length; at += inOneGo) {
    const ids = site.archive.idsOf([...found.subarray(at, at + inOneGo)])
    collectables.push(...collectArticles(site, [...ids.values()]))
    await breathe()
  }
  return collectables
}

/** The hash is of the article as it is stored, for names of outlets may be given anew. */
function toCollectable(shown: StoredArticle, stored: StoredArticle = shown): Collectable {
  const { id, sequence, title, outlet, published } = shown
  return {
    ...{ article: id, sequence, title, outlet, published },
    content: fingerprintOf(stored).content,
  }
}
