import type { IncomingMessage } from 'node:http'
import { ask, type AskLimits } from './ask.ts'
import { systemClock, type Clock } from './clock.ts'
import {
  documentHop,
  robotsHop,
  type Busy,
  type Elsewhere,
  type Fetched,
  type Validators,
} from './hop.ts'
import { HostTurns } from './host-turns.ts'
import { isPublicAddress } from './public-address.ts'
import { acceptedEncodings } from './read-body.ts'
import { systemResolve, type Reach, type Resolve } from './resolve.ts'
import { RobotsCache } from './robots-cache.ts'
import { readRobots, type RobotsAnswer, type Rules } from './robots.ts'
import { Unfetchable } from './unfetchable.ts'
import { userAgent } from './user-agent.ts'
import { checkedAddress } from './web-address.ts'

/** How a client behaves. */
export interface ClientOptions {
  /** Default `isPublicAddress`: nothing on the own network is connected to. */
  readonly reach?: Reach
  /** Milliseconds between two requests to one host, default 1,000; its robots.txt may ask for more. */
  readonly pause?: number
  /** Default 10 s to connect, 60 s in all, for each hop. */
  readonly limits?: AskLimits
  /** Bytes of a document, compressed or not, default 16 MB. */
  readonly largest?: number
  readonly clock?: Clock
  /** How hosts are looked up; default: as the system does. */
  readonly resolve?: Resolve
}

/** What is wanted. */
export interface Wish {
  readonly address: string
  /** Media types, as the Accept header has them. */
  readonly accept: string
  /** A document that still has these is not sent again. */
  readonly known?: Validators | undefined
  readonly stop?: AbortSignal | undefined
}

/** Redirects that are followed. */
const mostHops = 5
/** Times that a busy server is asked. */
const mostAttempts = 3
/** Milliseconds before a busy server is asked again, doubled each time; one that wants more than `longestWait` is left for another run. */
const firstWait = 2_000
const longestWait = 30_000

const defaults = {
  reach: isPublicAddress,
  pause: 1_000,
  limits: { connect: 10_000, whole: 60_000 },
  largest: 16 * 1024 * 1024,
  clock: systemClock,
  resolve: systemResolve,
}

/** Fetches documents from the web as a polite guest: one request to a host at a time, with pauses, by the rules of its robots.txt. */
export class WebClient {
  readonly #options: Required<ClientOptions>
  readonly #turns: HostTurns
  readonly #robots: RobotsCache
  readonly #name = userAgent()

  constructor(options: ClientOptions = {}) {
    this.#options = { ...defaults, ...options }
    this.#turns = new HostTurns(this.#options.clock)
    this.#robots = new RobotsCache(this.#options.clock)
  }

  /**
   * Gets a document, following five redirects at most. Every hop is checked anew: scheme, address, robots.txt. Throws Unfetchable, with
   * the reason, for anything but a document or "unchanged"; rejects with the reason of `stop` when that is aborted.
   */
  async get(wish: Wish): Promise<Fetched> {
    let url = checkedAddress(wish.address)
    for (let hop = 0; hop <= mostHops; hop++) {
      const rules = await this.#rulesFor(url, wish.stop)
      if (!rules.isAllowed(url.href))
        throw new Unfetchable(`the robots.txt of ${url.host} does not allow it`)
      const found = await this.#patiently(url, rules, wish)
      if (found.kind !== 'elsewhere') return found
      url = found.url
    }
    throw new Unfetchable(`redirects more than ${mostHops} times`)
  }

  /** Asks a busy server again, as often as is polite. */
  async #patiently(url: URL, rules: Rules, wish: Wish): Promise<Fetched | Elsewhere> {
    const { clock, pause } = this.#options
    const longer = Math.max(rules.pause, pause)
    for (let attempt = 1; ; attempt++) {
      const found = await this.#turns.take(url.host, longer, () => this.#hop(url, wish), wish.stop)
      if (found.kind !== 'busy') return found
      const wait = found.wait === 0 ? firstWait * 2 ** (attempt - 1) : found.wait
      if (attempt === mostAttempts || wait > longestWait) {
        this.#turns.rest(url.host, wait)
        const reason = `${url.host} is too busy (status ${found.status})`
        throw new Unfetchable(reason, { again: 'later', wait })
      }
      await clock.sleep(wait, wish.stop)
    }
  }

  #hop(url: URL, { accept, known, stop }: Wish): Promise<Fetched | Elsewhere | Busy> {
    const { clock, largest } = this.#options
    return this.#ask(url, { accept, ...conditions(known) }, stop, (answer) =>
      documentHop(url, answer, { largest, now: clock.now() }),
    )
  }

  #rulesFor(url: URL, stop: AbortSignal | undefined): Promise<Rules> {
    return this.#robots.rules(url.origin, async () => {
      const address = new URL('/robots.txt', url)
      const answer = await this.#robotsAnswer(address, stop)
      const bytes = answer.kind === 'text' ? answer.text.length : 0
      return { rules: readRobots(address.href, answer), bytes }
    })
  }

  async #robotsAnswer(address: URL, stop: AbortSignal | undefined): Promise<RobotsAnswer> {
    let url = address
    for (let hop = 0; hop <= mostHops; hop++) {
      const at = url
      const work = () =>
        this.#ask(at, { accept: 'text/plain' }, stop, (answer) => robotsHop(at, answer))
      const found = await this.#turns.take(at.host, this.#options.pause, work, stop)
      if (found.kind !== 'elsewhere') return found
      url = found.url
    }
    // RFC 9309 counts what is not found within five redirects as missing.
    return { kind: 'status', status: 404 }
  }

  #ask<T>(
    url: URL,
    headers: Readonly<Record<string, string>>,
    stop: AbortSignal | undefined,
    read: (answer: IncomingMessage) => Promise<T>,
  ): Promise<T> {
    const own = { 'user-agent': this.#name, 'accept-encoding': acceptedEncodings }
    const { reach, resolve, limits } = this.#options
    return ask(url, { headers: { ...own, ...headers }, reach, resolve, limits, stop }, read)
  }
}

function conditions(known: Validators | undefined): Readonly<Record<string, string>> {
  if (!known) return {}
  return {
    ...(known.etag === '' ? {} : { 'if-none-match': known.etag }),
    ...(known.lastModified === '' ? {} : { 'if-modified-since': known.lastModified }),
  }
}
