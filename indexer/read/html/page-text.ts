import { blocksOf, isRunning, isWithin, type Block } from './blocks.ts'
import { tidyText } from '../../clean/whitespace.ts'
import type { LeftOut } from '../draft.ts'
import { boxTree } from './box.ts'
import type { PageDocument } from './dom.ts'
import { withoutEdges } from './edges.ts'
import { findArticle, type ArticlePlace } from './find-article.ts'
import { headLines, type HeadLines } from './head-lines.ts'
import { isOneLink, withoutInserts } from './inserts.ts'
import { leftOutOf } from './left-out.ts'
import { standfirstOf } from './standfirst.ts'

/** What a page says about its article that helps to find it; '' where it says nothing. */
export interface ArticleHints {
  readonly headline: string
  readonly description: string
  /** The article itself, as told to machines. */
  readonly body: string
  /** Whether the page calls itself an article. */
  readonly isDeclared: boolean
}

/** The article that a page shows. */
export interface PageText {
  /** Paragraphs apart by an empty line; '' where there is no article. */
  readonly text: string
  /** What stood between the text's blocks. */
  readonly leftOut: readonly LeftOut[]
  readonly above: HeadLines
}

/** Where a page shows so much less of the article than it tells, what it tells is the article. */
const shownOfTold = 0.6
/** But less may do where what it tells has lost the breaks between its paragraphs, which the page has. */
const shownOfGlued = 0.3
/** Full stops with a sentence glued to them: so many are no abbreviations. */
const fewestGlued = 5
const gluedShare = 0.2

/** Below this a page that does not call itself an article is none. */
const leastText = 100
/** And below this, when it links to so many others. */
const leastOfIndex = 800
const mostHeadlines = 20
const shortestHeadline = 20

/** Finds the article of a page and what is printed above it. */
export function pageText(page: PageDocument, hints: ArticleHints): PageText {
  const { body } = hints
  const element = page.querySelector('body') ?? page.querySelector('html')
  if (!element) return { text: body, leftOut: [], above: { dates: [], bylines: [] } }
  const tree = boxTree(element)
  const all = blocksOf(tree)
  const place = findArticle(tree, all, hints)
  const shown = isArticle(place, hints) ? shownText(place, hints, all) : nothing
  return {
    ...(shown.text.length < shareOf(body) * body.length ? { text: body, leftOut: [] } : shown),
    above: headLines(all, place.root),
  }
}

/** Pages that merely link to articles show no running text, or teasers among many headlines. */
function isArticle({ score, around, root }: ArticlePlace, { isDeclared }: ArticleHints): boolean {
  if (isDeclared || score >= leastOfIndex) return true
  const headlines = around.filter(
    (block) =>
      block.text.length >= shortestHeadline && isOneLink(block) && !isWithin(block.box, root),
  )
  return score >= leastText && headlines.length < mostHeadlines
}

function shareOf(told: string): number {
  const glued = told.match(/\p{Ll}[.!?]["”’]?\p{Lu}\p{Ll}/gu)?.length ?? 0
  const apart = told.match(/\p{Ll}[.!?]["”’]?\s+\p{Lu}/gu)?.length ?? 0
  const isGlued = glued >= fewestGlued && glued >= gluedShare * (glued + apart)
  return isGlued ? shownOfGlued : shownOfTold
}

type Shown = Pick<PageText, 'text' | 'leftOut'>
const nothing: Shown = { text: '', leftOut: [] }

function shownText(place: ArticlePlace, hints: ArticleHints, all: readonly Block[]): Shown {
  const kept = withoutEdges(withoutInserts(place.blocks, place.root), place.root)
  return textOf([...standfirstOf(place, hints), ...kept], all)
}

function textOf(kept: readonly Block[], all: readonly Block[]): Shown {
  const blocks = withoutRepetition(kept)
  const starts = new Map<Block, number>()
  let text = ''
  blocks.forEach((block, index) => {
    starts.set(block, text.length)
    const next = blocks[index + 1]
    // Tidied already, so that cleaning moves nothing of it.
    text += tidyText(block.text)
    if (next) text += block.kind === 'item' && next.kind === 'item' ? '\n' : '\n\n'
  })
  return { text, leftOut: leftOutOf(all, starts) }
}

// Pages that print for two widths of the screen have paragraphs twice.
function withoutRepetition(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>()
  return blocks.filter((block) => {
    const isNew = !isRunning(block) || !seen.has(block.text)
    seen.add(block.text)
    return isNew
  })
}
