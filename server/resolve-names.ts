import type { Archive } from '../engine/archive/archive.ts'
import { noValue, type FacetName } from '../engine/article.ts'
import type { Warning } from '../engine/search-engine.ts'
import { facets, perFacet } from './facets.ts'
import { type SearchState } from './search-state.ts'

/** A name that stands for more values than this is a word, not a name. */
const mostEntities = 20

/** Names of no value that are told one by one. */
const mostTold = 5

/**
 * Replaces the names among the filters of a URL by the ids of the values that they stand for, and former ids by those that they were
 * joined with.
 * A name of several values becomes all of them, with a warning; one of none stays as it is, with a warning for each of the first few.
 */
export function resolveNames(
  archive: Archive,
  state: SearchState,
): { state: SearchState; warnings: Warning[] } {
  const warnings: Warning[] = []
  let unknown = 0
  const filters = perFacet(({ name: facet }) => {
    const resolve = (value: string) => {
      const { ids, warning, isUnknown } = resolveName(archive, facet, value)
      if (isUnknown) unknown += 1
      if (warning && !(isUnknown && unknown > mostTold)) warnings.push(warning)
      return ids
    }
    const { include, match, exclude } = state.filters[facet]
    return {
      include: unique(include.flatMap(resolve)),
      match,
      exclude: unique(exclude.flatMap(resolve)),
    }
  })
  if (unknown > mostTold)
    warnings.push({ message: `Nor has one ${furtherValues(unknown - mostTold)}.` })
  return { state: { ...state, filters }, warnings }
}

const furtherValues = (count: number) =>
  count === 1 ? 'the one other value that is asked for' : `${count} other values that are asked for`

function resolveName(
  archive: Archive,
  facet: FacetName,
  value: string,
): { ids: string[]; warning?: Warning; isUnknown?: true } {
  const successor = archive.redirect(facet, value)
  if (successor !== undefined) return { ids: [successor] }
  if (value === noValue || archive.displayName(facet, value) !== undefined) return { ids: [value] }
  const found = archive.findEntities(facet, value, mostEntities)
  const { label } = facets[facet]
  if (found.length === 0) {
    return {
      ids: [value],
      warning: { message: `No article has “${label}: ${value}”.` },
      isUnknown: true,
    }
  }
  const ids = found.map(({ id }) => id)
  if (found.length === 1) return { ids }
  const names = found.map(({ id, name }) => archive.displayName(facet, id) ?? name)
  return {
    ids,
    warning: { message: `“${value}” stands for ${found.length} values: ${names.join(', ')}.` },
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
