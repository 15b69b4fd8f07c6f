import type { Alternative } from './plan.ts'

/** What may stand in place of some words of a literal. */
export interface Substitute {
  /** The words that it stands for, by their positions. */
  readonly from: number
  readonly to: number
  readonly terms: readonly string[]
  /** As a reader would write it. */
  readonly text: string
  readonly among?: Alternative['among']
  /** See `Alternative.name`. */
  readonly name: string
  /** How many articles have it; `certain` for another way to write the same word, which comes first. */
  readonly weight: number
}

/** Weight of another way to write the very word that was typed. */
export const certain = 1e9
