import type { Request } from 'express'
import { readerOf } from '../reader.ts'
import type { Site } from '../site.ts'
import type { Relevance } from '../store/collected-articles.ts'
import { backWith } from './ways-back.ts'

/** By which articles are put into a collection, wherever they are listed. */
export interface CollectForm {
  readonly collections: readonly {
    readonly id: number
    readonly name: string
    readonly chosen: boolean
  }[]
  /** Where “Add” puts an article unless another is chosen. */
  readonly target: string
  readonly suggestedName: string
  readonly back: string
  /** The collections that an article is in already; none for most. */
  readonly placesOf: (article: string) => readonly Place[]
}

/** A collection that an article is in. */
export interface Place {
  readonly name: string
  readonly href: string
  /** In words; '' for an unmarked one. */
  readonly mark: string
}

const marks: Readonly<Record<Relevance, string>> = {
  relevant: 'relevant',
  perhaps: 'perhaps relevant',
  not: 'not relevant',
  '': '',
}

/** The form for these articles; `suggestedName` is for a new collection. */
export function collectForm(
  { store }: Site,
  request: Request,
  articles: readonly string[],
  suggestedName: string,
): CollectForm {
  const { owner } = readerOf(request)
  const latest = store.collections.latest(owner)
  const placements = Map.groupBy(
    store.collected.placesOf(owner, articles),
    ({ article }) => article,
  )
  return {
    collections: store.collections
      .list(owner)
      .map(({ id, name }) => ({ id, name, chosen: id === latest?.id })),
    target: latest?.name ?? 'a new collection',
    suggestedName,
    back: backWith(request.originalUrl, undefined),
    placesOf: (article) =>
      (placements.get(article) ?? []).map(({ collection, name, relevance }) => ({
        name,
        href: `/collections/${collection}#in-${article}`,
        mark: marks[relevance],
      })),
  }
}
