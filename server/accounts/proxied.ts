import type { Request } from 'express'

const addedByProxies = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-real-ip',
]

/**
 * Whether a request shows traces of a proxy: headers that proxies add; HTTP/1.0, which nginx speaks unless told otherwise and no
 * browser does; or a page of another host name that the browser takes for this one. A proxy that hides all of these is not noticed.
 */
export function comesThroughProxy({ headers, httpVersion }: Request): boolean {
  if (httpVersion === '1.0') return true
  if (addedByProxies.some((name) => headers[name] !== undefined)) return true
  if (headers['sec-fetch-site'] !== 'same-origin') return false
  const page = headers.origin ?? headers.referer ?? ''
  return URL.canParse(page) && new URL(page).host !== headers.host
}
