import { isIP } from 'node:net'
import { UsageError, type Settings } from '../engine/settings.ts'

/** Where the site listens, and under which names it answers. */
export interface Address {
  readonly port: number
  readonly host: string
  /** Besides the loopback names. */
  readonly allowedHosts: readonly string[]
}

type AddressSettings = Pick<Settings, 'PORT' | 'HOST' | 'ALLOW_UNAUTHENTICATED' | 'ALLOWED_HOSTS'>

/** Reads the settings of the address. Throws UsageError for a port that is none, and for a HOST that others could reach unless that is allowed. */
export function readAddress(settings: AddressSettings): Address {
  const { PORT, HOST, ALLOW_UNAUTHENTICATED, ALLOWED_HOSTS } = settings
  const host = HOST.replace(/^\[(.*)\]$/, '$1')
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535) {
    throw new UsageError(`PORT is “${PORT}”. It must be a number from 0 to 65535.`)
  }
  if (!isLoopback(host) && ALLOW_UNAUTHENTICATED !== '1') {
    throw new UsageError(
      `HOST is “${HOST}”, which others can reach, and Dateline has no accounts yet: they could read everything and change saved queries.\n` +
        'Use HOST=127.0.0.1, or set ALLOW_UNAUTHENTICATED=1 if something else keeps others out.',
    )
  }
  const names = ALLOWED_HOSTS.split(',').map((name) => name.trim())
  return {
    port: Number(PORT),
    host,
    allowedHosts: [...names.filter((name) => name !== ''), ...(isWildcard(host) ? [] : [host])],
  }
}

function isLoopback(host: string): boolean {
  if (host.toLowerCase() === 'localhost') return true
  return isIP(host) === 4 ? host.startsWith('127.') : /^(0*:)*:?0*1$/.test(host) && isIP(host) === 6
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || /^[0:]+$/.test(host)
}
