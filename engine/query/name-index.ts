import type { BroaderValue, FacetName } from '../article.ts'

/** Where names of facet values are looked up; the archive is one. */
export interface NameIndex {
  /** Values that a name stands for, most frequent first. */
  findEntities(facet: FacetName, name: string, limit: number): readonly { readonly id: string }[]
  /** Values one of whose names or spellings has this very word, folded and without hyphens (`s300`). */
  idsWithWord(facet: FacetName, word: string, limit: number): readonly string[]
  /** Other words in the names of the values that have a word: at most two letters longer or shorter, with one of these initials. */
  wordsBeside(
    facet: FacetName,
    word: string,
    initials: string,
  ): readonly { readonly id: string; readonly word: string }[]
  /** Every name and spelling of these values, with the articles that give each. */
  namesOf(
    facet: FacetName,
    ids: readonly string[],
  ): readonly { readonly id: string; readonly name: string; readonly articles: number }[]
  /** The names to show. */
  displayNames(facet: FacetName, ids: readonly string[]): ReadonlyMap<string, string>
  /** The values above a value, nearest first. */
  broader(facet: FacetName, id: string): readonly BroaderValue[]
  /** The values below a value. */
  narrower(facet: FacetName, id: string): readonly string[]
}
