import type { Request, RequestHandler, Response } from 'express'
import type { Cleaning, StoredArticle } from '../../engine/article.ts'
import { finderOf } from '../../engine/highlight/find-matches.ts'
import { variantsOf } from '../../engine/highlight/variants.ts'
import { parse } from '../../engine/query/parse.ts'
import { EngineUnavailable } from '../../engine/search-engine.ts'
import { effectsOn } from '../../indexer/pipeline.ts'
import { lookAround } from '../around.ts'
import { dayOf } from '../citations/reference.ts'
import { collectForm } from '../collecting/collect-form.ts'
import { collectedNotice } from '../collecting/collected-notice.ts'
import { correctedOn } from '../corrections/corrected.ts'
import { withDone } from '../corrections/way-back.ts'
import { familyOf } from '../families.ts'
import { findArticle } from '../find-article.ts'
import { markCookie, markedKinds } from '../marked-kinds.ts'
import { ParameterReader } from '../read-parameters.ts'
import { readerOf } from '../reader.ts'
import { resolveNames } from '../resolve-names.ts'
import { fromUrl, type SearchState } from '../search-state.ts'
import { withShownNames } from '../shown-names.ts'
import { parametersOf, untilGone, type Site } from '../site.ts'
import { buildArticlePage, type ArticleMatches } from '../view-models/article-page.ts'

/** For an article that was removed a moment ago. */
const untouched: Cleaning = { titleFrom: 'source', removed: [] }

/** GET /article/:id: the text with its entities and the query's matches marked, and the evidence for each facet value. */
export function articlePage(site: Site): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const stored = findArticle(site.archive, request.params.id)
    site.correcting.followFile()
    const parameters = parametersOf(request)
    const { state } = resolveNames(site.archive, fromUrl(parameters).state)
    const asked = new ParameterReader(parameters).count('at', 0)
    const [matches, around] = await Promise.all([
      findMatches(site, state, stored),
      lookAround(site, { ...stored, state, asked }, untilGone(response)),
    ])
    const [article = stored] = withShownNames(site.archive, [stored])
    const page = buildArticlePage(article, state, matches, {
      kept: {
        cleaning: site.archive.cleaning(stored.id) ?? untouched,
        former: site.archive.formerVersions(stored.id),
      },
      ...{ around, asked },
      kinds: rememberKinds(request, response),
      today: dayOf(new Date()),
      family: familyOf(site.archive, stored.family),
      effects: effectsOn(site.archive, stored),
      here: withDone(request.originalUrl, ''),
      corrected: correctedOn(site, request),
      correctable: readerOf(request).isAdmin,
      formToken: site.formToken(request, response),
    })
    response.render('pages/article', {
      ...page,
      id: stored.id,
      collecting: collectForm(site, request, [stored.id], 'Reading list'),
      collected: collectedNotice(site, request),
    })
  }
}

const year = 365 * 24 * 60 * 60 * 1_000

/** What is marked; what the reader has just chosen holds for the next article too. */
function rememberKinds(request: Request<{ id: string }>, response: Response): ReadonlySet<string> {
  const { kinds, chosen } = markedKinds(parametersOf(request), request.cookies)
  // The page's script writes it too.
  if (chosen !== undefined)
    response.cookie(markCookie, chosen, { sameSite: 'lax', maxAge: year, path: '/' })
  return kinds
}

/** The article can be read without a search engine; the page then says why the query is not marked. */
async function findMatches(
  { engine }: Site,
  { q, spelling }: SearchState,
  article: StoredArticle,
): Promise<ArticleMatches> {
  const nothing = { title: [], text: [], variants: [] }
  if (q === '') return { ...nothing, failure: '' }
  try {
    const plan = await engine.plan(parse(q).query, spelling)
    const matches = await finderOf(plan).findPatiently(article)
    return { ...matches, variants: variantsOf(article, matches), failure: '' }
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error
    return { ...nothing, failure: error.message }
  }
}
