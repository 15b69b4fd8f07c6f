import { parseArgs } from 'node:util'

/** A setting: an environment variable that is also an option of the commands it serves. */
interface Setting {
  readonly name: string
  readonly option: string
  readonly default: string
  readonly help: string
  readonly commands: readonly Command[]
}

/** The commands that read settings: `npm start`, `npm run index`, `npm run user` and `npm run alerts`. */
export type Command = 'start' | 'index' | 'user' | 'alerts'

/** Every setting, in the order in which README and --help list them. */
export const settingsTable = [
  {
    name: 'PORT',
    option: 'port',
    default: '3000',
    help: 'Port of the site; 0 takes a free one.',
    commands: ['start'],
  },
  {
    name: 'HOST',
    option: 'host',
    default: '127.0.0.1',
    help: 'Address the site listens on. Anything but loopback needs accounts: npm run user -- add NAME',
    commands: ['start'],
  },
  {
    name: 'ALLOW_UNAUTHENTICATED',
    option: 'allow-unauthenticated',
    default: '',
    help: 'Serves without accounts although HOST is not loopback. loopback: for a container whose port is published on 127.0.0.1 only; requests through a proxy are refused all the same. 1: for anybody, who can then read, correct and remove everything. Without effect once there is an account.',
    commands: ['start'],
  },
  {
    name: 'ALLOWED_HOSTS',
    option: 'allowed-hosts',
    default: '',
    help: 'Further host names, separated by commas, under which the site answers, e.g. those of a proxy. Loopback names and HOST always work.',
    commands: ['start'],
  },
  {
    name: 'TRUST_PROXY',
    option: 'trust-proxy',
    default: '',
    help: 'How many proxies stand in front of the site, or their addresses, separated by commas: 1, or 127.0.0.1, or 10.0.0.0/8. What they say of the address and of https is then believed.',
    commands: ['start'],
  },
  {
    name: 'DATA_DIR',
    option: 'data-dir',
    default: 'data',
    help: 'Folder of the archive, the index and the saved queries.',
    commands: ['start', 'index', 'user', 'alerts'],
  },
  {
    name: 'MEILI_URL',
    option: 'meili-url',
    default: '',
    help: 'Address of a Meilisearch server to search with; empty for the embedded engine.',
    commands: ['start', 'index', 'alerts'],
  },
  {
    name: 'MEILI_KEY',
    option: 'meili-key',
    default: '',
    help: 'Key for MEILI_URL: the site needs one that may search, the indexer one that may write.',
    commands: ['start', 'index', 'alerts'],
  },
  {
    name: 'ALLOW_PRIVATE_ADDRESSES',
    option: 'allow-private-addresses',
    default: '',
    help: 'Set to 1 to let feeds and pages be fetched from, and alerts be sent to, this machine and the own network, such as 127.0.0.1 and 192.168.0.9; link-local ones (169.254.169.254) never are.',
    commands: ['index', 'alerts'],
  },
  {
    name: 'ALERT_SECRET',
    option: 'alert-secret',
    default: '',
    help: 'What alerts that are posted are signed with: at least 16 characters that the receiver knows too.',
    commands: ['alerts'],
  },
] as const satisfies readonly Setting[]

export type SettingName = (typeof settingsTable)[number]['name']
/** The settings of a run; all are strings, empty where none is given and there is no default. */
export type Settings = Readonly<Record<SettingName, string>>

/** What a command line says: its settings, its other words and its own options. */
export interface CommandLine {
  readonly settings: Settings
  readonly words: readonly string[]
  readonly switches: ReadonlySet<string>
  /** By name, without dashes. */
  readonly values: ReadonlyMap<string, string>
}

/** Options of a command besides its settings and --help. */
export interface OwnOptions {
  readonly switches: readonly string[]
  readonly values: readonly string[]
}

/**
 * Reads a command line: settings from options, else from the environment, else their defaults.
 * Throws UsageError for an unknown option.
 */
export function readCommandLine(
  command: Command,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  own: OwnOptions,
): CommandLine {
  const served = settingsTable.filter((setting) =>
    setting.commands.some((name) => name === command),
  )
  const options: Record<string, { type: 'string' | 'boolean' }> = {}
  for (const setting of served) options[setting.option] = { type: 'string' }
  for (const name of own.values) options[name] = { type: 'string' }
  for (const name of ['help', ...own.switches]) options[name] = { type: 'boolean' }
  const { values, positionals } = parse(args, options)
  const read = (setting: Setting) => {
    const given = values[setting.option]
    return typeof given === 'string'
      ? given
      : (environment[setting.name]?.trim() ?? setting.default) || setting.default
  }
  return {
    settings: {
      PORT: read(settingsTable[0]),
      HOST: read(settingsTable[1]),
      ALLOW_UNAUTHENTICATED: read(settingsTable[2]),
      ALLOWED_HOSTS: read(settingsTable[3]),
      TRUST_PROXY: read(settingsTable[4]),
      DATA_DIR: read(settingsTable[5]),
      MEILI_URL: read(settingsTable[6]),
      MEILI_KEY: read(settingsTable[7]),
      ALLOW_PRIVATE_ADDRESSES: read(settingsTable[8]),
      ALERT_SECRET: read(settingsTable[9]),
    },
    words: positionals,
    switches: new Set(Object.keys(values).filter((name) => values[name] === true)),
    values: new Map(
      own.values.flatMap((name) => {
        const given = values[name]
        return typeof given === 'string' ? [[name, given] as const] : []
      }),
    ),
  }
}

function parse(args: readonly string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : String(cause)}\nSee --help.`, {
      cause,
    })
  }
}

/** The settings of a command as lines for its --help. */
export function settingsHelp(command: Command): string {
  return settingsTable
    .filter((setting) => setting.commands.some((name) => name === command))
    .map((setting) => {
      const byDefault = setting.default === '' ? '' : ` Default: ${setting.default}.`
      return `  --${setting.option} VALUE  or  ${setting.name}=VALUE\n      ${setting.help}${byDefault}`
    })
    .join('\n')
}

/** The command line or a setting is wrong. The message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
