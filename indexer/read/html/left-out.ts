import type { LeftOut } from '../draft.ts'
import type { Block } from './blocks.ts'
import type { Box } from './box.ts'

/** The share of links that makes a block a reference to other articles. */
const fewestLinks = 0.25

/**
 * What a page shows between the first and the last of the kept blocks and the text has not, at its place before the next kept one.
 * `starts` tells where each kept block begins in the text.
 */
export function leftOutOf(all: readonly Block[], starts: ReadonlyMap<Block, number>): LeftOut[] {
  const last = all.findLastIndex((block) => starts.has(block))
  const said = new Set(Array.from(starts.keys(), ({ text }) => text))
  const leftOut: LeftOut[] = []
  let before: number | undefined
  for (const block of all.slice(0, last + 1).reverse()) {
    const start = starts.get(block)
    if (start === undefined && before !== undefined)
      leftOut.push({ at: before, step: stepOf(block, said), text: `${block.text}\n\n` })
    before = start ?? before
  }
  const first = Math.min(...starts.values())
  return leftOut.reverse().filter(({ at }) => at > first)
}

function stepOf(block: Block, said: ReadonlySet<string>): LeftOut['step'] {
  if (said.has(block.text)) return 'repetition in the page'
  if (isIn(block.box, ({ isHidden }) => isHidden)) return 'hidden text in the page'
  if (isIn(block.box, isPicture)) return 'caption in the page'
  if (block.linked >= fewestLinks * block.text.length) return 'related stories in the page'
  return 'widget in the page'
}

function isPicture({ tag, names }: Box): boolean {
  return /^(?:figure|figcaption)$/.test(tag) || / (?:captions?|figcaption) /.test(names)
}

function isIn(box: Box, isOne: (box: Box) => boolean): boolean {
  for (let at: Box | undefined = box; at; at = at.parent) if (isOne(at)) return true
  return false
}
