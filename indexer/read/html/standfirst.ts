import { bareText } from './bare-text.ts'
import { isWithin, type Block } from './blocks.ts'
import type { Box } from './box.ts'
import type { ArticlePlace } from './find-article.ts'

/** How pages call the sentence or two between headline and article. */
const standfirstName =
  / (?:standfirst|stand first|sub ?headlines?|sub ?headings?|sub ?heads?|sub ?titles?|deck|dek|lede?|lead|leadin|lead in|intro|introduction|summary|excerpt|synopsis|abstract|description|desc|sapo|chapo|chapeau|entradilla|bajada|copete|volanta|sommario|occhiello|catenaccio|ingress|manchet|vorspann|anleser|kop|spot|perex|zajawka|anons|subline|sumario|subtitulo|preamble|underrubrik|resumo|linha fina|gravata|strap|strapline|blurb|nut graf|article description) /

const shortest = 20
const longest = 700
/** Elements above the block that may bear the name. */
const namedWithin = 3

/** The standfirst before the article's first block: what the page's description says, or what is called so. Empty when there is none. */
export function standfirstOf(
  { around, root }: ArticlePlace,
  { description, headline }: { readonly description: string; readonly headline: string },
): readonly Block[] {
  const before = beforeArticle(around, root, headline)
  const told = bareText(description).slice(0, 60)
  const fits = (block: Block) =>
    block.text.length >= shortest &&
    block.text.length <= longest &&
    block.linked < 0.5 * block.text.length
  const described = before.findLast(
    (block) =>
      fits(block) && told.length >= 15 && bareText(block.text).startsWith(told.slice(0, 40)),
  )
  if (described) return [described]
  return before
    .filter((block) => fits(block) && block.box.tag !== 'h1' && isNamed(block.box, root))
    .slice(0, 2)
}

/** From the headline to the article. */
function beforeArticle(all: readonly Block[], root: Box, headline: string): readonly Block[] {
  const first = all.findIndex(({ box }) => isWithin(box, root))
  const before = all.slice(0, Math.max(first, 0))
  const heading = before.findLastIndex(({ box }) => isWithinTag(box, 'h1'))
  const title = heading < 0 ? before.findLastIndex((block) => says(block, headline)) : heading
  return title < 0 ? [] : before.slice(title + 1)
}

function says({ text }: Block, headline: string): boolean {
  return headline !== '' && bareText(text) === bareText(headline)
}

function isWithinTag(box: Box, tag: string): boolean {
  for (let at: Box | undefined = box; at; at = at.parent) if (at.tag === tag) return true
  return false
}

function isNamed(box: Box, root: Box): boolean {
  let at: Box | undefined = box
  for (let steps = 0; at && steps < namedWithin && !isWithin(root, at); steps++) {
    if (standfirstName.test(at.names)) return true
    at = at.parent
  }
  return false
}
