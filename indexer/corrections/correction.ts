import type { FacetName } from '../../engine/article.ts'

/** What every correction says. */
interface Stated {
  /** Names it, for `undo`: given, or derived from its line. */
  readonly id: string
  /** When it was made, ISO 8601; '' when its line does not say. */
  readonly at: string
  /** Why, in the reader's words; '' for none. */
  readonly note: string
}

/** What is said of one value of a facet, everywhere or in one article. */
interface OfValue extends Stated {
  readonly facet: FacetName
  /** The id of the value. */
  readonly value: string
  /** The id of the only article that is meant; undefined for all, also those to come. */
  readonly article: string | undefined
}

/** The value is none: "not a person". */
export interface Reject extends OfValue {
  readonly do: 'reject'
}

/** The value is another one: "the same as …". */
export interface Merge extends OfValue {
  readonly do: 'merge'
  readonly into: string
  /** What the other value is called where it is new; '' where it is known. */
  readonly name: string
}

/** Mentions of this spelling are of another value; without a spelling, a value that was found to be this one stands apart again. */
export interface Split extends OfValue {
  readonly do: 'split'
  /** As written in articles; case and accents aside. '' for a whole value. */
  readonly surface: string
  readonly into: string
  readonly name: string
}

/** The value is called so, whatever articles and lists call it. */
export interface Rename extends Omit<OfValue, 'article'> {
  readonly do: 'rename'
  readonly name: string
}

/**
 * Articles that have this spelling as whole words have the value. An outlet is one of a kind: it takes the place of another one where
 * a single article is meant, spelling or not, and is given to those without one where all are.
 */
export interface Add extends OfValue {
  readonly do: 'add'
  readonly surface: string
  readonly name: string
}

/** Takes an earlier correction back. */
export interface Undo extends Stated {
  readonly do: 'undo'
  readonly of: string
}

export type Correction = Reject | Merge | Split | Rename | Add | Undo

/** A correction that changes what articles have. */
export type Step = Reject | Merge | Split | Add

/** Whether the values of a facet are media: those who publish and those who are cited share their ids. */
export function isOfMedia(facet: FacetName): facet is 'outlet' | 'cites' {
  return facet === 'outlet' || facet === 'cites'
}

/** What can be done, in the order in which the documentation lists it. */
export const kinds = ['reject', 'merge', 'split', 'rename', 'add', 'undo'] as const
