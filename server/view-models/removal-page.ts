import type { FamilyMember } from '../../engine/archive/family-members.ts'
import type { TakenDown } from '../../engine/archive/taken-down.ts'
import type { StoredArticle } from '../../engine/article.ts'
import { showDate, showMoment } from '../show-date.ts'
import { counted } from './counting.ts'
import { buildLayout, type Layout } from './layout.ts'
import { shownTitle } from './shown-title.ts'

/** Asks whether an article shall be removed. */
export interface RemovalPage {
  readonly layout: Layout
  readonly id: string
  readonly title: string
  readonly meta: string
  /** Near-duplicates, which stay. */
  readonly others: readonly { readonly href: string; readonly title: string }[]
  readonly othersHeading: string
  readonly formToken: string
}

/** Tells that an article was removed. */
export interface RemovedPage {
  readonly layout: Layout
  readonly id: string
  readonly when: string
}

const shownOthers = 10

export function buildRemovalPage(
  article: StoredArticle,
  others: readonly FamilyMember[],
  formToken: string,
): RemovalPage {
  const { id, title, outlet, published } = article
  return {
    layout: buildLayout('Remove an article', '', undefined, ['accounts']),
    id,
    title,
    meta: [outlet, showDate(published)].filter((part) => part !== '').join(' · '),
    others: others
      .slice(0, shownOthers)
      .map((each) => ({ href: `/article/${each.id}`, title: shownTitle(each.title) })),
    othersHeading: `${counted(others.length, 'near-duplicate')} of it ${others.length === 1 ? 'stays' : 'stay'}`,
    formToken,
  }
}

export function buildRemovedPage({ id, at }: TakenDown): RemovedPage {
  return { layout: buildLayout('Article removed', ''), id, when: showMoment(at) }
}
