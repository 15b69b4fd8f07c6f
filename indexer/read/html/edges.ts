import { isRunning, type Block } from './blocks.ts'
import type { Box } from './box.ts'
import { shapeOf, usualShapes } from './shapes.ts'

/** A shorter line above the first paragraph is a byline, a date or a credit. */
const shortestLead = 40
/** The share of running text that author, house rules and the like may have below the last paragraph. */
const mostBelow = 0.3

/** Leaves out what stands above the first paragraph and below the last: headline, byline, date; author, house rules, headings of nothing. */
export function withoutEdges(blocks: readonly Block[], root: Box): readonly Block[] {
  const usual = usualShapes(blocks, root)
  const isUsual = ({ box }: Block) => usual.has(shapeOf(box, root))
  const first = blocks.findIndex((block) => isRunning(block) && isUsual(block))
  const lead = blocks.findIndex(isRunning)
  const last = lastOf(blocks, (block) => isUsual(block) || isBeside(block, root, usual))
  const isHeadingOf = ({ kind }: Block, index: number) =>
    kind === 'heading' && (index > lead || index === first - 1)
  return blocks
    .slice(0, last + 1)
    .filter(
      (block, index) =>
        index >= first || isUsual(block) || isLead(block) || isHeadingOf(block, index),
    )
    .filter(({ box }) => box.tag !== 'h1')
}

/** The last block of the article. So much that is nested in another way is no bottom matter, but the article goes on. */
function lastOf(blocks: readonly Block[], isOwn: (block: Block) => boolean): number {
  const last = blocks.findLastIndex((block) => block.kind !== 'heading' && isOwn(block))
  const running = (list: readonly Block[]) =>
    list.reduce((sum, block) => sum + (isRunning(block) ? block.text.length : 0), 0)
  if (running(blocks.slice(last + 1)) <= mostBelow * running(blocks)) return last
  return blocks.findLastIndex((block) => block.kind !== 'heading')
}

function isLead(block: Block): boolean {
  return isRunning(block) || (block.text.length >= shortestLead && !/\d\d/.test(block.text))
}

/** Lists, tables and quotations that stand beside paragraphs are part of the article, also at its end. */
function isBeside({ box }: Block, root: Box, usual: ReadonlySet<string>): boolean {
  const shape = shapeOf(box, root)
  return [...usual].some((paragraph) => {
    const parent = paragraph.replace(/[^>]+>$/, '')
    return (
      shape.startsWith(parent) && /^(?:ul|ol|dl|table|blockquote)>/.test(shape.slice(parent.length))
    )
  })
}
