import type { Article, TextField } from '../article.ts'
import type { TokenStream } from '../text/analyse.ts'
import { evidenceOf, Touching } from './evidence.ts'
import { carries } from '../compare/fulfils.ts'
import type { Match } from './match.ts'
import type { Needle, Needles, TermTree } from './needles.ts'

/** A needle in a text: its tokens are those from `at` to `after`. */
export interface Occurrence extends Match {
  readonly at: number
  readonly after: number
  /** The words as typed, or another name where the article names the entity: "the time" is not The New York Times. */
  readonly isProven: boolean
}

/** Finds needles in the fields of one article. */
export class Occurrences {
  /** By group, in reading order; empty where words are found that are not to be marked. */
  readonly found = new Map<number, Occurrence[]>()
  readonly #needles: Needles
  readonly #article: Article
  readonly #field: TextField
  readonly #usable = new Map<Needle, boolean>()
  readonly #proofs = new Map<Needle, Touching>()
  readonly #begun = new Map<TermTree, Map<string, readonly Needle[]>>()

  constructor(needles: Needles, article: Article, field: TextField) {
    this.#needles = needles
    this.#article = article
    this.#field = field
  }

  /** Adds what begins at the tokens from `from` to `to`. The effort at each is bounded by the longest phrase of the query. */
  find(stream: TokenStream, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      this.#findAt(stream, at)
    }
  }

  #findAt(stream: TokenStream, from: number): void {
    let tree: TermTree | undefined = this.#needles.tree
    for (let at = from; tree; at++) {
      for (const needle of tree.needles) {
        if (isWritten(needle, stream, from)) this.#add(stream, from, at, needle)
      }
      const term = stream.terms[at]
      if (term === undefined) return
      for (const needle of this.#openTo(tree, term)) this.#add(stream, from, at + 1, needle)
      tree = tree.next.get(term)
    }
  }

  /** The needles that end with a term. */
  #openTo(tree: TermTree, term: string): readonly Needle[] {
    if (tree.open.length === 0) return []
    const byTerm = this.#begun.get(tree) ?? new Map<string, readonly Needle[]>()
    this.#begun.set(tree, byTerm)
    const known = byTerm.get(term)
    if (known) return known
    const needles = tree.open
      .filter(({ prefix }) => term.startsWith(prefix))
      .map(({ needle }) => needle)
    byTerm.set(term, needles)
    return needles
  }

  #add(stream: TokenStream, at: number, after: number, needle: Needle): void {
    if (!this.#isUsable(needle)) return
    const { group, isJoined } = needle
    const { start, end } = rangeOf(stream, at, after)
    const isProven = this.#isProven(needle, start, end)
    const list = this.#listOf(group)
    // NEAR measures from it all the same.
    if (!isProven && !isJoined) return
    const last = list.at(-1)
    // A word or phrase alone is kept apart, the longest where two begin together: "a a" in "a a a a" is two.
    if (last && !isJoined && at < last.after) {
      if (at > last.at) return
      list.pop()
    }
    list.push({ at, after, start, end, until: end, group, needle, isProven })
  }

  #listOf(group: number): Occurrence[] {
    const known = this.found.get(group)
    if (known) return known
    const list: Occurrence[] = []
    this.found.set(group, list)
    return list
  }

  #isProven(needle: Needle, start: number, end: number): boolean {
    const { among } = needle.alternative
    if (!among) return true
    const known = this.#proofs.get(needle)
    if (known) return known.touches(start, end)
    const proof = new Touching(evidenceOf(this.#article, among.facet, among.ids, this.#field))
    this.#proofs.set(needle, proof)
    return proof.touches(start, end)
  }

  #isUsable(needle: Needle): boolean {
    const known = this.#usable.get(needle)
    if (known !== undefined) return known
    const { among } = needle.alternative
    const usable =
      (needle.field === undefined || needle.field === this.#field) &&
      (among === undefined || carries(this.#article, among.facet, among.ids))
    this.#usable.set(needle, usable)
    return usable
  }
}

function isWritten({ alternative }: Needle, { forms }: TokenStream, at: number): boolean {
  return alternative.forms?.every((form, i) => forms[at + i] === form) ?? true
}

function rangeOf({ starts, ends }: TokenStream, at: number, after: number) {
  return { start: starts[at] ?? 0, end: ends[after - 1] ?? 0 }
}
