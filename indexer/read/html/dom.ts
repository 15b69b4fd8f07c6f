import { parseHTML } from 'linkedom'

/** As much of the DOM as reading an article needs. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
}

export interface PageElement extends PageNode {
  readonly parentElement: PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  getAttribute(name: string): string | null
}

export interface PageDocument extends PageNode {
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

/** Parses a page. Nothing is fetched and no script runs: the DOM is only a tree. */
export function parsePage(html: string): PageDocument {
  // A page without these tags would leave the tree without a root.
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
  const window: unknown = parseHTML(whole)
  const page: unknown = isObject(window) ? Reflect.get(window, 'document') : undefined
  if (!isPageDocument(page)) throw new Error('linkedom gave no document.')
  return page
}

export function isPageNode(value: unknown): value is PageNode {
  return isObject(value) && 'nodeType' in value && 'childNodes' in value
}

function isPageDocument(value: unknown): value is PageDocument {
  return isPageNode(value) && 'querySelectorAll' in value
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Some publishers escape what is escaped already: `&#8217;` in an attribute's value means an apostrophe. */
export function decodeEntities(text: string): string {
  if (!/&(?:#\w+|\w+);/.test(text)) return text
  const page = parsePage(`<html><body><p>${text.replaceAll('<', '&lt;')}</p></body></html>`)
  return page.querySelector('p')?.textContent ?? text
}
