import type { StoredArticle } from '../../../engine/article.ts'
import type { Exported } from '../../../server/export/exported.ts'

/** Articles to export, with what a test says of them. */
export function exportedOf(
  articles: readonly StoredArticle[],
  said: Partial<Exported> = {},
): Exported {
  return {
    home: 'http://127.0.0.1:3000',
    name: 'Convoys',
    href: '/search?q=convoy',
    facts: [['Query', 'convoy']],
    query: { q: 'convoy' },
    total: articles.length,
    bound: 'exact',
    at: new Date(2026, 10, 2, 12, 30, 40),
    articles: each(articles),
    plan: undefined,
    remarkOn: () => undefined,
    originalOf: () => undefined,
    ...said,
  }
}

async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list
}

/** All that a format writes. */
export async function written(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(Buffer.from(piece))
  return Buffer.concat(all)
}
