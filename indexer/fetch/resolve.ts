import { lookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isLinkLocal } from './public-address.ts'
import { Unfetchable } from './unfetchable.ts'

/** Finds the IP addresses of a host, as `dns.lookup` does. */
export type Resolve = (
  host: string,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** Asks the system. */
export const systemResolve: Resolve = (host, answer) => {
  lookup(host, { all: true, order: 'verbatim' }, answer)
}

/** Whether an IP address may be connected to. */
export type Reach = (address: string) => boolean

/**
 * The lookup of a connection: it connects to the very addresses that were checked here, so an answer that changes between check and
 * connection opens nothing. One address out of reach refuses the host: honest ones do not mix them.
 */
export function checkedLookup(resolve: Resolve, reach: Reach): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, addresses) => {
      if (error) {
        done(error, [])
        return
      }
      const inner = addresses.find(({ address }) => !reach(address))
      if (inner) done(refusal(host, inner.address), [])
      else if (options.all) done(null, addresses)
      else done(null, addresses[0]?.address ?? '', addresses[0]?.family)
    })
  }
}

/** Throws Unfetchable for a host written as an IP address that may not be connected to: no lookup happens for one. */
export function checkLiteral(url: URL, reach: Reach): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // The URL parser has turned every way of writing an IPv4 address into dotted decimals.
  const isAddress = url.hostname.startsWith('[') || /^[\d.]+$/.test(host)
  if (isAddress && !reach(host)) throw refusal(host, host)
}

function refusal(host: string, address: string): Unfetchable {
  const which = host === address ? address : `${host} (${address})`
  if (isLinkLocal(address))
    return new Unfetchable(
      `${which} is not an address of the public Internet but link-local: it is never asked`,
    )
  return new Unfetchable(
    `${which} is not an address of the public Internet. If it is yours and should be read, set ALLOW_PRIVATE_ADDRESSES=1`,
  )
}
