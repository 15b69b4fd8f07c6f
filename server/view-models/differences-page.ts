import {
  differencesBetween,
  type Differences,
  type Segment,
} from '../../engine/differences/differences.ts'
import type { StoredArticle } from '../../engine/article.ts'
import { emptyState } from '../search-state.ts'
import { showDate } from '../show-date.ts'
import { buildLayout, type Layout } from './layout.ts'
import type { Piece } from './pieces.ts'
import { shownTitle } from './shown-title.ts'

/** Two articles side by side. */
export interface DifferencesPage {
  readonly layout: Layout
  readonly sides: readonly SideView[]
  /** Paragraphs that belong together; a side may have none. */
  readonly rows: readonly { readonly cells: readonly (readonly Piece[])[] }[]
  /** How the texts stand to each other, in words. */
  readonly verdict: string
  /** Why only whole sentences are compared; '' where words are. */
  readonly limit: string
}

/** The head of a column. */
export interface SideView {
  readonly title: string
  readonly href: string
  readonly outlet: string
  readonly date: string
  /** `12 % of it stands here only` */
  readonly own: string
}

export function buildDifferencesPage(left: StoredArticle, right: StoredArticle): DifferencesPage {
  const { rows, by, shared } = differencesBetween(left.text, right.text)
  return {
    layout: buildLayout(`Differences: ${shownTitle(left.title)}`, '', emptyState),
    sides: [showSide(left, shared.left), showSide(right, shared.right)],
    rows: rows.map((row) => ({
      cells: [pieces(left.text, row.left), pieces(right.text, row.right)],
    })),
    verdict: verdictOn(shared),
    limit:
      by === 'sentences' ? 'So much differs that whole sentences are compared, not words.' : '',
  }
}

/** Below this part two texts have nothing but common phrases in common. */
const littleShared = 0.3

function verdictOn({ left, right }: Differences['shared']): string {
  if (left === 1 && right === 1) return 'The texts are the same, word for word.'
  const marked = 'What stands in one of the two texts only is marked.'
  return Math.max(left, right) < littleShared
    ? `These texts have little in common: they are no near-duplicates. ${marked}`
    : marked
}

function showSide({ id, title, outlet, published }: StoredArticle, shared: number): SideView {
  const own = Math.ceil((1 - shared) * 100)
  return {
    title: shownTitle(title),
    href: `/article/${id}`,
    outlet: outlet === '' ? 'Outlet unknown' : outlet,
    date: published === '' ? 'Undated' : showDate(published),
    own: own === 0 ? 'all of it stands in the other one too' : `${own} % of it stands here only`,
  }
}

function pieces(text: string, segments: readonly Segment[]): Piece[] {
  return segments.map(({ kind, range: [start, end] }) => ({
    text: text.slice(start, end),
    marked: kind === 'only here',
  }))
}
