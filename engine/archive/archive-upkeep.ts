import type { StoredArticle } from '../article.ts'
import { checkArticles, type CheckedArticle } from './article-faults.ts'
import { ArchiveFeeds } from './archive-feeds.ts'
import type { Lease } from './lease.ts'
import { purgeArticles, refusedAs, type Refusable } from './purge.ts'
import { prepare } from './prepare.ts'
import {
  archiveStatistics,
  latestRuns,
  type ArchiveStatistics,
  type RunOfArchive,
} from './statistics.ts'
import { readArticleRow } from './stored-row.ts'
import { structureFaults, tableFaults, type TableFault } from './table-faults.ts'
import { allowAgain, listTakenDown, type TakenDown } from './taken-down.ts'

/** Kept from the moment an article was taken down until no file has a word of it any more. */
const unfinished = 'purge unfinished'

/** The part of the archive that looks after the whole of it. */
export class ArchiveUpkeep extends ArchiveFeeds {
  /** Lets `work` see the archive as it stands now, whatever others write meanwhile. Nothing may be written through this one until then. */
  async snapshot<T>(work: () => Promise<T>): Promise<T> {
    this.read(() => {
      this.db.exec('begin')
      // A transaction begins with its first reading.
      prepare(this.db, 'select 1 from setting limit 1').get()
    })
    try {
      return await work()
    } finally {
      this.db.exec('rollback')
    }
  }

  /** Counts what the archive holds. */
  statistics(): ArchiveStatistics {
    return this.read(() => archiveStatistics(this.db))
  }

  /** The last runs, the latest first. */
  latestRuns(limit: number): RunOfArchive[] {
    return this.read(() => latestRuns(this.db, limit))
  }

  /** What SQLite finds wrong with the file, and where its tables contradict each other. */
  structureFaults(): string[] {
    return this.read(() => structureFaults(this.db))
  }

  tableFaults(): TableFault[] {
    return this.read(() => tableFaults(this.db))
  }

  /** Checks the articles behind a sequence number, in their order, at most `limit`; none behind the last one. */
  checkArticles(after: number, limit: number): CheckedArticle[] {
    return this.read(() => checkArticles(this.db, after, limit))
  }

  /** Sequence numbers of the articles behind one, in order, at most `limit`. */
  sequencesAfter(after: number, limit: number): number[] {
    return this.read(() =>
      prepare(this.db, 'select sequence from article where sequence > ? order by sequence limit ?')
        .all(after, limit)
        .map((row) => Number(row['sequence'])),
    )
  }

  /** The steps of the change log behind one, in order, at most `limit`, each with the article that it is about. */
  changedSequences(
    after: number,
    limit: number,
  ): { readonly number: number; readonly sequence: number }[] {
    return this.read(() =>
      prepare(
        this.db,
        'select number, sequence from change where number > ? order by number limit ?',
      )
        .all(after, limit)
        .map((row) => ({ number: Number(row['number']), sequence: Number(row['sequence']) })),
    )
  }

  /** The articles behind a sequence number, in their order, at most `limit`. */
  articlesAfter(after: number, limit: number): StoredArticle[] {
    return this.read(() =>
      prepare(this.db, 'select * from article where sequence > ? order by sequence limit ?')
        .all(after, limit)
        .map(readArticleRow),
    )
  }

  /**
   * Takes articles down for good, in one transaction: they are gone as after `remove`, and refused from now on. Call `overwrite` when
   * the index has followed. Returns how many there were; unknown ids are ignored.
   */
  purge(lease: Lease, ids: readonly string[]): number {
    this.db.exec('pragma secure_delete = on')
    return this.write(lease, () => {
      const purged = purgeArticles(this.db, ids)
      if (purged > 0)
        prepare(this.db, 'insert or replace into setting values(?, 1)').run(unfinished)
      return purged
    })
  }

  /** Whether articles were taken down of which a file may still hold something. */
  isPurgeUnfinished(): boolean {
    return this.setting(unfinished) !== undefined
  }

  /**
   * Writes the whole file anew, so that nothing is left in it of what was ever removed or replaced, and empties its log. Needs room for
   * another copy of the archive. Returns whether the log could be emptied: not while somebody reads from it for longer than ten seconds.
   */
  overwrite(lease: Lease): boolean {
    if (!lease.held) throw new Error('The lease of this data folder was given back.')
    return this.read(() => {
      this.db.exec('pragma secure_delete = on; vacuum')
      return this.#emptyLog()
    })
  }

  /** Notes that nothing is left of what was taken down. */
  endPurge(lease: Lease): void {
    this.write(lease, () => prepare(this.db, 'delete from setting where name = ?').run(unfinished))
  }

  /** The article taken down that an entry would bring back; undefined for most. */
  refusedAs(entry: Refusable): TakenDown | undefined {
    return this.read(() => refusedAs(this.db, entry))
  }

  /** Every article that was taken down, the latest first. */
  takenDown(): TakenDown[] {
    return this.read(() => listTakenDown(this.db))
  }

  /** Lets an article that was taken down be taken in again. Returns whether it was. */
  allowAgain(lease: Lease, id: string): boolean {
    return this.write(lease, () => allowAgain(this.db, id))
  }

  #emptyLog(): boolean {
    return Number(this.db.prepare('pragma wal_checkpoint(truncate)').get()?.['busy']) === 0
  }
}
