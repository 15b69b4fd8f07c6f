import type { PageDocument, PageElement } from './dom.ts'

/** What marks an author's name; another article's author is marked in the same way. */
const marks = '[itemprop="author"] [itemprop="name"], [rel="author"], [itemprop="author"]'
/** Elements around a name with more text are no byline any more, the headline and the standfirst included. */
const longestByline = 300
const mostAround = 12
const longestName = 2_000

/** The authors whom the page prints first, and beside them: those further down wrote what it links to. */
export function printedAuthors(page: PageDocument): string[] {
  const first = page.querySelector(marks)
  if (!first) return []
  const byline = bylineAround(first)
  const names = Array.from(byline.querySelectorAll(marks), textOf).filter((text) => text !== '')
  return names.length > 0 ? names : [textOf(first)].filter((text) => text !== '')
}

function bylineAround(first: PageElement): PageElement {
  let byline = first
  for (let steps = 0; steps < mostAround; steps++) {
    const around = byline.parentElement
    if (!around || textOf(around).length > longestByline) break
    byline = around
  }
  return byline
}

function textOf({ textContent }: PageElement): string {
  return (textContent ?? '')
    .slice(0, 10 * longestName)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestName)
}
