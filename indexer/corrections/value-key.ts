import type { ValueKey } from '../../engine/archive/extracted.ts'
import { facetNames } from '../../engine/article.ts'

/** A value as one text, for sets and maps. */
export const keyOf = ({ facet, id }: ValueKey) => `${facet} ${id}`

/** The opposite. Throws for a text that `keyOf` did not make. */
export function toKey(key: string): ValueKey {
  const facet = facetNames.find((name) => key.startsWith(`${name} `))
  if (facet === undefined) throw new Error(`"${key}" names no facet.`)
  return { facet, id: key.slice(facet.length + 1) }
}
