import type { FacetName, TextField } from '../article.ts'
import type { Period } from '../dates.ts'

/** One way in which a word or phrase may stand in a text. */
export interface Alternative {
  /** At successive positions of one field; one at least. */
  readonly terms: readonly string[]
  /** The words as they must be written at these positions; any inflection will do where it is left out. */
  readonly forms?: readonly string[]
  /** The last term may go on: every term that begins with it will do. Has no forms. */
  readonly open?: true
  /** Counts only in articles that carry one of these values themselves or below them. */
  readonly among?: { readonly facet: FacetName; readonly ids: readonly string[] }
  /** The entity that makes it stand for what was typed ("Hossein Dehghan"); '' for the words as typed and their variants. */
  readonly name: string
}

/** Words as typed, for readers, and the field that they must stand in; any when undefined. */
interface Asked {
  readonly typed: string
  readonly field: TextField | undefined
}

/** A query in the terms of an index, fully expanded: engines compile it, the highlighter marks by it. Any depth is bounded by `parse`. */
export type Plan =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  /** One alternative at least has to stand in the article; the first is what was typed. */
  | (Asked & { readonly kind: 'words'; readonly alternatives: readonly Alternative[] })
  /** A term that begins with `prefix`, or one of `terms`. */
  | (Asked & {
      readonly kind: 'prefix'
      readonly prefix: string
      readonly terms: readonly string[]
    })
  /**
   * One alternative of each operand in one field, so that with M the start of the last of them, M minus the end of each is at most
   * `distance`. Alternatives are few enough that all their combinations can be searched (`mostCombinations`).
   */
  | (Asked & {
      readonly kind: 'near'
      readonly operands: readonly (readonly Alternative[])[]
      readonly distance: number
    })
  /** Articles with one of these values, or a value below one of them. */
  | { readonly kind: 'values'; readonly facet: FacetName; readonly ids: readonly string[] }
  /** Articles whose whole period of publication lies in these days. */
  | { readonly kind: 'days'; readonly period: Period }
  /** Articles whose language is this tag, or this tag with a subtag. Lower case. */
  | { readonly kind: 'language'; readonly tag: string }
  | { readonly kind: 'not'; readonly operand: Plan }
  /** Two operands at least. */
  | { readonly kind: 'and'; readonly operands: readonly Plan[] }
  /** Two operands at least. */
  | { readonly kind: 'or'; readonly operands: readonly Plan[] }

/** Alternatives of one word or phrase, and combinations of those of NEAR; further ones are left out with a warning. */
export const mostCombinations = 64
