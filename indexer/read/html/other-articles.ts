import { bareText } from './bare-text.ts'
import { isRunning, lengthOf, sumsOf, type Block } from './blocks.ts'
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
  const headlines = blocks.filter(({ box }) => box.tag === 'h1')
  if (headlines.length < 2) return []
  const lengths = sumsOf(blocks, (block) => (isRunning(block) ? lengthOf(block) : 0))
  return headlines.flatMap(({ text: title, box }) => {
    const child = childOf(root, box)
    const isOne = child && isArticle(child) && (lengths.get(child) ?? 0) >= leastText
    return isOne ? [{ title, box: child }] : []
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
