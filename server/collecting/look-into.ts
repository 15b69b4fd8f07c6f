import { fingerprintOf } from '../../engine/archive/fingerprints.ts'
import { parse } from '../../engine/query/parse.ts'
import { everything, type Capability } from '../../engine/search-engine.ts'
import type { Site } from '../site.ts'
import type { CollectedArticle, Relevance } from '../store/collected-articles.ts'
import type { Collection } from '../store/collections.ts'
import { articlesInPart, type CollectionState, type MarkChoice } from './collection-state.ts'

/** What became of an article since it was collected. */
export type Standing = 'as it was' | 'changed' | 'gone'

/** An article of a collection, and what became of it. */
export interface SeenArticle extends CollectedArticle {
  readonly standing: Standing
}

/** What a page of a collection shows. */
export interface CollectionLook {
  readonly total: number
  /** Of the whole collection, whatever it is narrowed to. */
  readonly marks: Readonly<Record<Exclude<MarkChoice, ''>, number>>
  /** How many are left of it, and how exact the query is. */
  readonly found: number
  readonly capability: Capability
  /** Those of the part asked for. */
  readonly articles: readonly SeenArticle[]
}

/** Looks into a collection. Throws EngineUnavailable where a query asks for an engine that does not answer. */
export async function lookInto(
  site: Site,
  collection: Collection,
  state: CollectionState,
): Promise<CollectionLook> {
  const all = site.store.collected.list(collection, state.sort)
  const { keep, capability } = await narrowing(site, state.q)
  const found = all.filter(
    ({ sequence, relevance }) =>
      (state.mark === '' || markOf(relevance) === state.mark) && keep(sequence),
  )
  const first = (state.part - 1) * articlesInPart
  return {
    total: all.length,
    marks: countMarks(all),
    ...{ found: found.length, capability },
    articles: found
      .slice(first, first + articlesInPart)
      .map((article) => ({ ...article, standing: standingOf(site, article) })),
  }
}

/** The engine finds in the whole archive, in milliseconds; what of it is in the collection is left. */
async function narrowing(
  { engine }: Site,
  q: string,
): Promise<{ keep: (sequence: number) => boolean; capability: Capability }> {
  if (q === '') return { keep: () => true, capability: { bound: 'exact' } }
  const { query } = parse(q)
  const found = new Set(await engine.matching({ ...everything, query }))
  return {
    keep: (sequence) => found.has(sequence),
    capability: engine.capabilities(query, 'any'),
  }
}

function standingOf({ archive }: Site, { article, content }: CollectedArticle): Standing {
  const stored = archive.get(article)
  if (!stored) return 'gone'
  return fingerprintOf(stored).content === content ? 'as it was' : 'changed'
}

const markOf = (relevance: Relevance) => (relevance === '' ? 'unmarked' : relevance)

function countMarks(all: readonly CollectedArticle[]): CollectionLook['marks'] {
  const marks = { relevant: 0, perhaps: 0, not: 0, unmarked: 0 }
  for (const { relevance } of all) marks[markOf(relevance)]++
  return marks
}
