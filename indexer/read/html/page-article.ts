import { decodePage } from '../decode.ts'
import { splitAuthors, titleOf, Unreadable, webAddress, type Draft } from '../draft.ts'
import { languageTag } from '../language-tag.ts'
import { parsePage, type PageDocument } from './dom.ts'
import { headlineOf } from './headline.ts'
import { lighten } from './lighten.ts'
import { readPageMetadata } from './page-metadata.ts'
import { pageText } from './page-text.ts'

/**
 * Finds the article in a page: its text by where running text stands, the rest from what the page says about itself and prints above
 * the text. Throws Unreadable when there is none. A hostile page may take for ever: call it through a parser with limits.
 */
export function readPage(bytes: Uint8Array, charset = ''): Draft {
  const page = parsePage(lighten(decodePage(bytes, charset)))
  const metadata = readPageMetadata(page)
  const { text, above } = pageText(page, metadata)
  if (text.trim() === '') throw new Unreadable('no article was found in the page')
  const headline = headlineOf(metadata.headlines)
  const authors = metadata.authors.length > 0 ? metadata.authors : above.bylines
  return {
    title: headline === '' ? titleOf(text) : headline,
    text,
    outlet: metadata.outlets[0] ?? '',
    published: [...metadata.published, ...above.dates, ...metadata.changed],
    url: metadata.urls.map(webAddress).find((url) => url !== '') ?? '',
    authors: [...new Set(authors.flatMap(splitAuthors))],
    language: declaredLanguage(page),
    givenId: '',
  }
}

function declaredLanguage(page: PageDocument): string {
  const html = page.querySelector('html')
  return languageTag(html?.getAttribute('lang') ?? html?.getAttribute('xml:lang') ?? '')
}
