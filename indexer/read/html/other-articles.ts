import { bareText } from './bare-text.ts'
import { isRunning, isWithin, lengthOf, type Block } from './blocks.ts'
import type { Box } from './box.ts'

/** Elements beside each other are articles when each has a headline and at least so much running text. */
const leastText = 300

/**
 * Where the next articles follow the first on one page, the element of the one that is called `headline`, or of the first; else `root`.
 */
export function oneOfArticles(root: Box, blocks: readonly Block[], headline: string): Box {
  const articles = childrenWithHeadline(root, blocks)
  if (articles.length < 2) return root
  const named = articles.find(({ title }) => bareText(title) === bareText(headline))
  return (named ?? articles[0])?.box ?? root
}

function childrenWithHeadline(root: Box, blocks: readonly Block[]) {
  const headlines = blocks.filter((block) => isInTag(block.box, 'h1', root))
  if (headlines.length < 2) return []
  return headlines.flatMap(({ text: title, box }) => {
    const child = childOf(root, box)
    if (child === undefined || !isArticle(child)) return []
    const running = blocks.filter((block) => isRunning(block) && isWithin(block.box, child))
    const length = running.reduce((sum, block) => sum + lengthOf(block), 0)
    return length >= leastText ? [{ title, box: child }] : []
  })
}

function isArticle({ tag, names }: Box): boolean {
  return tag === 'article' || / (?:article|post|story|entry) /.test(names)
}

function childOf(root: Box, box: Box): Box | undefined {
  let at: Box | undefined = box
  while (at && at.parent !== root) at = at.parent
  return at
}

function isInTag(box: Box, tag: string, root: Box): boolean {
  for (let at: Box | undefined = box; at && at !== root; at = at.parent)
    if (at.tag === tag) return true
  return false
}
