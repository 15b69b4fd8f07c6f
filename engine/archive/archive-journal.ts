import { ArchiveNames } from './archive-names.ts'
import type { Lease } from './lease.ts'
import { prepare } from './prepare.ts'

/** What an archive notes about itself: small values, and which runs there were. */
export class ArchiveJournal extends ArchiveNames {
  /** A small value kept with the archive, e.g. which index generation is in use; undefined when never set. */
  setting(name: string): string | undefined {
    return this.read(() => {
      const row = prepare(this.db, 'select value from setting where name = ?').get(name)
      return row && String(row['value'])
    })
  }

  setSetting(lease: Lease, name: string, value: string): void {
    this.write(lease, () =>
      prepare(this.db, 'insert or replace into setting values(?, ?)').run(name, value),
    )
  }

  /** Notes the start of a run in the journal; returns its number. */
  beginRun(lease: Lease, what: string): number {
    return this.write(lease, () => {
      const run = prepare(this.db, 'insert into run(started, what) values(?, ?)')
      return Number(run.run(new Date().toISOString(), what).lastInsertRowid)
    })
  }

  /** Notes the end of a run; `report` is its closing counts as JSON. */
  endRun(lease: Lease, run: number, report: string): void {
    this.write(lease, () =>
      prepare(this.db, 'update run set finished = ?, report = ? where number = ?').run(
        new Date().toISOString(),
        report,
        run,
      ),
    )
  }

  /** When the last run began, ISO 8601 UTC; undefined where there was none. */
  lastRunBegan(): string | undefined {
    return this.read(() => {
      const row = prepare(this.db, 'select started from run order by number desc limit 1').get()
      return row && String(row['started'])
    })
  }

  /** Whether the last run that began came to its end; true where there was none. A run that is going on has not. */
  lastRunEnded(): boolean {
    return this.read(() => {
      const row = prepare(this.db, 'select finished from run order by number desc limit 1').get()
      return row?.['finished'] !== null
    })
  }
}
