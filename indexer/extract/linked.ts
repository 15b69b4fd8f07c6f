import type { Entity } from './facet-values.ts'

/** A shorter name that stands for a person, and the words that are its evidence. */
export interface Linked {
  readonly entity: Entity
  readonly from: number
  readonly to: number
  readonly rule: string
}
