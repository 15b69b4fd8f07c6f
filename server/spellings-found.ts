import type { Archive } from '../engine/archive/archive.ts'
import { isNamedBy } from '../engine/archive/ids-named.ts'
import type { FacetName } from '../engine/article.ts'
import type { FacetCount } from '../engine/search-engine.ts'

/**
 * For values that were looked for by the beginnings of a name, but are shown under another one: the most frequent of their spellings
 * that has what was typed, by id. Empty for an empty text.
 */
export function spellingsFound(
  archive: Archive,
  facet: FacetName,
  text: string,
  values: readonly FacetCount[],
): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>()
  if (text === '') return spellings
  const others = values.filter(({ value }) => !isNamedBy(value, text)).map(({ id }) => id)
  for (const { id, name } of archive.namesOf(facet, others)) {
    if (!spellings.has(id) && isNamedBy(name, text)) spellings.set(id, name)
  }
  return spellings
}
