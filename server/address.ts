import { isIP } from 'node:net'
import { UsageError, type Settings } from '../engine/settings.ts'
import { howToAdd, type Access } from './accounts/access.ts'

/** Where the site listens, under which names it answers, and who can reach it. */
export interface Address {
  readonly port: number
  readonly host: string
  /** Besides the loopback names. */
  readonly allowedHosts: readonly string[]
  readonly access: Access
}

type AddressSettings = Pick<
  Settings,
  'PORT' | 'HOST' | 'ALLOW_UNAUTHENTICATED' | 'ALLOWED_HOSTS' | 'TRUST_PROXY'
>

/** Reads the settings of the address. Throws UsageError for what they cannot be. */
export function readAddress(settings: AddressSettings): Address {
  const { PORT, HOST, ALLOW_UNAUTHENTICATED, ALLOWED_HOSTS } = settings
  const host = HOST.replace(/^\[(.*)\]$/, '$1')
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535) {
    throw new UsageError(`PORT is “${PORT}”. It must be a number from 0 to 65535.`)
  }
  if (!['', '0', '1', 'loopback'].includes(ALLOW_UNAUTHENTICATED)) {
    throw new UsageError(
      `ALLOW_UNAUTHENTICATED is “${ALLOW_UNAUTHENTICATED}”. It may be 1 or loopback, or left out. See --help.`,
    )
  }
  return {
    port: Number(PORT),
    host,
    allowedHosts: [...listed(ALLOWED_HOSTS), ...(isWildcard(host) ? [] : [host])],
    access: {
      isExposed: !isLoopback(host) && ALLOW_UNAUTHENTICATED !== 'loopback',
      isForAnybody: ALLOW_UNAUTHENTICATED === '1',
      trustProxy: readProxies(settings.TRUST_PROXY),
    },
  }
}

/** Throws UsageError where others could reach a site that asks nobody who they are. */
export function requireAccounts({ host, access }: Address, hasAccounts: boolean): void {
  if (hasAccounts || access.isForAnybody || !access.isExposed) return
  throw new UsageError(
    `HOST is “${host}”, which others can reach, and there are no accounts: they could read, correct and remove everything.\n` +
      `Add one, then start again: ${howToAdd}\n` +
      'Or use HOST=127.0.0.1. ALLOW_UNAUTHENTICATED=1 serves without accounts whoever reaches the site: only for a network that keeps others out.',
  )
}

/** What to say at the start of a site that serves others without accounts; '' where it does not. */
export function warningOf({ access }: Address, hasAccounts: boolean): string {
  if (!access.isForAnybody) return ''
  return hasAccounts
    ? 'ALLOW_UNAUTHENTICATED=1 has no effect: there are accounts, so everybody logs in.'
    : `WARNING: ALLOW_UNAUTHENTICATED=1 and no accounts: whoever reaches this site can read, correct and remove everything. To end that: ${howToAdd}`
}

function readProxies(setting: string): Access['trustProxy'] {
  if (setting === '' || setting === '0') return false
  if (/^[1-9]$/.test(setting)) return Number(setting)
  const addresses = listed(setting)
  const wrong = addresses.find((address) => !isNetwork(address))
  if (wrong === undefined) return addresses
  throw new UsageError(
    `TRUST_PROXY has “${wrong}”. It is the number of proxies in front of the site, such as 1, or their addresses, such as 127.0.0.1, 10.0.0.0/8.`,
  )
}

function isNetwork(text: string): boolean {
  const [address = '', prefix] = text.split('/')
  const version = isIP(address)
  if (version === 0) return false
  // Everybody's word would be taken, were the whole of the internet a proxy.
  const most = version === 4 ? 32 : 128
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= most)
}

const listed = (setting: string) =>
  setting
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

function isLoopback(host: string): boolean {
  if (host.toLowerCase() === 'localhost') return true
  return isIP(host) === 4 ? host.startsWith('127.') : /^(0*:)*:?0*1$/.test(host) && isIP(host) === 6
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || /^[0:]+$/.test(host)
}
