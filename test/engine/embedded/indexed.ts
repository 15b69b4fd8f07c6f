import type { Change } from '../../../engine/archive/archive.ts'
import type { StoredArticle } from '../../../engine/article.ts'
import type { MadeUpArticle } from '../contract-archive.ts'

/** A change that puts a made-up article, as the archive's log has it; its number is the sequence number. */
export function putChange(
  sequence: number,
  { key, article, family }: MadeUpArticle,
): Change & { readonly article: StoredArticle } {
  return {
    number: sequence,
    mark: sequence,
    sequence,
    id: key,
    article: {
      ...article,
      id: key,
      sequence,
      firstIndexed: '2016-04-11T00:00:00.000Z',
      origin: key,
      originalHash: key,
      sample: false,
      family,
    },
  }
}
