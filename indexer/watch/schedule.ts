import type { Met } from '../feeds/met.ts'

interface Visits {
  readonly due: number
  /** In a row. */
  readonly failures: number
  /** Why the last one failed, '' when it did not. */
  readonly reason: string
}

/** A feed that fails is visited less and less often, at least once a day. */
const longest = 24 * 60 * 60 * 1000

/** Knows when each feed is to be visited, and says when one begins to fail and when it is well again. */
export class Schedule {
  readonly #every: number
  readonly #say: (line: string) => void
  #visits = new Map<string, Visits>()

  /** `every` is in milliseconds. */
  constructor(every: number, say: (line: string) => void) {
    this.#every = every
    this.#say = say
  }

  /** Which of the addresses are to be visited now; new ones at once. Those that are listed no more are forgotten. */
  due(addresses: readonly string[], now: number): string[] {
    this.#visits = new Map(
      addresses.map((address) => [
        address,
        this.#visits.get(address) ?? { due: now, failures: 0, reason: '' },
      ]),
    )
    return [...this.#visits].flatMap(([address, { due }]) => (due <= now ? [address] : []))
  }

  /** Plans the next visit to an address after one that met nothing, or ended well, or failed. */
  visited(
    address: string,
    failure: Extract<Met, { kind: 'failed' }> | undefined,
    now: number,
  ): void {
    const before = this.#visits.get(address)
    if (!before) return
    const failures = failure ? before.failures + 1 : 0
    const { reason, wait } = failure ?? { reason: '', wait: 0 }
    this.#tell(address, before.reason, reason)
    const planned = Math.min(this.#every * 2 ** failures, Math.max(longest, this.#every))
    this.#visits.set(address, { due: now + Math.max(planned, wait), failures, reason })
  }

  /** Milliseconds until the next visit; that between two visits where there is nothing to visit. */
  wait(now: number): number {
    const dues = [...this.#visits.values()].map(({ due }) => due)
    return dues.length === 0 ? this.#every : Math.max(0, Math.min(...dues) - now)
  }

  #tell(address: string, before: string, reason: string): void {
    if (reason === before) return
    this.#say(reason === '' ? `${address} can be read again.` : `${address}: ${reason}`)
  }
}
