import { UsageError, type CommandLine } from '../../engine/settings.ts'
import { AccountRefused, type Account, type AddedAccount, type Role } from '../store/accounts.ts'
import { commandLine } from '../store/audit.ts'
import type { Store } from '../store/store.ts'
import { faultOfName, faultOfPassword, toAccountName } from './name-and-password.ts'
import { hashPassword } from './password-hash.ts'

/** What the commands work with. */
export interface AccountTools {
  readonly store: Store
  /** Asks whoever runs the command; '' where there is no answer. */
  readonly askPassword: (name: string) => Promise<string>
}

type AccountCommand = (
  words: readonly string[],
  tools: AccountTools,
  switches: ReadonlySet<string>,
) => Promise<string[]> | string[]

interface KnownCommand {
  readonly run: AccountCommand
  readonly form: string
  /** How many words stand behind its name. */
  readonly words: number
  readonly switches: readonly string[]
}

const commands: ReadonlyMap<string, KnownCommand> = new Map([
  ['add', { run: add, form: 'add NAME [--admin]', words: 1, switches: ['admin'] }],
  ['list', { run: list, form: 'list', words: 0, switches: [] }],
  ['password', { run: setPassword, form: 'password NAME', words: 1, switches: [] }],
  ['role', { run: setRole, form: 'role NAME admin|reader', words: 2, switches: [] }],
  ['remove', { run: remove, form: 'remove NAME [--with-data]', words: 1, switches: ['with-data'] }],
])

/** Does what a command line asks for, and tells what it did. Throws UsageError and AccountRefused; nothing is changed then. */
export async function runAccountCommand(
  { words: [name = '', ...words], switches }: Pick<CommandLine, 'words' | 'switches'>,
  tools: AccountTools,
): Promise<string[]> {
  const command = commands.get(name)
  if (!command) throw new UsageError(`There is no command “${name}”. See npm run user -- --help.`)
  const isForeign = [...switches].some((each) => !command.switches.includes(each))
  if (words.length !== command.words || isForeign)
    throw new UsageError(`Write npm run user -- ${command.form}`)
  return command.run(words, tools, switches)
}

async function add(
  [typed = '']: readonly string[],
  { store, askPassword }: AccountTools,
  switches: ReadonlySet<string>,
): Promise<string[]> {
  const name = toAccountName(typed)
  const fault = faultOfName(name)
  if (fault !== '') throw new UsageError(fault)
  if (store.accounts.byName(name))
    throw new AccountRefused(
      `There is an account named ${name} already. Another password: npm run user -- password ${name}`,
    )
  const password = await hashPassword(await askGood(name, askPassword))
  const role = switches.has('admin') ? 'admin' : 'reader'
  return describeAdded(store.accounts.add({ name, password, role }, commandLine))
}

function describeAdded({ account: { name, role }, kind, takenOver }: AddedAccount): string[] {
  const added = `Added ${name}, ${withArticle(role)}.`
  if (kind === 'returned') return [added, 'What was theirs before is theirs again.']
  if (kind === 'further') return [added]
  const things = takenOver === 1 ? 'thing' : 'things'
  return [
    added,
    'The first account is an admin. From now on everybody logs in, wherever the site listens.',
    takenOver === 0
      ? 'Nothing had been kept before.'
      : `What was kept before is theirs now: ${takenOver} ${things} (saved queries and collections).`,
  ]
}

function list(_words: readonly string[], { store }: AccountTools): string[] {
  const accounts = store.accounts.list()
  if (accounts.length === 0)
    return ['There is no account: the site serves its owner on this machine without logging in.']
  const width = Math.max(...accounts.map(({ name }) => name.length))
  return accounts.map(
    ({ name, role, created }) => `${name.padEnd(width)}  ${role}  since ${created.slice(0, 10)}`,
  )
}

async function setPassword(
  [typed = '']: readonly string[],
  { store, askPassword }: AccountTools,
): Promise<string[]> {
  const account = existing(typed, store)
  const password = await hashPassword(await askGood(account.name, askPassword))
  store.accounts.setPassword(account, password, commandLine)
  return [`${account.name} has another password. Their sessions have ended.`]
}

function setRole([typed = '', role = '']: readonly string[], { store }: AccountTools): string[] {
  const account = existing(typed, store)
  if (!isRole(role)) throw new UsageError(`“${role}” is no role. Write admin or reader.`)
  store.accounts.setRole(account, role, commandLine)
  return [`${account.name} is ${withArticle(role)} now.`]
}

function remove(
  [typed = '']: readonly string[],
  { store }: AccountTools,
  switches: ReadonlySet<string>,
): string[] {
  const account = existing(typed, store)
  const things = switches.has('with-data') ? 'deleted' : 'kept'
  store.accounts.remove(account, things, commandLine)
  return [
    `Removed ${account.name}. Their sessions and private feeds have ended.`,
    things === 'deleted'
      ? 'Their saved queries and collections are deleted.'
      : `Their saved queries and collections are kept: to bring them back, npm run user -- add ${account.name}`,
  ]
}

function existing(typed: string, { accounts }: Store): Account {
  const name = toAccountName(typed)
  const account = accounts.byName(name)
  if (account) return account
  throw new AccountRefused(
    `There is no account named ${name}. Those there are: npm run user -- list`,
  )
}

async function askGood(name: string, ask: AccountTools['askPassword']): Promise<string> {
  const password = await ask(name)
  if (password === '') throw new UsageError('No password was given. Nothing was changed.')
  const fault = faultOfPassword(password, name)
  if (fault !== '') throw new UsageError(`${fault} Nothing was changed.`)
  return password
}

const isRole = (text: string): text is Role => text === 'admin' || text === 'reader'

const withArticle = (role: Role) => (role === 'admin' ? 'an admin' : 'a reader')
