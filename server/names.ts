import type { Archive } from '../engine/archive/archive.ts'
import { noValue, type FacetName } from '../engine/article.ts'

/** Tells the name of a facet value, for those that no answer lists too. */
export type NameOf = (facet: FacetName, id: string) => string

/** Names facet values by the archive, a former one as its successor; one that it no longer has keeps its id for a name. */
export function namesOf({ archive }: { readonly archive: Archive }): NameOf {
  return (facet, id) => {
    const present = archive.redirect(facet, id) ?? id
    return shownName(id, archive.displayName(facet, present) ?? id)
  }
}

/** The same without looking for successors: what corrections say is said of the former ones. */
export function ownNamesOf({ archive }: { readonly archive: Archive }): NameOf {
  return (facet, id) => archive.displayName(facet, id) ?? id
}

/** A value's name for readers: having no value is called "none". */
export function shownName(id: string, name: string): string {
  return id === noValue ? 'none' : name
}
