import { Readability } from '@mozilla/readability'
import { decodePage } from '../decode.ts'
import { splitAuthors, titleOf, Unreadable, webAddress, type Draft } from '../draft.ts'
import { blockText } from './block-text.ts'
import { isPageNode, parsePage, type PageDocument } from './dom.ts'
import { readPageMetadata } from './page-metadata.ts'

/** Pages with more elements are no articles but lists, and take too long. */
const mostElements = 50_000

/**
 * Finds the article in a page: its text by @mozilla/readability, the rest from what the page says about itself.
 * Throws Unreadable when there is none. Call it through PageParser: a hostile page may take for ever.
 */
export function readPage(bytes: Uint8Array, charset = ''): Draft {
  const page = parsePage(decodePage(bytes, charset))
  // Before Readability, which takes the document to pieces.
  const metadata = readPageMetadata(page)
  const language = declaredLanguage(page)
  const text = longerByFar(metadata.body, articleText(page))
  if (text.trim() === '') throw new Unreadable('no text: no article was found in the page')
  const outlet = metadata.outlets[0] ?? ''
  return {
    title: withoutOutlet(metadata.titles[0] ?? titleOf(text), outlet),
    text,
    outlet,
    published: metadata.published,
    url: metadata.urls.map(webAddress).find((url) => url !== '') ?? '',
    authors: [...new Set(metadata.authors.flatMap(splitAuthors))],
    language,
    givenId: '',
  }
}

// Where a page shows only the beginning, or builds itself with scripts, what it tells machines is the article.
function longerByFar(told: string, shown: string): string {
  return told.length > 2 * shown.length ? told : shown
}

function articleText(page: PageDocument): string {
  const serializer = (node: unknown) => (isPageNode(node) ? blockText(node) : '')
  const options = { maxElemsToParse: mostElements, serializer, disableJSONLD: true }
  return new Readability(page, options).parse()?.content ?? ''
}

function declaredLanguage(page: PageDocument): string {
  const language = page.querySelector('html')?.getAttribute('lang')?.trim() ?? ''
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(language) ? language : ''
}

// "Talks resume - The Daily" and "Talks resume | The Daily"
function withoutOutlet(title: string, outlet: string): string {
  if (outlet === '' || !title.endsWith(outlet)) return title
  const bare = title.slice(0, -outlet.length).trimEnd()
  return /\s[-–—|·]$/.test(bare) ? bare.slice(0, -1).trimEnd() : title
}
