/** Where an operand stands: positions of one field, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Whether there is one span for each operand so that, with M the last start among them, M minus the end of each is at most `distance`:
 * the definition of FTS5. Spans of an operand are in the order of their starts; they may overlap those of others. Linear.
 */
export function isNear(operands: readonly (readonly Span[])[], distance: number): boolean {
  const cursors = operands.map((spans) => new Cursor(spans))
  const starts = operands.flatMap((spans) => spans.map(({ start }) => start)).sort((a, b) => a - b)
  // Whatever the clump, its last start is one of these; the others need only reach close enough to it.
  return starts.some((last) => {
    const ends = cursors.map((cursor) => cursor.furthestEnd(last))
    return ends.every((end) => last - end <= distance)
  })
}

/** Goes through an operand's spans once. */
class Cursor {
  readonly #spans: readonly Span[]
  #at = 0
  #end = -Infinity

  constructor(spans: readonly Span[]) {
    this.#spans = spans
  }

  /** The furthest end of the spans that start up to here; asked for in ascending order. */
  furthestEnd(last: number): number {
    for (let span = this.#spans[this.#at]; span && span.start <= last;) {
      this.#end = Math.max(this.#end, span.end)
      span = this.#spans[++this.#at]
    }
    return this.#end
  }
}
