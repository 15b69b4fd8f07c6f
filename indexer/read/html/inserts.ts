import { blocksOf, isLinkedLine, isRunning, sumsOf, type Block } from './blocks.ts'
import type { Box } from './box.ts'
import { blocksInCards } from './cards.ts'
import { shapeOf, usualShapes, type Shape } from './shapes.ts'

/** A teaser has no more text, headline included; what is longer may be a chapter that quotes a headline. */
const longestTeaser = 1_500
const longestCaption = 400
/** A caption without an element of its own. */
const longestLine = 200
/** "Also read: Talks resume" */
const label = /^[^.!?]{2,40}(?:[:|–—]| -|- )/
/** In characters, the full stop included. */
const shortestUnlinked = 8
/** The share of links that makes an element with a line of nothing but a link a teaser. */
const teaserLinks = 0.25

/** An element below the article's, and what stands in it. */
interface Insert {
  readonly length: number
  readonly linked: number
  readonly headings: number
  /** Paragraphs as the article's own are nested: where one stands, it is no insert. */
  readonly usual: number
}

/**
 * Leaves out what pages put between paragraphs: teasers of other articles, lines that are one link, captions of pictures. Headings right
 * above a teaser go with it.
 */
export function withoutInserts(blocks: readonly Block[], root: Box): readonly Block[] {
  const usual = usualShapes(blocks, root)
  const insertAt = insertsOf(blocks, root, usual)
  const teasers = elementsOf(blocks.filter(isLinkedLine), root, insertAt, isTeaser)
  const captions = elementsOf(blocks, root, insertAt, isCaption)
  const carded = blocksInCards(blocks, ({ kind }) => kind === 'heading')
  const isLink = (block: Block | undefined) =>
    block !== undefined && (isOneLink(block) || carded.has(block) || stands(block, teasers, root))
  const isUsual = ({ box }: Block) => usual.has(shapeOf(box, root))
  const isOwnSentence = (block: Block) => isSentence(block) && isUsual(block)
  const shared = sharedBoxes(blocks)
  const isCaptionLine = (block: Block) => !shared.has(block.box) && isLineBelowPicture(block)
  return blocks.filter((block, index) => {
    if (isOwnSentence(block)) return true
    if (isLink(block) || stands(block, captions, root) || isCaptionLine(block)) return false
    if (isTimestamp(block) && !isUsual(block)) return false
    return block.kind !== 'heading' || !isLink(blocks[index + 1])
  })
}

function insertsOf(
  blocks: readonly Block[],
  root: Box,
  usual: ReadonlySet<Shape>,
): (box: Box) => Insert {
  const length = sumsOf(blocks, ({ text }) => text.length)
  const linked = sumsOf(blocks, (block) => block.linked)
  const headings = sumsOf(blocks, ({ kind }) => (kind === 'heading' ? 1 : 0))
  const usuals = sumsOf(blocks, (block) =>
    isRunning(block) && usual.has(shapeOf(block.box, root)) ? 1 : 0,
  )
  return (box) => ({
    length: length.get(box) ?? 0,
    linked: linked.get(box) ?? 0,
    headings: headings.get(box) ?? 0,
    usual: usuals.get(box) ?? 0,
  })
}

/** The elements around blocks, as far out as they may be inserts, that are of a kind. */
function elementsOf(
  blocks: readonly Block[],
  root: Box,
  insertAt: (box: Box) => Insert,
  isOfKind: (box: Box, insert: Insert) => boolean,
): ReadonlySet<Box> {
  const found = new Set<Box>()
  for (const { box } of blocks) {
    for (let at: Box | undefined = box; at && at !== root; at = at.parent) {
      const insert = insertAt(at)
      if (insert.usual > 0 || insert.length > longestTeaser) break
      if (isOfKind(at, insert)) found.add(at)
    }
  }
  return found
}

function isTeaser(_: Box, { length, linked }: Insert): boolean {
  return linked >= teaserLinks * length
}

// A heading beside a picture may be the article's own.
function isCaption(box: Box, { length, headings }: Insert): boolean {
  return length <= longestCaption && headings === 0 && box.tag !== 'p' && hasPicture(box)
}

/** Elements in which several blocks stand that have none of their own: a picture somewhere in it is not above every one. */
function sharedBoxes(blocks: readonly Block[]): ReadonlySet<Box> {
  const [seen, shared] = [new Set<Box>(), new Set<Box>()]
  for (const { box } of blocks) (seen.has(box) ? shared : seen).add(box)
  return shared
}

/** A line below a picture, as `<p><img></p><p>The ministry in Vienna</p>`. It is no sentence, and no heading in bold letters. */
function isLineBelowPicture({ text, kind, box }: Block): boolean {
  if (kind !== 'paragraph' || text.length > longestLine || /[.!?:…。！？।][”"’'»)]*$/.test(text))
    return false
  const isBold = box.children.every((child) =>
    typeof child === 'string' ? child.trim() === '' : /^(?:b|strong)$/.test(child.tag),
  )
  return !isBold && (hasPicture(box) || (box.before !== undefined && isPictureAlone(box.before)))
}

function isPictureAlone(box: Box): boolean {
  return box.tag === 'img' || (hasPicture(box) && blocksOf(box).length === 0)
}

function hasPicture(box: Box): boolean {
  return box.children.some(
    (child) => typeof child !== 'string' && (child.tag === 'img' || hasPicture(child)),
  )
}

function stands({ box }: Block, elements: ReadonlySet<Box>, root: Box): boolean {
  for (let at: Box | undefined = box; at && at !== root; at = at.parent)
    if (elements.has(at)) return true
  return false
}

/** When an update of a running report was made: "12:15", "3 hours ago 11:48 Ann Lee". */
function isTimestamp({ text, kind }: Block): boolean {
  return (
    kind === 'paragraph' &&
    text.length < 80 &&
    /\b\d{1,2}[:.]\d{2}\b/.test(text) &&
    !/[.!?]$/.test(text)
  )
}

/** A sentence of the article, though most of it may be links: words stand before them, and no label. */
function isSentence({ text, linked, kind }: Block): boolean {
  return (
    kind === 'paragraph' &&
    linked >= 0.5 * text.length &&
    text.length - linked >= shortestUnlinked &&
    /[.!?…][”"’'»)]*$/.test(text) &&
    !label.test(text)
  )
}

/** Nothing but a link, also with a label before it: "Also read: Talks resume". A long one may be a paragraph. */
export function isOneLink({ text, linked }: Block): boolean {
  if (linked === 0 || linked < 0.5 * text.length || text.length > 300) return false
  return linked >= 0.8 * text.length || label.test(text)
}
