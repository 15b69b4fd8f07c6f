import type { FacetColumns } from './columns.ts'
import type { SortedIds } from './sorted-ids.ts'

/** The near-duplicates among the articles that a request finds. */
export class Families {
  /** Families, and articles without one. */
  readonly groups: number
  readonly #columns: Pick<FacetColumns, 'familyOf'>
  readonly #matching: Int32Array

  constructor(columns: Pick<FacetColumns, 'familyOf' | 'families'>, matched: SortedIds) {
    this.#columns = columns
    this.#matching = new Int32Array(columns.families)
    let groups = 0
    for (const sequence of matched) {
      const family = this.#columns.familyOf(sequence)
      const before = this.#matching[family] ?? 0
      if (family === 0 || before === 0) groups++
      this.#matching[family] = before + 1
    }
    this.groups = groups
  }

  /** How many of the articles are of this one's family; 0 for an article without one. */
  matching(sequence: number): number {
    const family = this.#columns.familyOf(sequence)
    return family === 0 ? 0 : (this.#matching[family] ?? 0)
  }

  /** A filter that lets the first article of each family pass, and every one without a family. */
  firstOfEach(): (sequence: number) => boolean {
    const seen = new Uint8Array(this.#matching.length)
    return (sequence) => {
      const family = this.#columns.familyOf(sequence)
      if (family === 0) return true
      const isFirst = seen[family] === 0
      seen[family] = 1
      return isFirst
    }
  }
}
