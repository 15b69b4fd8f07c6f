import type { FacetName, TextField } from '../article.ts'

/** What `name:` in a query asks for. */
export type QueryField =
  | FacetField
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'date'; readonly bound: 'after' | 'before' | 'date' }
  | { readonly kind: 'language' }

/** A field for the values of a facet, with the English of the explanation: "about …", "without a known person". */
export interface FacetField {
  readonly kind: 'facet'
  readonly facet: FacetName
  readonly label: string
  readonly any: string
}

/** The fields of the query language by the name that is typed before the colon. */
export const queryFields: ReadonlyMap<string, QueryField> = new Map<string, QueryField>([
  ['person', { kind: 'facet', facet: 'people', label: 'about', any: 'a known person' }],
  ['place', { kind: 'facet', facet: 'places', label: 'about', any: 'a known place' }],
  ['weapon', { kind: 'facet', facet: 'weapons', label: 'about', any: 'a known weapon' }],
  ['outlet', { kind: 'facet', facet: 'outlet', label: 'published by', any: 'a known outlet' }],
  ['cites', { kind: 'facet', facet: 'cites', label: 'citing', any: 'a cited medium' }],
  ['title', { kind: 'text', field: 'title' }],
  ['lang', { kind: 'language' }],
  ['after', { kind: 'date', bound: 'after' }],
  ['before', { kind: 'date', bound: 'before' }],
  ['date', { kind: 'date', bound: 'date' }],
])

/** The name under which a facet is asked for in a query and in a URL. */
export function fieldOfFacet(facet: FacetName): string {
  return namedField(facet).name
}

/** The field that asks for a facet. */
export function facetField(facet: FacetName): FacetField {
  return namedField(facet).field
}

function namedField(facet: FacetName): { readonly name: string; readonly field: FacetField } {
  for (const [name, field] of queryFields)
    if (field.kind === 'facet' && field.facet === facet) return { name, field }
  throw new Error(`No query field asks for the facet ${facet}.`)
}
