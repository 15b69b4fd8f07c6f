import type { Archive } from '../../engine/archive/archive.ts'
import type { FacetName, FacetValue, StoredArticle } from '../../engine/article.ts'
import { currentState } from './apply.ts'
import type { Rename, Step } from './correction.ts'
import { listedValue } from './listed-values.ts'
import { resolutionOf } from './resolution.ts'
import { forBothFacets, joinedValues, stepsOf, withoutUndone } from './standing.ts'
import { toKey } from './value-key.ts'

/** What the corrections that an archive was last resolved by do to one article. */
export interface Effects {
  /** Corrections that changed something in it, in their order. */
  readonly taken: readonly TakenStep[]
  /** Values found in it that were joined with another because their names are one person's or one thing's. */
  readonly joined: readonly JoinedValue[]
  /** The names that are given to values, of any article; the last one of a value counts. */
  readonly renamed: readonly Rename[]
}

export interface TakenStep {
  readonly step: Step
  /** The value as it was just before; undefined where it was new. */
  readonly before: FacetValue | undefined
}

export interface JoinedValue {
  readonly facet: FacetName
  readonly id: string
  readonly name: string
  readonly into: string
}

/** Follows the corrections through one article again, to tell what each of them did. */
export function effectsOn(archive: Archive, article: StoredArticle): Effects {
  const { merges, corrections } = currentState(archive)
  if (merges.length === 0 && corrections.length === 0) return noEffects
  const facets = archive.extracted(article.id) ?? article.facets
  const taken: TakenStep[] = []
  const { resolve } = resolutionOf(merges, corrections, listedValue, (step, before) => {
    taken.push({ step, before })
  })
  resolve({ ...article, facets })
  const joined = [...joinedValues(merges, stepsOf(corrections))]
  return {
    taken,
    joined: joined.flatMap(([key, into]) => {
      const { facet, id } = toKey(key)
      const value = facets[facet].find((each) => each.id === id)
      return value ? [{ facet, id, name: value.name, into }] : []
    }),
    renamed: forBothFacets(withoutUndone(corrections)).filter((each) => each.do === 'rename'),
  }
}

const noEffects: Effects = { taken: [], joined: [], renamed: [] }
