import { ParameterReader, type Problem } from '../read-parameters.ts'
import { collectionOrders, type CollectionOrder } from '../store/collected-articles.ts'

/** The marks that a collection can be narrowed to; '' for all. */
export const markChoices = ['', 'relevant', 'perhaps', 'not', 'unmarked'] as const
export type MarkChoice = (typeof markChoices)[number]

/**
 * What the page of a collection depends on. Its URL is `/collections/7` with
 *
 * | parameter | meaning                                                              |
 * | --------- | -------------------------------------------------------------------- |
 * | `q`       | only articles that this query finds, in the language of the search   |
 * | `mark`    | only `relevant`, `perhaps`, `not` (relevant) or `unmarked` ones      |
 * | `sort`    | `added` (the last first), `newest`, `oldest`, `outlet` or `title`    |
 * | `part`    | which forty of them, from 1                                          |
 */
export interface CollectionState {
  readonly q: string
  readonly mark: MarkChoice
  readonly sort: CollectionOrder
  readonly part: number
}

/** Articles in one part of a collection. */
export const articlesInPart = 40

/** Reads the parameters of a URL like `fromUrl` those of a search. */
export function collectionFromUrl(url: URLSearchParams): {
  state: CollectionState
  problems: readonly Problem[]
} {
  const reader = new ParameterReader(url)
  const state = {
    q: reader.query('q'),
    mark: reader.choice('mark', markChoices),
    sort: reader.choice('sort', collectionOrders),
    part: reader.count('part', 1),
  }
  return { state, problems: reader.problems }
}

/** The page of a collection in a state. */
export function collectionLink(id: number, { q, mark, sort, part }: CollectionState): string {
  const parameters = new URLSearchParams()
  if (q !== '') parameters.set('q', q)
  if (mark !== '') parameters.set('mark', mark)
  if (sort !== 'added') parameters.set('sort', sort)
  if (part > 1) parameters.set('part', String(part))
  const text = parameters.toString()
  return text === '' ? `/collections/${id}` : `/collections/${id}?${text}`
}
