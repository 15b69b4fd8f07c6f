import { decodePage } from '../decode.ts'
import { splitAuthors, Unreadable, webAddress, type Draft } from '../draft.ts'
import { languageTag } from '../language-tag.ts'
import { parsePage, type PageDocument } from './dom.ts'
import { embeddedText } from './embedded-text.ts'
import { headlineOf } from './headline.ts'
import { lighten } from './lighten.ts'
import { readPageMetadata } from './page-metadata.ts'
import { pageText } from './page-text.ts'

/**
 * Finds the article in a page: its text by where running text stands, the rest from what the page says about itself and prints above
 * the text. Throws Unreadable when there is none. A hostile page may take for ever: call it through a parser with limits.
 */
export function readPage(bytes: Uint8Array, charset = ''): Draft {
  const html = decodePage(bytes, charset)
  const page = parsePage(checked(lighten(html)))
  const metadata = readPageMetadata(page)
  const headline = headlineOf(metadata.headlines)
  const { text: shown, leftOut, above } = pageText(page, { ...metadata, headline })
  const text = shown === '' && metadata.isDeclared ? embeddedText(html) : shown
  if (text.trim() === '') throw new Unreadable('no article was found in the page')
  return {
    title: headline,
    text,
    leftOut: text === shown ? leftOut : [],
    outlet: metadata.outlets[0] ?? '',
    published: [...metadata.published, ...above.dates, ...metadata.changed],
    url: metadata.urls.map(webAddress).find((url) => url !== '') ?? '',
    authors: authorsOf(metadata.authors, above.bylines),
    language: declaredLanguage(page),
    givenId: '',
  }
}

/** Pages with more elements are no articles but lists, and take too long. */
const mostElements = 50_000

function checked(html: string): string {
  let elements = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (/[a-z]/i.test(html.charAt(at + 1))) elements++
    if (elements > mostElements)
      throw new Unreadable(
        `no article was found in the page: it has more than ${mostElements} elements`,
      )
  }
  return html
}

function authorsOf(told: readonly string[], printed: readonly string[]): string[] {
  return [...new Set((told.length > 0 ? told : printed).flatMap(splitAuthors))]
}

function declaredLanguage(page: PageDocument): string {
  const html = page.querySelector('html')
  return languageTag(html?.getAttribute('lang') ?? html?.getAttribute('xml:lang') ?? '')
}
