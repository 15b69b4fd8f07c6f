import { Unfetchable } from './unfetchable.ts'

/** Longer addresses are not asked for. */
const longest = 4_096

/** Reads an address. Throws Unfetchable for anything but http(s), and for one with a user name or password in it. */
export function checkedAddress(address: string, base?: URL): URL {
  const url = address.length > longest ? null : URL.parse(address, base?.href)
  if (!url) throw new Unfetchable(`not an address: ${address.slice(0, 100)}`)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Unfetchable(`only http and https addresses are fetched, not ${url.protocol}`)
  if (url.username !== '' || url.password !== '')
    throw new Unfetchable('addresses with a user name or password are not fetched')
  return url
}

/** Whether a word of a command line is meant as an address of the web. */
export function isWebAddress(word: string): boolean {
  return /^https?:\/\//i.test(word)
}
