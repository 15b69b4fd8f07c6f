import type { StoredArticle } from '../../../engine/article.ts'
import { withoutDates } from '../../without-dates.ts'

/** An article with the parts that a test names; the others are empty. */
export function storedArticle(parts: Partial<StoredArticle>): StoredArticle {
  return {
    id: '0123456789abc',
    sequence: 1,
    firstIndexed: '2024-01-01T00:00:00.000Z',
    title: 'Untitled',
    text: '',
    outlet: '',
    published: '',
    url: '',
    authors: [],
    language: '',
    facets: { people: [], places: [], weapons: [], outlet: [], cites: [] },
    origin: 'made-up.txt',
    originalHash: '',
    sample: false,
    family: '',
    ...withoutDates,
    ...parts,
  }
}
