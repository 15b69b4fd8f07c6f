import type { Archive } from '../engine/archive/archive.ts'
import { noValue, type FacetName } from '../engine/article.ts'

/** Tells the name of a facet value, for those that no answer lists too. */
export type NameOf = (facet: FacetName, id: string) => string

/** Names facet values by the archive; one that it no longer has keeps its id for a name. */
export function namesOf({ archive }: { readonly archive: Archive }): NameOf {
  return (facet, id) => shownName(id, archive.displayName(facet, id) ?? id)
}

/** A value's name for readers: having no value is called "none". */
export function shownName(id: string, name: string): string {
  return id === noValue ? 'none' : name
}
