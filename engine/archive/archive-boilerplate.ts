import { ArchiveFile } from './archive-file.ts'
import {
  articlesOfSource,
  boilerplateOf,
  keepBoilerplate,
  latestTexts,
  sourcesSince,
  unappliedSources,
  type BoilerplateFound,
  type ComparedSource,
  type SourceText,
} from './boilerplate.ts'
import type { Lease } from './lease.ts'
import { prepare } from './prepare.ts'
import { inflate } from './stored-row.ts'

/** Up to which article the archive was looked through for boilerplate. */
const slot = 'boilerplate looked for up to'

/** The part of the archive that knows what its outlets print around their articles. A source is an outlet or, without one, a host. */
export class ArchiveBoilerplate extends ArchiveFile {
  /** The lines known as a source's boilerplate, in alphabetical order. */
  boilerplateOf(source: string): string[] {
    return this.read(() => boilerplateOf(this.db, source))
  }

  /** The sources that got articles since boilerplate was kept last, in alphabetical order. */
  sourcesToCompare(): ComparedSource[] {
    return this.read(() => {
      const row = prepare(this.db, 'select value from setting where name = ?').get(slot)
      return sourcesSince(this.db, Number(row?.['value'] ?? 0))
    })
  }

  /** The latest texts of a source, one after the other, at most `limit`; very large ones are left out. */
  latestTexts(source: string, limit: number): Iterable<SourceText> {
    return latestTexts(this.db, source, limit)
  }

  /** Keeps what was found in all articles that there are, in one transaction. */
  keepBoilerplate(lease: Lease, found: BoilerplateFound): void {
    this.write(lease, () => {
      keepBoilerplate(this.db, found)
      prepare(
        this.db,
        'insert or replace into setting select ?, coalesce(max(sequence), 0) from article',
      ).run(slot)
    })
  }

  /** Sources some of whose boilerplate may still stand in articles, in alphabetical order. */
  unappliedSources(): string[] {
    return this.read(() => unappliedSources(this.db))
  }

  /** Sequence numbers of a source's articles behind `after`, in order, at most `limit`. */
  articlesOfSource(source: string, after: number, limit: number): number[] {
    return this.read(() => articlesOfSource(this.db, source, after, limit))
  }

  /** The text of an article alone; undefined for an unknown number. */
  textOf(sequence: number): string | undefined {
    return this.read(() => {
      const row = prepare(this.db, 'select body from article where sequence = ?').get(sequence)
      return row && inflate(row['body']).toString()
    })
  }

  /** Notes that no article of a source has its boilerplate any more. */
  boilerplateApplied(lease: Lease, source: string): void {
    this.write(lease, () =>
      prepare(this.db, 'update boilerplate set applied = 1 where source = ? and applied = 0').run(
        source,
      ),
    )
  }
}
