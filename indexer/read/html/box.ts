import type { PageNode } from './dom.ts'

/** An element, as much of it as finding an article needs. A tree of these is walked many times, which linkedom's is too slow for. */
export interface Box {
  /** In lower case, without the prefix of a namespace. */
  readonly tag: string
  /** The words of its class, id and role, in lower case, each between spaces: ` article body ad slot `. */
  readonly names: string
  /** Whether the page hides it from every reader. */
  readonly isHidden: boolean
  /** Whether the page says that it begins a line: by its style, or by a class `br`. */
  readonly isBlock: boolean
  readonly parent: Box | undefined
  /** The element before it in its parent. */
  readonly before: Box | undefined
  readonly children: readonly (Box | string)[]
}

/** Of longer ones the beginning tells enough. */
const longestNames = 1_000
const namingAttributes = ['class', 'id', 'role', 'data-component', 'data-testid']

const elementNode = 1
const textNode = 3

/** What no reader sees as text; its content is not looked at. */
const unseen = new Set(
  'script style noscript template svg iframe button select textarea input object canvas video audio head title math map'.split(
    ' ',
  ),
)

/** Deeper elements are left out, as browsers flatten them: every walk over the tree calls itself once a level. */
const deepest = 500

interface ReadableElement extends PageNode {
  getAttribute(name: string): string | null
}

/** Copies the tree below an element, without what no reader sees. */
export function boxTree(root: PageNode): Box {
  return boxOf(root, undefined, undefined, 0)
}

function boxOf(
  node: PageNode,
  parent: Box | undefined,
  before: Box | undefined,
  depth: number,
): Box {
  const children: (Box | string)[] = []
  const box = { ...describe(node), parent, before, children }
  if (depth > deepest) return box
  let last: Box | undefined
  for (const child of node.childNodes) {
    if (child.nodeType === textNode) children.push(child.textContent ?? '')
    if (child.nodeType !== elementNode || unseen.has(tagOf(child))) continue
    last = boxOf(child, box, last, depth + 1)
    children.push(last)
  }
  return box
}

function describe(node: PageNode): Omit<Box, 'parent' | 'before' | 'children'> {
  const attribute = (name: string) => (isReadable(node) ? (node.getAttribute(name) ?? '') : '')
  const tag = tagOf(node)
  // The name of an element that the page made up says what it is for: <related-stories>.
  const own = tag.includes('-') ? tag : ''
  const named = [own, ...namingAttributes.map(attribute)].join(' ').slice(0, longestNames)
  const names = wordsOfNames(named)
  return {
    tag,
    names,
    isHidden: isReadable(node) && hides(node),
    isBlock: names.includes(' br ') || /display\s*:\s*block/i.test(attribute('style')),
  }
}

function hides(node: ReadableElement): boolean {
  const style = node.getAttribute('style') ?? ''
  return (
    node.getAttribute('hidden') !== null ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
  )
}

function tagOf(node: PageNode): string {
  const name = node.nodeName.toLowerCase()
  return name.slice(name.indexOf(':') + 1)
}

// "articleBody ad-slot" is " article body ad slot ".
function wordsOfNames(names: string): string {
  if (names.trim() === '') return ' '
  const apart = names.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  return ` ${apart
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
    .join(' ')} `
}

function isReadable(node: PageNode): node is ReadableElement {
  return 'getAttribute' in node
}
