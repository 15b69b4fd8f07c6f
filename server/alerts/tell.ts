import { explain } from '../../engine/query/explain.ts'
import {
  isWorthTelling,
  type Digest,
  type NewArticle,
  type QueryNews,
} from '../digest/make-digest.ts'
import type { NameOf } from '../names.ts'
import { showDate, showMoment } from '../show-date.ts'
import { counted } from '../view-models/counting.ts'
import { describeConditions } from '../view-models/describe-search.ts'
import { articleLink, searchLink } from '../view-models/links.ts'
import { emptyState } from '../search-state.ts'
import { describeProblem } from '../view-models/describe-problem.ts'

/** How links and names are written in an alert. */
export interface Telling {
  /** The address of the site, without a slash at its end. */
  readonly site: string
  readonly nameOf: NameOf
}

/** An alert as data: what the file and the webhook hold. */
export function alertAsJson({ made, queries, articles }: Digest, telling: Telling) {
  return {
    version: 1,
    made,
    queries: queries.filter(isWorthTelling).map((news) => ({
      id: news.saved.id,
      name: news.saved.name,
      understood: meaningOf(news, telling),
      new: news.total,
      url: telling.site + searchLink(news.state),
      problems: news.problems.map(describeProblem),
    })),
    articles: articles.map(({ hit, firstIndexed, queries: found }) => ({
      id: hit.id,
      title: hit.title,
      outlet: hit.outlet,
      published: hit.published,
      firstIndexed,
      url: telling.site + articleLink(hit.id, found[0]?.state ?? emptyState),
      original: hit.url,
      passages: hit.passages.map(({ text }) => text),
      foundBy: found.map(({ saved }) => saved.id),
    })),
  }
}

/** An alert as plain text, for a terminal or a mail; '' where there is nothing to tell. */
export function alertAsText(digest: Digest, telling: Telling): string {
  const told = digest.queries.filter(isWorthTelling)
  if (told.length === 0) return ''
  const lines = [
    `What is new in saved queries, ${showMoment(digest.made)}`,
    '',
    ...told.flatMap((news) => queryLines(news, telling)),
    ...digest.articles.flatMap((article) => articleLines(article, telling)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function queryLines(news: QueryNews, telling: Telling): string[] {
  if (news.problems.length > 0)
    return [
      `${line(news.saved.name)} needs a look: ${news.problems.map(describeProblem).join(' ')}`,
      '',
    ]
  const unlisted = news.listed < news.total ? `; ${news.listed} listed, near-duplicates as one` : ''
  return [
    `${line(news.saved.name)}: ${counted(news.total, 'new article')}${unlisted}`,
    `  ${line(meaningOf(news, telling))}`,
    `  ${telling.site}${searchLink(news.state)}`,
    '',
  ]
}

function articleLines({ hit, queries }: NewArticle, telling: Telling): string[] {
  const state = queries[0]?.state ?? emptyState
  const [passage] = hit.passages
  const date = hit.published === '' ? 'undated' : showDate(hit.published)
  return [
    `* ${line(hit.title)}`,
    `  ${line(hit.outlet) || 'Outlet unknown'}, ${date}; found by ${queries.map(({ saved }) => `“${line(saved.name)}”`).join(', ')}`,
    ...(passage ? [`  ${line(passage.text)}`] : []),
    `  ${telling.site}${articleLink(hit.id, state)}`,
    '',
  ]
}

function meaningOf({ query, state }: QueryNews, { nameOf }: Telling): string {
  const conditions = describeConditions({ ...state, newer: 0 }, nameOf)
  return ['Articles', [explain(query), ...conditions].filter((part) => part !== '').join(', ')]
    .join(' ')
    .trim()
}

/** On one line, and without what a terminal would obey. */
function line(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
