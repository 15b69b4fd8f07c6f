import type { FacetName, TextField } from '../article.ts'

/** A node of a parsed query. Ranges are in UTF-16 units of the text as typed. */
export type Query =
  /** Every article: the empty query. */
  | { readonly kind: 'all' }
  /** One word as typed; one that analysis splits ("long-overdue") is searched as a phrase. */
  | { readonly kind: 'word'; readonly text: string; readonly field?: TextField }
  | { readonly kind: 'phrase'; readonly text: string; readonly field?: TextField }
  /** Articles with a value of this facet that has this name, alias or id, or else a name that contains these words. */
  | { readonly kind: 'facet'; readonly facet: FacetName; readonly name: string }
  /** Inclusive; '' for an open end. */
  | { readonly kind: 'dates'; readonly from: string; readonly to: string }
  | { readonly kind: 'not'; readonly operand: Query }
  /** Two operands at least. */
  | { readonly kind: 'and'; readonly operands: readonly Query[] }
