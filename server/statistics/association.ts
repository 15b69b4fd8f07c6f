/** How often two things stand in the same articles, and how often each does at all. Whole numbers, together <= one, other <= all. */
export interface Joint {
  /** Articles with both. */
  readonly together: number
  /** Articles with the one. */
  readonly one: number
  /** Articles with the other. */
  readonly other: number
  /** All articles. */
  readonly all: number
}

/**
 * How much speaks for it that two things stand together more, or less, often than chance would have it: the log-likelihood ratio G² of
 * the two by two table, negated where they stand together less often. 0 where chance explains it all; 3.84 is passed by chance once in
 * twenty. Large for what is both striking and frequent, so that one strange article does not come first. T. Dunning, "Accurate methods
 * for the statistics of surprise and coincidence", Computational Linguistics 19 (1993). It does not matter which of the two is the one.
 */
export function logLikelihood(joint: Joint): number {
  const { together, one, other, all } = joint
  const ratio =
    term(together, one, other, all) +
    term(one - together, one, all - other, all) +
    term(other - together, all - one, other, all) +
    term(all - one - other + together, all - one, all - other, all)
  // Rounding may leave a little below nothing.
  const strength = Math.max(0, 2 * ratio)
  return lift(joint) < 1 ? -strength : strength
}

/** One cell: what was seen against what its row and column lead to expect. Nothing seen weighs nothing. */
function term(seen: number, row: number, column: number, all: number): number {
  return seen <= 0 ? 0 : seen * Math.log((seen * all) / (row * column))
}

/** How many times as often as by chance two things stand together: 1 for chance, 0 for never; 1 where either never stands anywhere. */
export function lift({ together, one, other, all }: Joint): number {
  return one === 0 || other === 0 ? 1 : (together * all) / (one * other)
}
