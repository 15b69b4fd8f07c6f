import type { StoredArticle } from '../../../engine/article.ts'

/** Articles as lines of JSON. */
export async function* jsonLines(articles: AsyncIterable<StoredArticle>): AsyncGenerator<string> {
  for await (const article of articles) yield jsonLine(article)
}

/** An article as a line of JSON with all that is known of it, which `npm run index` can read back: `id` becomes the id given by a source. */
function jsonLine(article: StoredArticle): string {
  const { id, title, outlet, published, url, authors, text, ...others } = article
  return `${JSON.stringify({ id, title, outlet, published, url, authors, text, ...others })}\n`
}
