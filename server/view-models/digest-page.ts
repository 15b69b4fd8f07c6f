import {
  isWorthTelling,
  type Digest,
  type NewArticle,
  type QueryNews,
} from '../digest/make-digest.ts'
import type { NameOf } from '../names.ts'
import { showDate, showMoment } from '../show-date.ts'
import { counted, number } from './counting.ts'
import { describeSaved, newsLink } from './describe-saved.ts'
import { buildLayout, type Layout } from './layout.ts'
import { articleLink, outsideLink } from './links.ts'
import { cutAtMatches, type Piece } from './pieces.ts'
import { describeProblem } from './describe-problem.ts'
import { shownTitle } from './shown-title.ts'

/** Everything that the page “What is new” prints. */
export interface DigestPage {
  readonly layout: Layout
  readonly summary: string
  /** Why nothing is known; '' where it is. */
  readonly failure: string
  readonly queries: readonly DigestQuery[]
  /** How many saved queries have nothing new; '' for none. */
  readonly quiet: string
  readonly articles: readonly DigestArticle[]
  /** The sequence number up to which the page looked; 0 where there is nothing to mark as seen. */
  readonly upTo: number
  readonly hasSaved: boolean
  readonly formToken: string
}

interface DigestQuery {
  readonly name: string
  readonly meaning: string
  readonly since: string
  readonly news: string
  readonly href: string
  readonly recordHref: string
  /** Where not every article is listed; '' otherwise. */
  readonly listed: string
  readonly flags: readonly string[]
}

interface DigestArticle {
  readonly title: readonly Piece[]
  readonly href: string
  readonly outlet: string
  readonly date: string
  readonly published: string
  readonly firstIndexed: string
  readonly firstIndexedIso: string
  readonly passage: readonly Piece[]
  readonly foundBy: string
}

/** `digest` is undefined where no engine answers; `failure` says why. */
export function buildDigestPage(
  { digest, failure }: { readonly digest: Digest | undefined; readonly failure: string },
  { nameOf, formToken }: { readonly nameOf: NameOf; readonly formToken: string },
): DigestPage {
  const { queries, articles, upTo } = digest ?? nothing
  const told = queries.filter(isWorthTelling)
  const withNews = queries.filter(({ total }) => total > 0).length
  return {
    layout: buildLayout('What is new', 'saved', undefined, ['digest']),
    summary: summaryOf(withNews, articles.length),
    failure,
    queries: told.map((news) => showQuery(news, nameOf)),
    quiet: quietOf(queries.length - told.length),
    articles: articles.map(showArticle),
    upTo: withNews > 0 ? upTo : 0,
    hasSaved: queries.length > 0,
    formToken,
  }
}

const nothing: Pick<Digest, 'queries' | 'articles' | 'upTo'> = {
  queries: [],
  articles: [],
  upTo: 0,
}

function summaryOf(withNews: number, listed: number): string {
  if (withNews === 0) return 'Nothing new.'
  const queries = counted(withNews, 'saved query', { plural: 'saved queries' })
  return `New in ${queries}, ${counted(listed, 'article')} listed, the latest indexed first.`
}

const quietOf = (queries: number) =>
  queries === 0 ? '' : `Nothing new in ${counted(queries, 'other')}.`

/** The same for programs. */
export function digestJson({ made, upTo, queries, articles }: Digest, nameOf: NameOf) {
  return {
    made,
    upTo,
    queries: queries.map(({ saved, total, listed, problems }) => ({
      id: saved.id,
      name: saved.name,
      understood: describeSaved(saved.search, nameOf),
      seen: saved.opened,
      seenUpTo: saved.seen,
      new: total,
      listed,
      problems: problems.map(describeProblem),
    })),
    articles: articles.map(({ hit, sequence, firstIndexed, queries: found }) => ({
      ...{ id: hit.id, title: hit.title, titleMatches: hit.titleMatches },
      ...{ outlet: hit.outlet, published: hit.published, url: outsideLink(hit.url) },
      ...{ sequence, firstIndexed, passages: hit.passages },
      foundBy: found.map(({ saved }) => saved.id),
    })),
  }
}

function showQuery({ saved, total, listed, problems }: QueryNews, nameOf: NameOf): DigestQuery {
  return {
    name: saved.name,
    meaning: describeSaved(saved.search, nameOf),
    since: showMoment(saved.opened),
    news: number(total),
    href: newsLink(saved),
    recordHref: `/saved/${saved.id}`,
    listed: listed < total ? `${number(listed)} listed here, near-duplicates as one` : '',
    flags: problems.map(describeProblem),
  }
}

function showArticle({ hit, firstIndexed, queries }: NewArticle): DigestArticle {
  const [first] = queries
  const [passage] = hit.passages
  return {
    title: cutAtMatches(shownTitle(hit.title), hit.titleMatches),
    href: first ? articleLink(hit.id, first.state) : `/article/${hit.id}`,
    outlet: hit.outlet === '' ? 'Outlet unknown' : hit.outlet,
    date: hit.published === '' ? 'Undated' : showDate(hit.published),
    published: hit.published,
    firstIndexed: showMoment(firstIndexed),
    firstIndexedIso: firstIndexed,
    passage: passage ? cutAtMatches(passage.text, passage.matches) : [],
    foundBy: queries.map(({ saved }) => `“${saved.name}”`).join(', '),
  }
}
