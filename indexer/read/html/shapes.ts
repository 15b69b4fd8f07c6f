import { isRunning, lengthOf, type Block } from './blocks.ts'
import type { Box } from './box.ts'

/** How the elements between the article's and a block are nested: `div>p>`, `ul>li>`. '' for a block of the article's own element. */
export type Shape = string

/** A shape is usual when it holds this share of the running text. */
const usualShare = 0.2

/** The shape of an element below another one. */
export function shapeOf(box: Box, root: Box): Shape {
  let shape = ''
  for (let at: Box | undefined = box; at && at !== root; at = at.parent)
    shape = `${at.tag}>${shape}`
  return shape
}

/** The shapes of an article's paragraphs: most are nested in one or two ways, and what a page puts between them in others. */
export function usualShapes(blocks: readonly Block[], root: Box): ReadonlySet<Shape> {
  const weights = new Map<Shape, number>()
  let total = 0
  for (const block of blocks) {
    if (!isRunning(block)) continue
    const shape = shapeOf(block.box, root)
    weights.set(shape, (weights.get(shape) ?? 0) + lengthOf(block))
    total += lengthOf(block)
  }
  const usual = [...weights].filter(([, weight]) => weight >= usualShare * total)
  return new Set(usual.map(([shape]) => shape))
}
