import { bareText } from './bare-text.ts'
import { isRunning, isWithin, lengthOf, sumsOf, type Block } from './blocks.ts'
import type { Box } from './box.ts'
import { blocksInCards } from './cards.ts'
import { noiseOf, type Noise } from './noise.ts'
import { oneOfArticles } from './other-articles.ts'

/** The element that holds a page's article. */
export interface ArticlePlace {
  readonly root: Box
  /** The blocks below it, but for noise. */
  readonly blocks: readonly Block[]
  /** The blocks of the whole page, but for noise. */
  readonly around: readonly Block[]
  /** Characters of running text, less what links take. */
  readonly score: number
}

/** Which share of the page's running text an element called noise must hold to be none after all: `<body class="has-sidebar">`. */
const enough: Readonly<Record<Noise, number>> = {
  none: 0,
  likely: 0.15,
  certain: 0.5,
  hopeless: 0.9,
}

/** What a character of running text takes that the page does not tell as the article's. */
const untoldCost = 0.5
/** Shorter texts for machines are mere summaries. */
const shortestTold = 600
/** Which part of the told text the page must show for its elements to be judged by it. */
const toldShown = 0.5

/**
 * Finds the element whose blocks have the most running text and the fewest links. `body` is the article as the page tells it to
 * machines: where the page shows that text too, only blocks that are in it count.
 */
export function findArticle(
  tree: Box,
  all: readonly Block[],
  { body, headline }: { readonly body: string; readonly headline: string },
): ArticlePlace {
  const isNoise = noiseIn(tree, all)
  const around = all.filter(({ box }) => !isNoise(box))
  const isTold = toldBlocks(around, body)
  const carded = blocksInCards(around, () => true)
  const scores = sumsOf(around, (block) =>
    isRunning(block) && !carded.has(block) ? runningScore(block, isTold) : -block.linked,
  )
  let root = tree
  let best = -Infinity
  for (const [box, score] of scores) {
    if (score < best || (score === best && !isWithin(box, root))) continue
    root = box
    best = score
  }
  const within = around.filter(({ box }) => isWithin(box, root))
  const one = oneOfArticles(root, within, headline)
  const blocks = one === root ? within : within.filter(({ box }) => isWithin(box, one))
  return { root: one, blocks, around, score: best }
}

function runningScore(block: Block, isTold: (block: Block) => boolean): number {
  return isTold(block) ? lengthOf(block) : -untoldCost * lengthOf(block)
}

function noiseIn(tree: Box, all: readonly Block[]): (box: Box) => boolean {
  const weights = sumsOf(all, (block) => (isRunning(block) ? lengthOf(block) : 0))
  const total = weights.get(tree) ?? 0
  const known = new Map<Box, boolean>()
  const isNoise = (box: Box): boolean => {
    const answer = known.get(box) ?? (isItself(box) || (box.parent ? isNoise(box.parent) : false))
    known.set(box, answer)
    return answer
  }
  const isItself = (box: Box) => {
    const noise = noiseOf(box)
    return noise !== 'none' && (weights.get(box) ?? 0) < enough[noise] * total
  }
  return isNoise
}

function toldBlocks(blocks: readonly Block[], told: string): (block: Block) => boolean {
  const all = bareText(told)
  const isTold = (block: Block) => all.includes(bareText(block.text).slice(0, 40))
  if (told.length < shortestTold) return () => true
  const shown = blocks.filter((block) => isRunning(block) && isTold(block))
  const length = shown.reduce((sum, { text }) => sum + text.length, 0)
  return length >= toldShown * told.length ? isTold : () => true
}
