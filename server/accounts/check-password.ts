import type { Account } from '../store/accounts.ts'
import type { Store } from '../store/store.ts'
import { longestPassword, toAccountName } from './name-and-password.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import { TryLater } from './refusals.ts'
import type { Throttle } from './throttle.ts'
import type { Turnstile } from './turnstile.ts'

/** Somebody who says who they are. */
export interface Claim {
  readonly name: string
  readonly password: string
  readonly address: string
}

/** What checks passwords: how often, and how many at once. */
export interface PasswordDesk {
  /** The account with this name and password; undefined where there is none. Throws TryLater after too many wrong ones. */
  readonly check: (claim: Claim) => Promise<Account | undefined>
  /** Hashes a new password, when its turn comes. */
  readonly hash: (password: string) => Promise<string>
}

/** Something that nobody's password hashes to, at the usual cost: an unknown name takes as long as a known one. */
const unknown = `$scrypt$ln=17,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

export function openPasswordDesk(
  store: Store,
  throttle: Throttle,
  turnstile: Turnstile,
): PasswordDesk {
  return {
    check: async (claim) => {
      const name = toAccountName(claim.name)
      const attempt = { name, address: claim.address }
      turnstile.requireRoom()
      const { seconds, isFirstRefused } = await throttle.count(attempt)
      const account = store.accounts.byName(name)
      if (seconds > 0) {
        if (isFirstRefused) tellOfAttempts(store, account, claim.address)
        throw new TryLater(laterMessage(seconds), seconds)
      }
      const stored = account && store.accounts.passwordOf(account.id)
      const password = claim.password.slice(0, longestPassword + 1)
      const isRight = await turnstile.pass(() => isPassword(password, stored ?? unknown))
      if (!account || !isRight) return undefined
      await throttle.forgive(attempt)
      return account
    },
    hash: (password) => turnstile.pass(() => hashPassword(password)),
  }
}

/** Once for each wait. What was typed as an unknown name may be a password, so it is not kept. */
function tellOfAttempts(store: Store, account: Account | undefined, address: string): void {
  store.audit.add({
    account: '',
    action: 'was refused further logins',
    subject: account?.name ?? 'a name that nobody has',
    details: `after too many wrong passwords from ${address}`,
  })
}

function laterMessage(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return `Too many wrong passwords. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}. Whoever is logged in stays so; a forgotten password is set anew by whoever runs the site.`
}
