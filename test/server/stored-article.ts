import type { StoredArticle } from '../../engine/article.ts'
import { byFacet } from '../../engine/by-facet.ts'
import { withoutDates } from '../without-dates.ts'

/** An article of the archive with what a test says of it and nothing else. */
export function storedArticle(said: Partial<StoredArticle>): StoredArticle {
  return {
    id: 'a1',
    sequence: 1,
    title: 'Untitled',
    text: '',
    outlet: '',
    published: '',
    url: '',
    authors: [],
    language: '',
    ...withoutDates,
    facets: byFacet(() => []),
    firstIndexed: '2026-01-02T03:04:05.000Z',
    origin: 'test.jsonl#1',
    originalHash: 'ab'.repeat(32),
    sample: false,
    family: '',
    ...said,
  }
}
