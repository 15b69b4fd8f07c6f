/** A word or sentence of a text. */
export interface Chunk {
  readonly start: number
  readonly end: number
  /** Equal where quotation marks, dashes and white space make the only difference. */
  readonly key: string
  /** Whether a paragraph begins with it. */
  readonly isFirst: boolean
}

/** A stretch of chunks that stands in both texts, or in one of them. */
export interface Aligned {
  readonly kind: 'same' | 'only left' | 'only right'
  /** None for `only right`. */
  readonly left: readonly Chunk[]
  /** None for `only left`. */
  readonly right: readonly Chunk[]
}

/** A sentence ends with its line, or with a full stop and white space: it need not be exact, only the same in both texts. */
const patterns = { words: /\S+/g, sentences: /\S(?:[^\n.!?]|[.!?](?!\s))*[.!?]?/g } as const

/** The words or sentences of a text, in reading order. */
export function chunksOf(by: keyof typeof patterns, text: string): Chunk[] {
  let end = 0
  return Array.from(text.matchAll(patterns[by]), (match) => {
    const [found] = match
    const start = match.index
    const isFirst = end === 0 || text.slice(end, start).includes('\n')
    end = start + found.trimEnd().length
    return { start, end, key: keyOf(found), isFirst }
  })
}

function keyOf(written: string): string {
  return written
    .trimEnd()
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/\s+/g, ' ')
}
