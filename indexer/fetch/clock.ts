import { setTimeout } from 'node:timers/promises'

/** Time as waiting code sees it; tests bring their own. */
export interface Clock {
  /** Milliseconds since some moment. */
  now(): number
  /** Resolves after so many milliseconds; rejects as soon as the signal is aborted. */
  sleep(milliseconds: number, stop?: AbortSignal): Promise<unknown>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, stop) =>
    setTimeout(milliseconds, undefined, stop === undefined ? {} : { signal: stop }),
}
