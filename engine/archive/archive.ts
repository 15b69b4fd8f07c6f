import type { Facets, StoredArticle } from '../article.ts'
import { ArchiveFingerprints } from './archive-fingerprints.ts'
import { archivePath, requireWholeFolder } from './data-folder.ts'
import {
  countExtracted,
  withExtracted,
  withSpelling,
  type Resolve,
  type Stretch,
  type ValueKey,
} from './extracted.ts'
import { setNaming, type GivenName, type Redirect } from './given-names.ts'
import type { Lease } from './lease.ts'
import { changeMark } from './marks.ts'
import { prepare } from './prepare.ts'
import { remakeArticles, type Remade } from './remake.ts'
import { extractedFacets, resolveArticles } from './resolved.ts'
import { forgetSetAside, keepSetAside, type SetAsideRecord } from './set-aside.ts'
import { readArticleRow } from './stored-row.ts'
import { commitEntries, removeArticles, type Entry, type Outcome } from './write.ts'

/** One step of the change log: an article was put (present) or removed. */
export interface Change {
  readonly number: number
  readonly sequence: number
  readonly id: string
  /** See `changeMark`. */
  readonly mark: number
  readonly article: StoredArticle | undefined
}

/** Keeps the facets that extraction found. */
const asExtracted: Resolve = ({ facets }) => facets

/**
 * Every article as taken in, with its original, and the log of changes that engines follow.
 * Any number of processes may read; writing takes the lease of the data folder.
 */
export class Archive extends ArchiveFingerprints {
  readonly dataDir: string

  /**
   * Opens the archive of a data folder, creating both when missing. Throws ArchiveUnreadable for a newer format, DatabaseUnusable for a
   * bad file or a folder whose restore was interrupted.
   */
  constructor(dataDir: string) {
    requireWholeFolder(dataDir)
    super(archivePath(dataDir))
    this.dataDir = dataDir
    this.#requireNoRestore()
  }

