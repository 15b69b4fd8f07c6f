import type { Archive } from '../engine/archive/archive.ts'
import type { StoredArticle } from '../engine/article.ts'
import { NotFound } from './error-pages.ts'

/** The article that an address names. Throws NotFound. */
export function findArticle(archive: Archive, id: string): StoredArticle {
  const stored = archive.get(id)
  if (stored) return stored
  throw new NotFound(
    'The archive has no such article. It may have been removed since the link was made.',
  )
}
