import type { Cleaning, StoredArticle } from '../../engine/article.ts'
import { textAsRead } from '../../engine/archive/text-as-read.ts'
import type { Draft } from '../read/draft.ts'

/**
 * The draft of which a stored article would be made again, as far as the archive tells: cleaned, it gives the same article as long as
 * the steps are the same.
 */
export function draftAsRead(article: StoredArticle, { titleFrom, removed }: Cleaning): Draft {
  const { title, authors, url, published, language, text, outlet } = article
  const isNamedBySource = article.facets.outlet.some(({ rule }) => rule === 'metadata')
  return {
    title: titleFrom === 'source' ? title : '',
    outlet: isNamedBySource ? outlet : '',
    published: published === '' ? [] : [published],
    url,
    authors,
    text: textAsRead(text, removed),
    language,
    givenId: '',
  }
}