  /** Once more: whoever restores looks for open archives after saying so. */
  #requireNoRestore(): void {
    try {
      requireWholeFolder(this.dataDir)
    } catch (error) {
      this.close()
      throw error
    }
  }

  get(id: string): StoredArticle | undefined {
    return this.read(() => {
      const row = prepare(this.db, 'select * from article where id = ?').get(id)
      return row && readArticleRow(row)
    })
  }

  /** By sequence number, as the engines keep them. */
  getBySequence(sequence: number): StoredArticle | undefined {
    return this.read(() => {
      const row = prepare(this.db, 'select * from article where sequence = ?').get(sequence)
      return row && readArticleRow(row)
    })
  }

  count(): number {
    return this.number('select count(*) as n from article')
  }

  /** Cheaper than counting, which reads an index from end to end. */
  isEmpty(): boolean {
    return this.read(() => {
      return prepare(this.db, 'select 1 from article limit 1').get() === undefined
    })
  }

  sampleCount(): number {
    return this.number('select count(*) as n from article where sample = 1')
  }

  /** The highest sequence number given so far: what is indexed later has a higher one. */
  lastSequence(): number {
    return this.number(
      "select coalesce(max(seq), 0) as n from sqlite_sequence where name = 'article'",
    )
  }

  /**
   * The sequence number up to which an index that has applied the log up to `change` shows every article: later ones are new to
   * whoever has seen that index, even where the archive has them already.
   */
  lastSequenceAt(change: number): number {
    return this.read(() => {
      const first = prepare(
        this.db,
        `select min(sequence) as n from change as later where number > ?1 and not exists (
         select 1 from change as earlier where earlier.sequence = later.sequence and earlier.number <= ?1)`,
      ).get(change)?.['n']
      return typeof first === 'number' ? first - 1 : this.lastSequence()
    })
  }

  /** The number of the latest change; 0 for an archive that never held an article. */
  lastChange(): number {
    return this.number('select coalesce(max(number), 0) as n from change')
  }

  /**
   * A random number that this change shares with those of its transaction only; 0 for change 0, undefined for one that the log does
   * not have. Whoever follows the log keeps number and mark of the last change: where they do not meet any more, the archive was put
   * back to an older copy, and what was built from it is built anew.
   */
  changeMark(number: number): number | undefined {
    return this.read(() => changeMark(this.db, number))
  }

  /** The latest change of each article that changed after `after`, in order, at most `limit`. */
  changes(after: number, limit: number): Change[] {
    return this.read(() => {
      const rows = prepare(
        this.db,
        `select number, mark, change.sequence as changed, change.id as changed_id, article.*
         from change left join article on article.sequence = change.sequence
         where number > ? and not exists (
           select 1 from change as later where later.sequence = change.sequence and later.number > change.number)
         order by number limit ?`,
      ).all(after, limit)
      return rows.map((row) => ({
        number: Number(row['number']),
        sequence: Number(row['changed']),
        id: String(row['changed_id']),
        mark: Number(row['mark']),
        article: row['id'] === null ? undefined : readArticleRow(row),
      }))
    })
  }

  /** Whether this very record was taken in from this place, by this version of the processing: it need not be read again. */
  has(origin: string, originalHash: string, processing: string): boolean {
    return this.read(() => {
      const row = prepare(
        this.db,
        'select 1 from article where original_hash = ? and origin = ? and processing = ?',
      ).get(originalHash, origin, processing)
      return row !== undefined
    })
  }

  /**
   * Stores a batch in one transaction; it is whole on disk, or not at all, when this returns or throws.
   * Outcomes are in the order of the entries. `resolve` decides each article's facets from those that extraction found; by default
   * they stay as they are. Records of the batch that could not be taken are kept as `setAside`.
   */
  commit(
    lease: Lease,
    entries: readonly Entry[],
    resolve: Resolve = asExtracted,
    setAside: readonly SetAsideRecord[] = [],
  ): Outcome[] {
    return this.write(lease, () => {
      const outcomes = commitEntries(this.db, entries, resolve)
      forgetSetAside(
        this.db,
        entries.map(({ origin }) => origin),
      )
      keepSetAside(this.db, setAside)
      return outcomes
    })
  }

  /**
   * Decides the facets of these articles anew from what extraction found, in one transaction. Returns how many changed; engines
   * follow as after a commit.
   */
  resolveAgain(lease: Lease, sequences: readonly number[], resolve: Resolve): number {
    return this.write(lease, () => resolveArticles(this.db, sequences, resolve))
  }

  /** Puts articles made again of the same originals in their places, in one transaction. Returns how many; engines follow as after a commit. */
  remake(lease: Lease, remade: readonly Remade[], resolve: Resolve = asExtracted): number {
    return this.write(lease, () => remakeArticles(this.db, remade, resolve))
  }

  /** The facets of an article as extraction found them, before any correction; undefined for an unknown id. */
  extracted(id: string): Facets | undefined {
    return this.read(() => {
      const row = prepare(this.db, 'select facets, extracted from article where id = ?').get(id)
      return row && extractedFacets(row)
    })
  }

  /** Sequence numbers of the articles in which extraction found one of these values, in order. Reads the ids of the whole archive. */
  withExtracted(values: readonly ValueKey[]): number[] {
    return this.read(() => withExtracted(this.db, values))
  }

  /** For each group of values, in how many articles extraction found any of them. Reads the ids of the whole archive once. */
  countExtracted(groups: readonly (readonly ValueKey[])[]): number[] {
    return this.read(() => countExtracted(this.db, groups))
  }

  /** Sequence numbers of the articles of a stretch with one of these spellings in title or text, in order. Reads all its texts. */
  withSpelling(spellings: readonly string[], stretch: Stretch): number[] {
    return this.read(() => withSpelling(this.db, spellings, stretch))
  }

  /** Replaces the names and redirects of values that corrections and canonical names ask for: no article need change for them. */
  setNaming(lease: Lease, names: readonly GivenName[], redirects: readonly Redirect[]): void {
    this.write(lease, () => {
      setNaming(this.db, names, redirects)
    })
  }

  /** Removes articles for good, originals and older versions included; unknown ids are ignored. Returns how many there were. */
  remove(lease: Lease, ids: readonly string[]): number {
    return this.write(lease, () => removeArticles(this.db, ids))
  }

  sampleIds(): string[] {
    return this.read(() =>
      prepare(this.db, 'select id from article where sample = 1 order by sequence')
        .all()
        .map((row) => String(row['id'])),
    )
  }
}
