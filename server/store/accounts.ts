import type { DatabaseSync } from 'node:sqlite'
import type { Audit } from './audit.ts'
import { inTransaction } from './in-transaction.ts'
import { closeFeeds, deleteOwned, handOver } from './owned.ts'

/** What somebody may do: a reader searches and keeps things, an admin also corrects and removes. */
export type Role = 'admin' | 'reader'

/** Somebody who can log in. */
export interface Account {
  /** Under which what they keep is stored; above 0. */
  readonly id: number
  /** In lower case. */
  readonly name: string
  readonly role: Role
  /** ISO 8601 UTC. */
  readonly created: string
}

/** What was added. */
export interface AddedAccount {
  readonly account: Account
  /** What it is: a `returned` one was removed before, and finds the things it left; the `first` one is an admin. */
  readonly kind: 'first' | 'further' | 'returned'
  /** How many things of the site without accounts became theirs. */
  readonly takenOver: number
}

/** An account to add; `password` is its hash. */
export interface NewAccount {
  readonly name: string
  readonly password: string
  readonly role: Role
}

/** The owner of what was kept before there were accounts. */
const nobody = 0

/**
 * Who can log in. A removed account keeps its row, without password, as long as somebody may want the things it left. Every change is
 * told in the audit log in the same transaction; `by` says who made it.
 */
export class Accounts {
  readonly #db: DatabaseSync
  readonly #audit: Audit

  constructor(db: DatabaseSync, audit: Audit) {
    this.#db = db
    this.#audit = audit
  }

  /** Whether there is any: then everybody logs in. */
  any(): boolean {
    return this.#db.prepare(`select 1 from account where ${isActive} limit 1`).get() !== undefined
  }

  /** By name. */
  list(): Account[] {
    return this.#db
      .prepare(`select * from account where ${isActive} order by name`)
      .all()
      .map(readRow)
  }

  byId(id: number): Account | undefined {
    const row = this.#db.prepare(`select * from account where id = ? and ${isActive}`).get(id)
    return row && readRow(row)
  }

  byName(name: string): Account | undefined {
    const row = this.#db.prepare(`select * from account where name = ? and ${isActive}`).get(name)
    return row && readRow(row)
  }

  /** The hash of a password; undefined where nobody has the number. */
  passwordOf(id: number): string | undefined {
    const row = this.#db
      .prepare(`select password from account where id = ? and ${isActive}`)
      .get(id)
    return row && String(row['password'])
  }

  /** The first account becomes an admin, and takes over what was kept before. Throws AccountRefused for a name that is taken. */
  add({ name, password, role }: NewAccount, by: string): AddedAccount {
    return inTransaction(this.#db, () => {
      if (this.byName(name)) throw new AccountRefused(`There is an account named ${name} already.`)
      const isFirst = !this.any()
      const given = isFirst ? 'admin' : role
      const former = this.#db.prepare('select id from account where name = ?').get(name)
      if (former) {
        this.#db
          .prepare('update account set password = ?, role = ? where name = ?')
          .run(password, given, name)
      } else {
        this.#db
          .prepare('insert into account(name, password, role, created) values(?, ?, ?, ?)')
          .run(name, password, given, new Date().toISOString())
      }
      const account = this.#existing(name)
      const takenOver = isFirst ? handOver(this.#db, nobody, account.id) : 0
      this.#audit.add({ account: by, action: 'added an account', subject: name, details: given })
      const kind = isFirst ? 'first' : former ? 'returned' : 'further'
      return { account, kind, takenOver }
    })
  }

  /** Ends every session of the account, too. */
  setPassword({ id, name }: Account, password: string, by: string): void {
    inTransaction(this.#db, () => {
      this.#db.prepare('update account set password = ? where id = ?').run(password, id)
      this.#endSessions(id)
      this.#audit.add({ account: by, action: 'changed a password', subject: name, details: '' })
    })
  }

  /** Throws AccountRefused where nobody would be an admin any more. */
  setRole({ name }: Account, role: Role, by: string): void {
    inTransaction(this.#db, () => {
      if (role !== 'admin') this.#refuseLastAdmin(name)
      this.#db.prepare('update account set role = ? where name = ?').run(role, name)
      this.#audit.add({ account: by, action: 'changed a role', subject: name, details: role })
    })
  }

  /** Their sessions and private feeds end; their things stay or go. Throws AccountRefused for the last admin. */
  remove({ id, name }: Account, things: 'kept' | 'deleted', by: string): void {
    inTransaction(this.#db, () => {
      this.#refuseLastAdmin(name)
      this.#endSessions(id)
      closeFeeds(this.#db, id)
      if (things === 'deleted') {
        deleteOwned(this.#db, id)
        this.#db.prepare('delete from account where id = ?').run(id)
      } else {
        this.#db.prepare("update account set password = '', role = 'removed' where id = ?").run(id)
      }
      const details = `what was theirs is ${things}`
      this.#audit.add({ account: by, action: 'removed an account', subject: name, details })
    })
  }

  #existing(name: string): Account {
    const account = this.byName(name)
    if (!account) throw new AccountRefused(`There is no account named ${name}.`)
    return account
  }

  #endSessions(id: number): void {
    this.#db.prepare('delete from session where account = ?').run(id)
  }

  #refuseLastAdmin(name: string): void {
    const other = this.#db
      .prepare("select 1 from account where role = 'admin' and name <> ? limit 1")
      .get(name)
    if (other) return
    throw new AccountRefused(
      `${name} is the only admin: nobody could correct or remove anything any more. Make somebody else one first: npm run user -- role NAME admin`,
    )
  }
}

/** What was asked for cannot be done with this account. The message says why. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused'
}

const isActive = "role in ('admin', 'reader')"

function readRow(row: Readonly<Record<string, unknown>>): Account {
  return {
    id: Number(row['id']),
    name: String(row['name']),
    role: row['role'] === 'admin' ? 'admin' : 'reader',
    created: String(row['created']),
  }
}
