import type { Clock } from './clock.ts'
import type { Rules } from './robots.ts'

interface Known {
  readonly rules: Promise<Rules>
  readonly asked: number
  /** What its rules take in memory, roughly. */
  bytes: number
  failed: boolean
}

/** A day, as RFC 9309 has it; what failed is asked for again after five minutes. */
const ages = { read: 24 * 60 * 60 * 1000, failed: 5 * 60 * 1000 }

/** Of all rules together; beyond it the oldest are forgotten. */
const mostBytes = 16 * 1024 * 1024
const mostHosts = 1_000

/** Remembers the rules of hosts, each asked for once. */
export class RobotsCache {
  readonly #clock: Clock
  readonly #known = new Map<string, Known>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The rules of an origin, known or read by `read`, which tells how long their text is. Rejects as `read` does. */
  async rules(
    origin: string,
    read: () => Promise<{ readonly rules: Rules; readonly bytes: number }>,
  ): Promise<Rules> {
    const known = this.#known.get(origin)
    if (known && this.#clock.now() - known.asked < (known.failed ? ages.failed : ages.read)) {
      return known.rules
    }
    const reading = read()
    const entry: Known = {
      rules: reading.then(({ rules }) => rules),
      asked: this.#clock.now(),
      bytes: 0,
      failed: false,
    }
    this.#known.delete(origin)
    this.#known.set(origin, entry)
    try {
      entry.bytes = (await reading).bytes
      this.#forget()
    } catch {
      entry.failed = true
    }
    return entry.rules
  }

  #forget(): void {
    let bytes = [...this.#known.values()].reduce((sum, known) => sum + known.bytes, 0)
    for (const [origin, known] of this.#known) {
      if (bytes <= mostBytes && this.#known.size <= mostHosts) return
      this.#known.delete(origin)
      bytes -= known.bytes
    }
  }
}
