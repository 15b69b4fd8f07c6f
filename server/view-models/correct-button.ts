import type { FacetDeclaration } from '../facets.ts'

/** The one form of a page that all its buttons "Correct" belong to: it leads to the form for a value (GET /correct). */
export interface Correcting {
  /** The article that the values stand in; '' where they are corrected for all. */
  readonly article: string
  /** The page to come back to, without a place in it. */
  readonly back: string
}

/** A button "Correct", as the field that it sends: `person=ada-admiral ben-broker`. */
export interface CorrectButton {
  readonly parameter: string
  /** The value's id, and behind a space that of the value listed before it, where a reader comes back to; alone for the first. */
  readonly value: string
  /** What is corrected, for those who do not see where the button stands. */
  readonly name: string
}

export function correctButton(
  { parameter }: FacetDeclaration,
  value: { readonly id: string; readonly name: string },
  before: { readonly id: string } | undefined,
): CorrectButton {
  return { parameter, value: before ? `${value.id} ${before.id}` : value.id, name: value.name }
}
