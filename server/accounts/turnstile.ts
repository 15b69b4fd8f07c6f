import { TryLater } from './refusals.ts'

/** Lets one piece of work through at a time. */
export interface Turnstile {
  /** Does the work when its turn comes. Throws TryLater at once where too many wait. */
  pass<T>(work: () => Promise<T>): Promise<T>
  /** Throws TryLater where too many wait. */
  requireRoom(): void
}

/**
 * Hashing a password takes a core for a third of a second and 128 MB: one at a time leaves the rest of the machine to searches.
 * With `mostWaiting` before oneself, one waits some seconds.
 */
export function makeTurnstile(mostWaiting = 16): Turnstile {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const requireRoom = () => {
    if (waiting >= mostWaiting)
      throw new TryLater(
        'Too many people are logging in at this moment. Try again in a few seconds.',
        10,
      )
  }
  return {
    requireRoom,
    pass: async (work) => {
      requireRoom()
      waiting += 1
      const turn = last.then(work).finally(() => {
        waiting -= 1
      })
      // What fails concerns only who asked for it.
      last = turn.catch(() => undefined)
      return turn
    },
  }
}
