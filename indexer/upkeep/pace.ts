/** Often enough to see that something is going on. */
export const secondsBetweenLines = 5

/** A clock that says yes once in so many seconds, for the first time after as many. */
export function now(seconds: number): () => boolean {
  let last = performance.now()
  return () => {
    if (performance.now() - last < seconds * 1_000) return false
    last = performance.now()
    return true
  }
}
