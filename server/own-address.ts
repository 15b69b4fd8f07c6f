import type { Request } from 'express'

/**
 * The address of this site as the request came to it, such as `https://archive.example`, without a slash behind it. The name is that of
 * the Host header, which was checked before any page is made: a header of a proxy names none, since not every proxy clears what a stranger sent.
 */
export function ownAddress(request: Request): string {
  // Express takes over whatever a trusted proxy passes on.
  const scheme = request.protocol === 'https' ? 'https' : 'http'
  return `${scheme}://${request.headers.host ?? ''}`
}
