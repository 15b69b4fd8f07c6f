/** The tokens of a text, position by position: `terms[i]` was written as `text.slice(starts[i], ends[i])`. UTF-16 units. */
export interface TokenStream {
  readonly terms: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}
