import type { Article, TextField } from '../article.ts'
import type { TokenStream } from '../text/analyse.ts'
import { carries } from './holds.ts'
import type { Match } from './match.ts'
import type { Needle, Needles, TermTree } from './needles.ts'

/** A needle in a text: its tokens are those from `at` to `after`. */
export interface Occurrence extends Match {
  readonly at: number
  readonly after: number
}

/** Finds needles in the fields of one article. */
export class Occurrences {
  /** By group, in reading order. */
  readonly found = new Map<number, Occurrence[]>()
  readonly #needles: Needles
  readonly #article: Article
  readonly #field: TextField
  readonly #usable = new Map<Needle, boolean>()
  readonly #beginners = new Map<string, readonly Needle[]>()

  constructor(needles: Needles, article: Article, field: TextField) {
    this.#needles = needles
    this.#article = article
    this.#field = field
  }

  /** Adds what begins at the tokens from `from` to `to`. The effort at each is bounded by the longest phrase of the query. */
  find(stream: TokenStream, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const term = stream.terms[at]
      if (term === undefined) return
      this.#findAt(stream, at, this.#needles.tree.next.get(term))
      for (const needle of this.#beginning(term)) this.#add(stream, at, at + 1, needle)
    }
  }

  #findAt(stream: TokenStream, from: number, first: TermTree | undefined): void {
    let tree = first
    for (let after = from + 1; tree; after++) {
      for (const needle of tree.needles) {
        if (isWritten(needle, stream, from)) this.#add(stream, from, after, needle)
      }
      const term = stream.terms[after]
      tree = term === undefined ? undefined : tree.next.get(term)
    }
  }

  #beginning(term: string): readonly Needle[] {
    if (this.#needles.prefixes.length === 0) return []
    const known = this.#beginners.get(term)
    if (known) return known
    const needles = this.#needles.prefixes
      .filter(({ prefix }) => term.startsWith(prefix))
      .map(({ needle }) => needle)
    this.#beginners.set(term, needles)
    return needles
  }

  #add({ starts, ends }: TokenStream, at: number, after: number, needle: Needle): void {
    if (!this.#isUsable(needle)) return
    const { group } = needle
    const list = this.#listOf(group)
    const last = list.at(-1)
    // A word or phrase alone is kept apart, the longest where two begin together: "a a" in "a a a a" is two.
    if (last && !needle.isJoined && at < last.after) {
      if (at > last.at) return
      list.pop()
    }
    const end = ends[after - 1] ?? 0
    list.push({ at, after, start: starts[at] ?? 0, end, until: end, group, needle })
  }

  #listOf(group: number): Occurrence[] {
    const known = this.found.get(group)
    if (known) return known
    const list: Occurrence[] = []
    this.found.set(group, list)
    return list
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
