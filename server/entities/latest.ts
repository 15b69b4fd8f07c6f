import type { Archive } from '../../engine/archive/archive.ts'
import type { FacetName, StoredArticle, TextField } from '../../engine/article.ts'
import { evidenceOf } from '../../engine/highlight/evidence.ts'
import type { Match } from '../../engine/highlight/match.ts'
import { bestPassages } from '../../engine/highlight/passages.ts'
import type { Hit, Passage, Range } from '../../engine/hit.ts'
import { withShownNames } from '../shown-names.ts'

/** An article with the places where it names an entity. */
export interface LatestArticle {
  readonly id: string
  readonly title: string
  readonly titleMatches: readonly Range[]
  readonly outlet: string
  readonly published: string
  /** Those where the name stands; the article's beginning where it stands nowhere, as that of its publisher. */
  readonly passages: readonly Passage[]
}

/** Shows the hits of a search with the evidence for a value; what has left the archive since is left out. */
export function latestArticles(
  archive: Archive,
  hits: readonly Hit[],
  facet: FacetName,
  id: string,
): LatestArticle[] {
  return withShownNames(archive, hits).flatMap(({ id: hit, outlet }) => {
    const article = archive.get(hit)
    return article ? [{ ...show(article, facet, id), outlet }] : []
  })
}

function show(article: StoredArticle, facet: FacetName, id: string): LatestArticle {
  const { title, text, outlet, published } = article
  const inTitle = namesIn(article, 'title', facet, id)
  return {
    ...{ id: article.id, title, outlet, published },
    titleMatches: inTitle.map(({ start, end }) => [start, end]),
    passages: bestPassages(text, namesIn(article, 'text', facet, id), title).slice(0, 2),
  }
}

/** Where a value stands, in reading order, none overlapping. */
function namesIn(article: StoredArticle, field: TextField, facet: FacetName, id: string): Match[] {
  const ranges = evidenceOf(article, facet, [id], field).sort((a, b) => a[0] - b[0])
  let until = 0
  return ranges.flatMap(([start, end]) => {
    if (start < until) return []
    until = end
    return [{ start, end, until: end, group: 0, needle: undefined }]
  })
}
