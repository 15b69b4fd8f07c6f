import type { FacetName, TextField } from '../article.ts'

/** Words as typed; in any field unless one is named. */
interface Typed {
  readonly text: string
  readonly field?: TextField
}

/** One word or phrase. `spelling: 'exact'` (typed as `=word`) wants it written so: no inflections, other spellings or aliases. */
export type Literal =
  /** One word as typed; one that analysis splits ("long-overdue") is searched as a phrase. */
  | (Typed & { readonly kind: 'word'; readonly spelling?: 'exact' })
  | (Typed & { readonly kind: 'phrase'; readonly spelling?: 'exact' })
  /** Words that begin so; `text` is without the star. */
  | (Typed & { readonly kind: 'prefix' })
  /** Words spelled much like it; `text` is without the tilde. */
  | (Typed & { readonly kind: 'similar' })

/** What may stand on one side of NEAR: something literal, or several of which one is wanted. Literals in it name no field. */
export type NearOperand =
  | Literal
  /** Two operands at least. */
  | { readonly kind: 'or'; readonly operands: readonly Literal[] }

/** A node of a parsed query: what every part of the program reads. */
export type Query =
  /** Every article: the empty query. */
  | { readonly kind: 'all' }
  | Literal
  /** Two operands at least, in one field, in any order, with at most `distance` words between the first and the last. */
  | {
      readonly kind: 'near'
      readonly operands: readonly NearOperand[]
      readonly distance: number
      readonly field?: TextField
    }
  /** Articles with a value of this facet that has this name, alias or id, or else a name that contains these words; `[none]` for none. */
  | { readonly kind: 'facet'; readonly facet: FacetName; readonly name: string }
  /** Articles in this language, a BCP 47 tag: `en` also finds `en-GB`. */
  | { readonly kind: 'language'; readonly tag: string }
  /** Inclusive; '' for an open end. */
  | { readonly kind: 'dates'; readonly from: string; readonly to: string }
  | { readonly kind: 'not'; readonly operand: Query }
  /** Two operands at least. */
  | { readonly kind: 'and'; readonly operands: readonly Query[] }
  /** Two operands at least. */
  | { readonly kind: 'or'; readonly operands: readonly Query[] }
