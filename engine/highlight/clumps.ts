import type { Occurrence } from './occurrences.ts'

/**
 * Keeps of each operand of NEAR the occurrences that stand near one of every other: with M the start of the last of them, M minus
 * the end of each is at most `distance` tokens (the definition of FTS5). Takes them in reading order and gives them so; the effort
 * grows with their number, however many stand near each other.
 */
export function clumped(
  operands: readonly (readonly Occurrence[])[],
  distance: number,
): (readonly Occurrence[])[] {
  const lasts = lastOnes(operands, distance)
  return operands.map((occurrences) => {
    let next = 0
    return occurrences.flatMap((occurrence) => {
      while ((lasts[next]?.at ?? Infinity) < occurrence.at) next++
      const last = lasts[next]
      if (!last || last.at - occurrence.after > distance) return []
      return [{ ...occurrence, until: Math.max(last.end, occurrence.end) }]
    })
  })
}

/** The occurrences that can be the last of a clump. */
function lastOnes(
  operands: readonly (readonly Occurrence[])[],
  distance: number,
): readonly Occurrence[] {
  // Where two begin together the longer comes last, and its end counts for both.
  const all = operands.flat().sort((a, b) => a.at - b.at || a.after - b.after)
  const reaches = operands.map((occurrences) => new Reach(occurrences))
  return all.filter(
    ({ at }, i) =>
      all[i + 1]?.at !== at && reaches.every((reach) => at - reach.upTo(at) <= distance),
  )
}

/** Goes through the occurrences of an operand once. */
class Reach {
  readonly #occurrences: readonly Occurrence[]
  #read = 0
  #furthest = -Infinity

  constructor(occurrences: readonly Occurrence[]) {
    this.#occurrences = occurrences
  }

  /** The furthest end of those that begin up to a token; asked for in ascending order. */
  upTo(at: number): number {
    for (let next = this.#occurrences[this.#read]; next && next.at <= at;) {
      this.#furthest = Math.max(this.#furthest, next.after)
      next = this.#occurrences[++this.#read]
    }
    return this.#furthest
  }
}
