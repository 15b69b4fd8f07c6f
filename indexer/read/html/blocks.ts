import type { Box } from './box.ts'

/** A paragraph, heading, list item, row or other piece of text that stands by itself. */
export interface Block {
  /** One line, but for single line breaks that the page makes. Never blank. */
  readonly text: string
  /** How many of its characters are links. */
  readonly linked: number
  readonly kind: 'paragraph' | 'heading' | 'item' | 'row'
  /** The innermost element that is no part of a line. */
  readonly box: Box
}

/** Elements that begin a new block; all others are part of a line. */
const blockTags = new Set(
  'html body p h1 h2 h3 h4 h5 h6 div article aside section main header footer nav hr figure figcaption blockquote pre ul ol dl li tr td th dt dd table tbody thead tfoot address form fieldset details summary center frameset frame menu legend caption'.split(
    ' ',
  ),
)
const items = new Set('li dt dd'.split(' '))

/** In characters; longer rows are no table's. */
const longestRow = 500

/** Single, because a paragraph that the page writes with line breaks ends at two of them. */
const lineBreak = '\n'

/** The blocks of a tree in reading order. */
export function blocksOf(root: Box): Block[] {
  const blocks: Block[] = []
  let text = ''
  let linked = 0
  let endsLine = false
  const flush = (box: Box) => {
    const tidy = tidied(text)
    if (/[\p{L}\p{N}]/u.test(tidy))
      blocks.push({ text: tidy, linked: Math.min(linked, tidy.length), kind: kindOf(box), box })
    text = ''
    linked = 0
    endsLine = false
  }
  const addLine = (box: Box) => {
    if (endsLine) flush(box)
    else text += lineBreak
    endsLine = true
  }
  const addText = (piece: string, inLink: boolean) => {
    text += piece
    endsLine &&= piece.trim() === ''
    if (inLink) linked += piece.trim().length
  }
  const enter = (child: Box, owner: Box, inLink: boolean) => {
    if (child.tag === 'br') addLine(owner)
    else if (opensBlock(child)) {
      flush(owner)
      walk(child, child, inLink)
      flush(child)
    } else {
      if (isCell(child)) text += ' '
      walk(child, owner, inLink || child.tag === 'a')
    }
  }
  const walk = (box: Box, owner: Box, inLink: boolean) => {
    for (const child of box.children) {
      if (typeof child === 'string') addText(child.replace(/\s+/g, ' '), inLink)
      else enter(child, owner, inLink)
    }
  }
  walk(root, root, false)
  flush(root)
  return blocks
}

function opensBlock(box: Box): boolean {
  // The cells of a row share its line, but where a table only puts a page's parts beside each other.
  if (isCell(box)) return box.parent === undefined || textLength(box.parent) > longestRow
  return blockTags.has(box.tag) || box.isBlock || standsAlone(box)
}

/** An element that the page made up, with nothing but other elements beside it. */
function standsAlone({ tag, parent }: Box): boolean {
  return (
    tag.includes('-') &&
    parent?.children.every((child) => typeof child !== 'string' || child.trim() === '') === true
  )
}

function isCell({ tag }: Box): boolean {
  return tag === 'td' || tag === 'th'
}

function textLength(box: Box): number {
  let length = 0
  for (const child of box.children) {
    length += typeof child === 'string' ? child.length : textLength(child)
    if (length > longestRow) return length
  }
  return length
}

function kindOf(box: Box): Block['kind'] {
  for (let at: Box | undefined = box; at; at = at.parent) {
    if (/^h[1-6]$/.test(at.tag)) return 'heading'
    if (items.has(at.tag)) return 'item'
    if (at.tag === 'tr') return 'row'
    if (/^(?:p|div|td|th)$/.test(at.tag)) return 'paragraph'
  }
  return 'paragraph'
}

function tidied(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** The sums of a figure over the blocks of every element that holds any. */
export function sumsOf(
  blocks: readonly Block[],
  figure: (block: Block) => number,
): ReadonlyMap<Box, number> {
  const sums = new Map<Box, number>()
  for (const block of blocks) {
    const value = figure(block)
    for (let box: Box | undefined = block.box; box; box = box.parent)
      sums.set(box, (sums.get(box) ?? 0) + value)
  }
  return sums
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** Chinese, Japanese and Korean say in one character what others say in two or three. */
export function lengthOf({ text }: Block): number {
  return text.length + 1.5 * (text.match(dense)?.length ?? 0)
}

/** Whether a block reads like a paragraph: long enough and not made of links. */
export function isRunning(block: Block): boolean {
  return (
    block.kind !== 'heading' &&
    block.kind !== 'row' &&
    lengthOf(block) >= 60 &&
    block.linked < 0.5 * block.text.length
  )
}

/** Whether an element is another one or stands in it. */
export function isWithin(box: Box, ancestor: Box): boolean {
  for (let at: Box | undefined = box; at; at = at.parent) if (at === ancestor) return true
  return false
}

/** Whether a block is nothing but a link, and long enough to be a headline. */
export function isLinkedLine({ text, linked }: Block): boolean {
  return text.length >= 15 && linked >= 0.8 * text.length
}
