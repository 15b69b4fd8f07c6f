import type { SessionContent } from '../accounts/session-store.ts'
import { longestIdle } from '../accounts/session-store.ts'
import { shortestPassword } from '../accounts/name-and-password.ts'
import { showMoment } from '../show-date.ts'
import type { Account } from '../store/accounts.ts'
import { counted } from './counting.ts'
import { buildLayout, type Layout } from './layout.ts'

/** The account of who is logged in, as data; without name and sessions on a site without accounts. */
export interface AccountView {
  readonly name: string
  readonly role: string
  readonly sessions: readonly SessionView[]
}

/** Where somebody is logged in. Moments are ISO 8601 UTC. */
export interface SessionView {
  readonly since: string
  /** To the hour. */
  readonly lastUsed: string
  readonly browser: string
}

/** Everything that the account page prints. */
export interface AccountPage {
  readonly layout: Layout
  readonly account: AccountView
  readonly role: string
  readonly sessions: readonly ShownSession[]
  readonly sessionsHeading: string
  readonly shortestPassword: number
  /** What the settings lack; '' for nothing. Only an admin can do something about it. */
  readonly warning: string
  readonly notice: string
  readonly fault: string
  readonly formToken: string
}

interface ShownSession extends SessionView {
  readonly sinceShown: string
  readonly lastUsedShown: string
}

export function buildAccountView(
  account: Account | undefined,
  sessions: readonly (SessionContent & { readonly expires: string })[],
): AccountView {
  return {
    name: account?.name ?? '',
    role: account?.role ?? '',
    sessions: sessions.map(({ since, agent, expires }) => ({
      since,
      lastUsed: new Date(Date.parse(expires) - longestIdle).toISOString(),
      browser: browserOf(agent),
    })),
  }
}

export function buildAccountPage(
  account: AccountView,
  said: Pick<AccountPage, 'notice' | 'fault' | 'formToken'> & {
    readonly isProxyUntrusted: boolean
  },
): AccountPage {
  const { notice, fault, formToken, isProxyUntrusted } = said
  return {
    layout: buildLayout('Your account', '', undefined, ['accounts']),
    account,
    role:
      account.role === 'admin'
        ? 'An admin: you search, keep things, correct, and remove articles.'
        : 'A reader: you search and keep things. Admins correct and remove.',
    sessions: account.sessions.map((each) => ({
      ...each,
      sinceShown: showMoment(each.since),
      lastUsedShown: showMoment(each.lastUsed),
    })),
    sessionsHeading: `Logged in at ${counted(account.sessions.length, 'place')}`,
    shortestPassword,
    warning:
      isProxyUntrusted && account.role === 'admin'
        ? 'This page came through a proxy, but TRUST_PROXY is not set: everybody counts as one address when passwords are tried, and cookies are not marked Secure. Start the site with TRUST_PROXY=1, where one proxy stands in front of it.'
        : '',
    ...{ notice, fault, formToken },
  }
}

/** Browsers name all their ancestors too: the first of these that is named is meant. */
const browsers = [
  [/Edg\w*\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

function browserOf(agent: string): string {
  const named = [browsers, systems].map((kinds) => kinds.find(([kind]) => kind.test(agent))?.[1])
  const known = named.filter((each) => each !== undefined).join(' on ')
  return known === '' ? agent.slice(0, 60) || 'unknown' : known
}
