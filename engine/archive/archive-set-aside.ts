import { ArchiveOriginals } from './archive-originals.ts'
import type { Lease } from './lease.ts'
import { prepare } from './prepare.ts'
import { readSetAside, type SetAsideFile, type SetAsideRecord } from './set-aside.ts'

/** Two lookups, because of an `or` the index serves the file only: every record would pass by all others of its file. */
export const asideQuery = `
  select 1 from set_aside where file = ?1 and line = ?2
  union all select 1 from set_aside where file = ?1 and line is null limit 1`

/** The part of the archive that keeps which records could not be taken, and why, until they are. */
export class ArchiveSetAside extends ArchiveOriginals {
  countSetAside(): number {
    return this.number('select count(*) as n from set_aside')
  }

  /** Whether this record of a file, or the file itself, could not be taken. */
  isSetAside(file: string, line: number | undefined): boolean {
    return this.read(() => prepare(this.db, asideQuery).get(file, line ?? null) !== undefined)
  }

  /** Records that could not be taken, in the order of their places behind `after` ('' for the first ones), at most `limit`. */
  setAside(after: string, limit: number): SetAsideRecord[] {
    return this.read(() =>
      prepare(this.db, 'select * from set_aside where origin > ? order by origin limit ?')
        .all(after, limit)
        .map(readSetAside),
    )
  }

  /** The files of records that could not be taken, each with the number of its records, in alphabetical order. */
  setAsideFiles(): SetAsideFile[] {
    return this.read(() =>
      prepare(
        this.db,
        // SQLite takes the bare column from the row that has the maximum.
        'select file, count(*) as records, max(run), columns from set_aside group by file order by file',
      )
        .all()
        .map((row) => ({
          file: String(row['file']),
          records: Number(row['records']),
          columns: String(row['columns']),
        })),
    )
  }

  /**
   * Forgets what earlier runs set aside of a file that run `run` has read to its end: what is wrong with it now was said again, and
   * the rest is stored, or gone from the file. Returns how many records that were.
   */
  forgetSetAside(lease: Lease, file: string, run: number): number {
    const isKnown = this.read(() =>
      prepare(this.db, 'select 1 from set_aside where file = ? and run < ?').get(file, run),
    )
    if (!isKnown) return 0
    return this.write(lease, () =>
      Number(
        prepare(this.db, 'delete from set_aside where file = ? and run < ?').run(file, run).changes,
      ),
    )
  }
}
