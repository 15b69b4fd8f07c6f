import type { DatabaseSync } from 'node:sqlite'
import { userDataPath } from '../../engine/archive/data-folder.ts'
import { openDatabase } from '../../engine/archive/open-database.ts'
import { Accounts } from './accounts.ts'
import { Audit } from './audit.ts'
import { CollectedArticles } from './collected-articles.ts'
import { Collections } from './collections.ts'
import { AlertMarks } from './alert-marks.ts'
import { FeedTokens } from './feed-tokens.ts'
import { inTransaction } from './in-transaction.ts'
import { QueryRecords } from './query-records.ts'
import { SavedQueries } from './saved-queries.ts'
import { prepareStore } from './schema.ts'
import { Sessions } from './sessions.ts'

/**
 * What readers entrust to the site, in a database of its own under the data folder; each kind of it has a file and a class.
 * A change is on disk when its method returns, even if the process is killed the moment after.
 */
export class Store {
  readonly savedQueries: SavedQueries
  readonly queryRecords: QueryRecords
  readonly collections: Collections
  readonly collected: CollectedArticles
  readonly audit: Audit
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly alertMarks: AlertMarks
  readonly feedTokens: FeedTokens
  readonly #db: DatabaseSync

  /** Opens the store of a data folder, creating both when missing. Throws StoreUnreadable for a newer format, DatabaseUnusable for a bad file. */
  constructor(dataDir: string) {
    this.#db = openDatabase(userDataPath(dataDir), prepareStore)
    this.audit = new Audit(this.#db)
    this.accounts = new Accounts(this.#db, this.audit)
    this.sessions = new Sessions(this.#db)
    this.savedQueries = new SavedQueries(this.#db)
    this.savedQueries.emptyDeleted()
    this.queryRecords = new QueryRecords(this.#db)
    this.collections = new Collections(this.#db)
    this.collected = new CollectedArticles(this.#db)
    this.alertMarks = new AlertMarks(this.#db)
    this.feedTokens = new FeedTokens(this.#db)
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close()
  }

  /** Does all of it or, when it throws or the process is killed, nothing; `work` does not wait. */
  together<T>(work: () => T): T {
    return inTransaction(this.#db, work)
  }

  /** A random value that only this store knows, the same for as long as the store lives. */
  secret(): string {
    return String(
      this.#db.prepare("select value from setting where name = 'secret'").get()?.['value'],
    )
  }

  /** Throws when the store does not answer. */
  check(): void {
    this.#db.prepare('select count(*) from saved_query').get()
  }
}
