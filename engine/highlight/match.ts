import type { TextField } from '../article.ts'
import type { Needle } from './needles.ts'

/** A place where a query matches. UTF-16 units, end exclusive. */
export interface Match {
  readonly start: number
  readonly end: number
  /** Which of the query's words, phrases or values it shows, counted from 0: passages prefer many different ones. */
  readonly group: number
  /** Where the last of the words ends that NEAR joins it with; `end` for all else. */
  readonly until: number
  /** What was found; undefined for the evidence of a value. */
  readonly needle: Needle | undefined
}

/** Where a query matches in an article: in reading order, none overlapping. */
export type Matches = Readonly<Record<TextField, readonly Match[]>>

/**
 * The matches of each group in each field, in reading order; those of NEAR only where they stand near each other. A group whose words
 * are found but not to be marked has an empty list.
 */
export type FoundGroups = Readonly<Record<TextField, ReadonlyMap<number, readonly Match[]>>>
