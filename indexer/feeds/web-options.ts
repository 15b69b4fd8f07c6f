import { UsageError, type CommandLine } from '../../engine/settings.ts'
import type { CommandTools } from '../commands/command.ts'
import { isLinkLocal } from '../fetch/public-address.ts'
import { WebClient } from '../fetch/web-client.ts'
import { pageWishes, type PageWish } from './visit.ts'

/** Options with a value that commands which read from the web know. */
export const webOptions = ['pages'] as const

/** Reads `--pages`; `missing` by default. Throws UsageError for a value that there is not. */
export function readPageWish(values: CommandLine['values']): PageWish {
  const given = values.get('pages') ?? 'missing'
  const wish = pageWishes.find((known) => known === given)
  if (wish === undefined)
    throw new UsageError(`--pages ${given}: write ${pageWishes.join(', ')}. See --help.`)
  return wish
}

/**
 * The client that a command is given, or that the settings ask for; link-local addresses are out of reach of either. Throws UsageError for a value of ALLOW_PRIVATE_ADDRESSES other than 1.
 */
export function clientFor({ line, client }: Pick<CommandTools, 'line' | 'client'>): WebClient {
  const { ALLOW_PRIVATE_ADDRESSES: allowed } = line.settings
  if (!['', '0', '1'].includes(allowed))
    throw new UsageError(`ALLOW_PRIVATE_ADDRESSES is "${allowed}": write 1, or leave it out.`)
  return (
    client ?? new WebClient(allowed === '1' ? { reach: (address) => !isLinkLocal(address) } : {})
  )
}
