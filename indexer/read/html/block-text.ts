import type { PageNode } from './dom.ts'

const element = 1
const text = 3

const skipped = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME BUTTON FORM'.split(' '))

/** What separates an element from its neighbours; inline elements are not listed. */
const edges = new Map<string, string>([
  ...listed('\n', 'BR LI TR DT DD'),
  ...listed(' ', 'TD TH'),
  ...listed(
    '\n\n',
    'P H1 H2 H3 H4 H5 H6 DIV ARTICLE ASIDE SECTION MAIN HEADER FOOTER NAV FIGURE FIGCAPTION',
  ),
  ...listed('\n\n', 'BLOCKQUOTE PRE UL OL DL TABLE ADDRESS HR'),
])

/** The text of a tree as a reader sees it: paragraphs apart by an empty line, lists and rows line by line. */
export function blockText(root: PageNode): string {
  const pieces: string[] = []
  collect(root, pieces)
  return pieces
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function collect(node: PageNode, pieces: string[]): void {
  if (node.nodeType === text) pieces.push((node.textContent ?? '').replace(/\s+/g, ' '))
  const name = node.nodeName.toUpperCase()
  if (node.nodeType !== element || skipped.has(name)) return
  const edge = edges.get(name) ?? ''
  pieces.push(edge)
  for (const child of node.childNodes) collect(child, pieces)
  pieces.push(edge)
}

function listed(edge: string, names: string): [string, string][] {
  return names.split(' ').map((name) => [name, edge])
}
