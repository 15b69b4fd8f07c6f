import type { PageNode } from './dom.ts'

const element = 1
const text = 3

const skipped = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME BUTTON FORM'.split(' '))

// Edges stand for themselves until neighbouring ones have been joined: two paragraphs share one gap.
const paragraphEdge = '\u0002'
const lineEdge = '\u0001'

/** What separates an element from its neighbours; inline elements are not listed. */
const edges = new Map<string, string>([
  ...listed(lineEdge, 'LI TR DT DD'),
  ...listed(' ', 'TD TH'),
  ...listed(
    paragraphEdge,
    'P H1 H2 H3 H4 H5 H6 DIV ARTICLE ASIDE SECTION MAIN HEADER FOOTER NAV HR',
  ),
  ...listed(paragraphEdge, 'FIGURE FIGCAPTION BLOCKQUOTE PRE UL OL DL TABLE ADDRESS'),
])

/** The text of a tree as a reader sees it: paragraphs apart by an empty line, lists and rows line by line. */
export function blockText(root: PageNode): string {
  const pieces: string[] = []
  collect(root, pieces)
  return pieces
    .join('')
    .replace(/[ \n\u0001\u0002]*[\n\u0001\u0002][ \n\u0001\u0002]*/g, gap)
    .trim()
}

function gap(run: string): string {
  return run.includes(paragraphEdge) || /\n ?\n/.test(run) ? '\n\n' : '\n'
}

function collect(node: PageNode, pieces: string[]): void {
  if (node.nodeType === text) pieces.push((node.textContent ?? '').replace(/\s+/g, ' '))
  const name = node.nodeName.toUpperCase()
  if (node.nodeType !== element || skipped.has(name)) return
  if (name === 'BR') pieces.push('\n')
  const edge = edges.get(name) ?? ''
  pieces.push(edge)
  for (const child of node.childNodes) collect(child, pieces)
  pieces.push(edge)
}

function listed(edge: string, names: string): [string, string][] {
  return names.split(' ').map((name) => [name, edge])
}
