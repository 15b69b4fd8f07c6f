import { Archive } from '../../engine/archive/archive.ts'
import { acquireAlerting, LeaseHeld } from '../../engine/archive/lease.ts'
import { DatabaseUnusable } from '../../engine/archive/open-database.ts'
import { ArchiveUnreadable } from '../../engine/archive/schema.ts'
import { engineChoice, openEngine } from '../../engine/open-engine.ts'
import { EngineUnavailable } from '../../engine/search-engine.ts'
import { readCommandLine, UsageError, type CommandLine } from '../../engine/settings.ts'
import { isLinkLocal, isPublicAddress } from '../../indexer/pipeline.ts'
import { namesOf } from '../names.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import { StoreUnreadable } from '../store/schema.ts'
import { Store } from '../store/store.ts'
import { AlertRefused, type Webhook } from './post-alert.ts'
import { sendAlerts } from './send-alerts.ts'
import { usage } from './usage.ts'

const own = { switches: ['look'], values: ['owner', 'folder', 'post', 'site', 'channel'] }
const expected = [
  ...[UsageError, EngineUnavailable, ArchiveUnreadable, StoreUnreadable, DatabaseUnusable],
  ...[LeaseHeld, AlertRefused],
]

try {
  const line = readCommandLine('alerts', process.argv.slice(2), process.env, own)
  if (line.switches.has('help')) console.log(usage)
  else await run(line)
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}

async function run(line: CommandLine): Promise<void> {
  const { settings, values } = line
  const webhook = readWebhook(line)
  const site = readSite(values.get('site') ?? 'http://127.0.0.1:3000')
  await using closing = new AsyncDisposableStack()
  const archive = closing.adopt(new Archive(settings.DATA_DIR), (opened) => {
    opened.close()
  })
  closing.adopt(acquireAlerting(settings.DATA_DIR), (lease) => {
    lease.release()
  })
  const store = closing.adopt(new Store(settings.DATA_DIR), (opened) => {
    opened.close()
  })
  const saved = chooseSaved(store, line)
  const engine = closing.adopt(await openEngine(engineChoice(settings), archive), (opened) =>
    opened.close(),
  )
  await sendAlerts({
    ...{ archive, engine, store, saved, site, webhook },
    nameOf: namesOf({ archive }),
    channel: values.get('channel') ?? 'alerts',
    folder: values.get('folder'),
    marks: line.switches.has('look') ? 'looked at' : 'kept',
    print: (text) => process.stdout.write(text),
  })
}

function readWebhook({ settings, values }: CommandLine): Webhook | undefined {
  const url = values.get('post')
  if (url === undefined) return undefined
  const { ALERT_SECRET: secret, ALLOW_PRIVATE_ADDRESSES: allowed } = settings
  if (secret.length < 16)
    throw new UsageError(
      'Alerts that are posted are signed: set ALERT_SECRET to at least 16 characters that the receiver knows too.',
    )
  const reach = allowed === '1' ? (address: string) => !isLinkLocal(address) : isPublicAddress
  return { url, secret, reach }
}

function readSite(given: string): string {
  const url = URL.parse(given)
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new UsageError(
      `--site ${given}: write the address of the site, e.g. https://archive.example.org.`,
    )
  return url.href.replace(/\/+$/, '')
}

/** All of an owner's, or those that are named. Throws UsageError for a name that there is not. */
function chooseSaved(store: Store, { values, words }: CommandLine): readonly SavedQuery[] {
  const all = store.savedQueries.list(ownerNamed(store, values.get('owner')))
  if (words.length === 0) return all
  return words.map((word) => {
    const named = all.find(({ name }) => name.toLowerCase() === word.toLowerCase())
    if (named) return named
    throw new UsageError(
      `There is no saved query “${word}”. There are: ${all.map(({ name }) => `“${name}”`).join(', ') || 'none'}.`,
    )
  })
}

function ownerNamed(store: Store, name: string | undefined): number {
  const account = name === undefined ? undefined : store.accounts.byName(name)
  if (name !== undefined && !account)
    throw new UsageError(`There is no account “${name}”. npm run user -- list`)
  if (account) return account.id
  if (store.accounts.any())
    throw new UsageError(
      'There are accounts here: say whose saved queries are meant with --owner NAME.',
    )
  return 0
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return expected.some((kind) => error instanceof kind)
    ? error.message
    : (error.stack ?? error.message)
}
