import ipaddr from 'ipaddr.js'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Who tries to log in as whom. */
export interface Attempt {
  readonly name: string
  /** As the server sees it, or a trusted proxy says. */
  readonly address: string
}

/** How an attempt was counted. */
export interface Counted {
  /** Until the next attempt is allowed; 0 where this one is. */
  readonly seconds: number
  /** Whether this is the first one refused since the last that was allowed. */
  readonly isFirstRefused: boolean
}

/** Bounds how often passwords can be tried. */
export interface Throttle {
  count(attempt: Attempt): Promise<Counted>
  /** The password was right: only wrong ones count. */
  forgive(attempt: Attempt): Promise<void>
}

/** Wrong passwords for a name from an address, and for all names from an address, until it has to wait; in seconds. */
const forName = { points: 5, duration: 15 * 60 }
const forAddress = { points: 50, duration: 60 * 60 }

/**
 * A name is never locked by itself: who tries passwords from elsewhere does not keep its owner out, and a wait begins with the first
 * wrong password, not with the last. Memory is bounded: an address that has to wait adds nothing, and any other key costs a hash.
 */
export function makeThrottle(): Throttle {
  const byName = new RateLimiterMemory({ keyPrefix: 'name', ...forName })
  const byAddress = new RateLimiterMemory({ keyPrefix: 'address', ...forAddress })
  return {
    count: async ({ name, address }) => {
      const network = networkOf(address)
      const here = await consume(byAddress, network, forAddress.points)
      if (here.seconds > 0) return here
      return consume(byName, keyOf(network, name), forName.points)
    },
    forgive: async ({ name, address }) => {
      const network = networkOf(address)
      await byName.delete(keyOf(network, name))
      await byAddress.reward(network)
    },
  }
}

const keyOf = (network: string, name: string) => `${network} ${name}`

async function consume(limiter: RateLimiterMemory, key: string, points: number): Promise<Counted> {
  try {
    await limiter.consume(key)
    return { seconds: 0, isFirstRefused: false }
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return {
      seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
      isFirstRefused: refusal.consumedPoints === points + 1,
    }
  }
}

/** Whoever has an IPv6 address mostly has all of its /64. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 50)
  const parsed = ipaddr.process(address)
  return parsed.toByteArray().slice(0, 8).join('.')
}
