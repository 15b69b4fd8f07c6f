import type { Request, RequestHandler } from 'express'
import helmet from 'helmet'
import { WrongHost } from './error-pages.ts'

const self = "'self'"

/** Headers that keep a page to itself: no inline script or style, nothing from another host, no frames. */
export const strictHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'style-src': [self],
      'script-src': [self],
      'img-src': [self],
      // For the suggestions of names.
      'connect-src': [self],
      'form-action': [self],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  xFrameOptions: { action: 'deny' },
  // The site speaks plain http on loopback; whoever puts https in front of it sets this there.
  strictTransportSecurity: false,
  // Which article somebody reads is nobody else's business.
  referrerPolicy: { policy: 'same-origin' },
})

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/** Whether a Host header names this machine as seen from itself. */
export function isLoopbackName(host: string): boolean {
  return loopbackNames.includes(toHostName(host))
}

/**
 * Answers only under host names that belong to the site, with any port: a page of another site whose name was pointed
 * at this machine (DNS rebinding) could otherwise read the archive.
 */
export function allowHosts(names: readonly string[]): RequestHandler {
  const allowed = new Set([...loopbackNames, ...names.map(toHostName)])
  return (request, _response, next) => {
    const host = toHostName(request.headers.host ?? '')
    if (allowed.has(host)) {
      next()
      return
    }
    throw new WrongHost(
      `This site does not answer under the name “${host.slice(0, 100)}”. If it should, add that name to ALLOWED_HOSTS and start it again.`,
    )
  }
}

/** A name without its port and in lower case; an IPv6 address in brackets. */
function toHostName(host: string): string {
  const name = host.trim().toLowerCase()
  const isBareIpv6 = name.includes(':', name.indexOf(':') + 1) && !name.startsWith('[')
  return isBareIpv6 ? `[${name}]` : name.replace(/:\d+$/, '').replace(/\.$/, '')
}

/** Whether a browser says that the request comes from a page of another site, or of another port of this machine. */
export function comesFromElsewhere({ headers }: Request): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin, host } = headers
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}
