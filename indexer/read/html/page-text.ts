import { blocksOf, isRunning, isWithin, type Block } from './blocks.ts'
import { boxTree } from './box.ts'
import type { PageDocument } from './dom.ts'
import { withoutEdges } from './edges.ts'
import { findArticle, type ArticlePlace } from './find-article.ts'
import { headLines, type HeadLines } from './head-lines.ts'
import { isOneLink, withoutInserts } from './inserts.ts'
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
  readonly above: HeadLines
}

/** Where a page shows so much less of the article than it tells, what it tells is the article. */
const shownOfTold = 0.6

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
  if (!element) return { text: body, above: { dates: [], bylines: [] } }
  const tree = boxTree(element)
  const all = blocksOf(tree)
  const place = findArticle(tree, all, hints)
  const shown = isArticle(place, hints) ? shownText(place, hints) : ''
  return {
    text: shown.length < shownOfTold * body.length ? body : shown,
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

function shownText(place: ArticlePlace, hints: ArticleHints): string {
  const kept = withoutEdges(withoutInserts(place.blocks, place.root), place.root)
  return textOf([...standfirstOf(place, hints), ...kept])
}

function textOf(all: readonly Block[]): string {
  const blocks = withoutRepetition(all)
  const pieces = blocks.map((block, index) => {
    const next = blocks[index + 1]
    if (next === undefined) return block.text
    return block.text + (block.kind === 'item' && next.kind === 'item' ? '\n' : '\n\n')
  })
  return pieces.join('')
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
