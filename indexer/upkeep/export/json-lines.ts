import type { StoredArticle } from '../../../engine/article.ts'
import { exportFormat } from '../../read/exported.ts'

/** Articles as lines of JSON. */
export async function* jsonLines(articles: AsyncIterable<StoredArticle>): AsyncGenerator<string> {
  for await (const article of articles) yield jsonLine(article)
}

/** An article as a line of JSON with all that is known of it, which `npm run index` reads back as it is. */
function jsonLine(article: StoredArticle): string {
  const { id, title, outlet, published, url, authors, text, ...others } = article
  return `${JSON.stringify({ format: exportFormat, id, title, outlet, published, url, authors, text, ...others })}\n`
}
