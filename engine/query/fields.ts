import type { FacetName, TextField } from '../article.ts'

/** What `name:` in a query asks for. */
export type QueryField =
  | { readonly kind: 'facet'; readonly facet: FacetName; readonly label: string }
  | { readonly kind: 'text'; readonly field: TextField; readonly label: string }
  | { readonly kind: 'date'; readonly bound: 'after' | 'before' | 'date'; readonly label: string }
  | { readonly kind: 'language'; readonly label: string }

/** The fields of the query language by the name that is typed before the colon; `label` is the English of the explanation. */
export const queryFields: ReadonlyMap<string, QueryField> = new Map<string, QueryField>([
  ['person', { kind: 'facet', facet: 'people', label: 'about' }],
  ['place', { kind: 'facet', facet: 'places', label: 'about' }],
  ['weapon', { kind: 'facet', facet: 'weapons', label: 'about' }],
  ['outlet', { kind: 'facet', facet: 'outlet', label: 'published by' }],
  ['cites', { kind: 'facet', facet: 'cites', label: 'citing' }],
  ['title', { kind: 'text', field: 'title', label: 'in the title' }],
  ['lang', { kind: 'language', label: 'in' }],
  ['after', { kind: 'date', bound: 'after', label: 'from' }],
  ['before', { kind: 'date', bound: 'before', label: 'until' }],
  ['date', { kind: 'date', bound: 'date', label: 'in' }],
])

/** The name under which a facet is asked for in a query and in a URL. */
export function fieldOfFacet(facet: FacetName): string {
  for (const [name, field] of queryFields)
    if (field.kind === 'facet' && field.facet === facet) return name
  throw new Error(`No query field asks for the facet ${facet}.`)
}
