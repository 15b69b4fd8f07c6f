import { DatabaseUnusable } from '../../engine/archive/open-database.ts'
import {
  readCommandLine,
  settingsHelp,
  UsageError,
  type CommandLine,
} from '../../engine/settings.ts'
import { AccountRefused } from '../store/accounts.ts'
import { StoreUnreadable } from '../store/schema.ts'
import { Store } from '../store/store.ts'
import { runAccountCommand } from './account-command.ts'
import { askPassword } from './ask-password.ts'

const usage = `Adds and changes the accounts of the site. Changes hold at once, also in a site that runs.

Usage
  npm run user -- add NAME [--admin]      Add an account. The first one is an admin, and takes over the
                                          saved queries and collections of the site without accounts.
  npm run user -- list                    Name the accounts.
  npm run user -- password NAME           Set another password; ends the sessions of the account.
  npm run user -- role NAME admin|reader  Change what somebody may do: a reader searches and keeps
                                          things, an admin also corrects, and removes articles.
  npm run user -- remove NAME [--with-data]
                                          Remove an account. What is theirs is kept until an account
                                          of this name is added again, or deleted with --with-data.

A password is asked for twice at a terminal, without showing it; else it is the first line of standard input:
  npm run user -- add anna < password.txt
It has at least 10 characters besides the name.

Settings
${settingsHelp('user')}

Exit code: 0 when it was done, 1 when it could not be, 2 for a wrong command line.`

try {
  const line = readCommandLine('user', process.argv.slice(2), process.env, {
    switches: ['admin', 'with-data'],
    values: [],
  })
  const isAsked = line.switches.has('help')
  if (isAsked || line.words.length === 0) {
    console.log(usage)
    process.exitCode = isAsked ? 0 : 2
  } else await run(line)
} catch (error) {
  console.error(explain(error))
  process.exitCode = error instanceof UsageError ? 2 : 1
}

async function run(line: CommandLine): Promise<void> {
  const store = new Store(line.settings.DATA_DIR)
  try {
    for (const text of await runAccountCommand(line, { store, askPassword })) console.log(text)
  } finally {
    store.close()
  }
}

function explain(error: unknown): string {
  const expected = [UsageError, AccountRefused, StoreUnreadable, DatabaseUnusable]
  if (!(error instanceof Error)) return String(error)
  const isExpected = expected.some((kind) => error instanceof kind)
  return isExpected ? error.message : (error.stack ?? error.message)
}
