import ipaddr from 'ipaddr.js'

/** Addresses handed out to the Internet by IPv6 so far; everything else translates, tunnels or is reserved. */
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/**
 * Whether an IP address belongs to a link, in either form: what answers there is this very machine's surroundings, such as the
 * service that hands credentials to machines of a cloud. False for what is no address.
 */
export function isLinkLocal(address: string): boolean {
  const [plain = ''] = address.split('%')
  return ipaddr.isValid(plain) && ipaddr.process(plain).range() === 'linkLocal'
}

/**
 * Whether an IP address is one of the public Internet: not private, loopback, link-local, multicast, of a carrier's network, reserved
 * for documentation, nor an IPv6 form of an IPv4 address. False for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  // A zone such as %eth0 belongs to a link.
  if (!ipaddr.isValid(address) || address.includes('%')) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return !('parts' in parsed) || parsed.match(globalUnicast)
}
