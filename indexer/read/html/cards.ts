import { isLinkedLine, sumsOf, type Block } from './blocks.ts'
import type { Box } from './box.ts'

/** Longer elements are more than a headline and the sentence below it. */
const longestCard = 450
/** The share of links that makes an element with a linked headline a card. */
const cardLinks = 0.25

/**
 * The blocks in cards: a linked headline of another article with a sentence or two, as front pages are made of. `headline` says which
 * linked lines are headlines.
 */
export function blocksInCards(
  blocks: readonly Block[],
  headline: (block: Block) => boolean,
): ReadonlySet<Block> {
  const lengths = sumsOf(blocks, ({ text }) => text.length)
  const links = sumsOf(blocks, ({ linked }) => linked)
  const cards = new Set<Box>()
  for (const block of blocks.filter((line) => isLinkedLine(line) && headline(line))) {
    for (let at: Box | undefined = block.box; at; at = at.parent) {
      const length = lengths.get(at) ?? 0
      if (length > longestCard) break
      if ((links.get(at) ?? 0) >= cardLinks * length) cards.add(at)
    }
  }
  return new Set(blocks.filter(({ box }) => isIn(box, cards)))
}

function isIn(box: Box, boxes: ReadonlySet<Box>): boolean {
  for (let at: Box | undefined = box; at; at = at.parent) if (boxes.has(at)) return true
  return false
}
