import type { Clock } from './clock.ts'
import { Unfetchable } from './unfetchable.ts'

interface Host {
  /** Ends when everybody before has had their turn. */
  last: Promise<unknown>
  waiting: number
  /** No request before. */
  free: number
  /** The server asked to be left alone until then. */
  rests: number
}

/** Hosts remembered; beyond that, those that wait for nothing are forgotten. */
const mostHosts = 1_000

/** Longest rest that a server can ask for. */
const longestRest = 24 * 60 * 60 * 1000

/** Gives each host its requests one at a time, with pauses between them. */
export class HostTurns {
  readonly #clock: Clock
  readonly #hosts = new Map<string, Host>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Does the work when it is this request's turn: when those before are done and `pause` milliseconds have passed. Throws Unfetchable at once while the host rests. */
  async take<T>(
    name: string,
    pause: number,
    work: () => Promise<T>,
    stop?: AbortSignal,
  ): Promise<T> {
    const host = this.#host(name)
    const before = host.last
    host.waiting++
    const turn = (async () => {
      await before
      this.#refuseAtRest(name, host)
      const wait = host.free - this.#clock.now()
      if (wait > 0) await this.#clock.sleep(wait, stop)
      try {
        return await work()
      } finally {
        host.free = this.#clock.now() + pause
      }
    })()
    host.last = turn.then(nothing, nothing)
    try {
      return await turn
    } finally {
      host.waiting--
    }
  }

  /** Sends nothing to a host for so many milliseconds. */
  rest(name: string, milliseconds: number): void {
    this.#host(name).rests = this.#clock.now() + Math.min(milliseconds, longestRest)
  }

  #refuseAtRest(name: string, host: Host): void {
    const left = host.rests - this.#clock.now()
    if (left <= 0) return
    throw new Unfetchable(`${name} asked to be left alone for ${Math.ceil(left / 1000)} s`, {
      again: 'later',
      wait: left,
    })
  }

  #host(name: string): Host {
    const host = this.#hosts.get(name) ?? { last: Promise.resolve(), waiting: 0, free: 0, rests: 0 }
    if (this.#hosts.size >= mostHosts) this.#forget()
    this.#hosts.set(name, host)
    return host
  }

  #forget(): void {
    const now = this.#clock.now()
    for (const [name, { waiting, free, rests }] of this.#hosts) {
      if (waiting === 0 && free <= now && rests <= now) this.#hosts.delete(name)
    }
  }
}

function nothing(): undefined {
  return undefined
}
