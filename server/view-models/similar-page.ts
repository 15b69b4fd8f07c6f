import type { StoredArticle } from '../../engine/article.ts'
import { showDate } from '../show-date.ts'
import type { Similar } from '../similar-articles.ts'
import { buildLayout, type Layout } from './layout.ts'
import { shownTitle } from './shown-title.ts'

/** Articles that tell of the same: a page of its own, whose list an article's page takes in. */
export interface SimilarPage {
  readonly layout: Layout
  readonly title: string
  readonly backHref: string
  readonly articles: readonly SimilarView[]
}

interface SimilarView {
  readonly title: string
  readonly href: string
  readonly outlet: string
  readonly date: string
  /** As the archive has it. */
  readonly published: string
  /** `both name Roger Clegg and Utah; both have “affirmative”` */
  readonly reason: string
}

/** Values and words that a reason names. */
const mostNamed = 4

export function buildSimilarPage(article: StoredArticle, similar: readonly Similar[]): SimilarPage {
  return {
    layout: buildLayout(`Similar to: ${shownTitle(article.title)}`, '', undefined, ['article']),
    title: shownTitle(article.title),
    backHref: `/article/${article.id}`,
    articles: similar.map(({ hit: { id, title, outlet, published }, shared, words }) => ({
      title: shownTitle(title),
      href: `/article/${id}`,
      outlet: outlet === '' ? 'Outlet unknown' : outlet,
      date: published === '' ? 'Undated' : showDate(published),
      published,
      reason: reasonOf(
        shared.map(({ name }) => name),
        words.map((word) => `“${word}”`),
      ),
    })),
  }
}

const enumeration = new Intl.ListFormat('en-GB', { type: 'conjunction' })

function reasonOf(names: readonly string[], words: readonly string[]): string {
  const parts = [
    ['both name', names],
    ['both have', words],
  ] as const
  return parts
    .filter(([, list]) => list.length > 0)
    .map(([verb, list]) => `${verb} ${enumeration.format(list.slice(0, mostNamed))}`)
    .join('; ')
}
