import type { Archive } from '../../engine/archive/archive.ts'
import { noValue, type FacetName } from '../../engine/article.ts'
import type { FacetCount } from '../../engine/search-engine.ts'
import { rankTogether, type Companion, type Ranking } from '../statistics/rank-together.ts'
import { valuesCompared, type Appearances } from './appearances.ts'
import type { Entity } from './entity.ts'

/** What stands beside an entity in fewer articles than this says nothing yet. */
export const leastTogether = 3
/** Values listed of each kind. */
const listed = 10

/** A value among the articles of an entity, and how many articles of the archive have it. */
export type Beside = Omit<Companion, 'lift'>

/** Values that stand beside an entity more often than by chance. */
export interface Company extends Ranking {
  readonly facet: FacetName
}

/** Values by the number of articles. */
export interface MostFrequent {
  readonly facet: FacetName
  readonly values: readonly Beside[]
}

/** The values of a facet that stand beside an entity more often than by chance, but what stands above or below it. */
export function companyOf(
  archive: Archive,
  entity: Entity,
  { answer }: Appearances,
  facet: FacetName,
): Company {
  const related = new Set([entity, ...entity.above, ...entity.below].map(({ id }) => id))
  const isOwn = facet === entity.facet
  const all = valuesIn(answer.facets[facet])
  const seen = all
    .slice(0, valuesCompared)
    .filter(({ id, count }) => count >= leastTogether && !(isOwn && related.has(id)))
  const articles = archive.articlesWith(
    facet,
    seen.map(({ id }) => id),
  )
  const ranking = rankTogether(seen, {
    ...{ one: answer.total, all: archive.count(), articles },
    ...{ least: leastTogether, most: listed },
    isCut: all.length >= valuesCompared && (all.at(-1)?.count ?? 0) >= leastTogether,
  })
  return { facet, ...ranking }
}

/** The most frequent values of a facet among the articles of an entity, but itself. */
export function mostFrequent(
  archive: Archive,
  entity: Entity,
  { answer, facet: own }: Appearances,
  facet: FacetName,
): MostFrequent {
  const values = valuesIn(answer.facets[facet])
    .filter(({ id }) => !(facet === own && id === entity.id))
    .slice(0, listed)
  const articles = archive.articlesWith(
    facet,
    values.map(({ id }) => id),
  )
  return {
    facet,
    values: values.map(({ id, value, count }) => {
      return { id, value, count, articles: articles.get(id) ?? count }
    }),
  }
}

const valuesIn = (counts: readonly FacetCount[]) => counts.filter(({ id }) => id !== noValue)
