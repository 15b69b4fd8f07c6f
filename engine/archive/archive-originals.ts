import type { Cleaning } from '../article.ts'
import { ArchiveJournal } from './archive-journal.ts'
import { prepare } from './prepare.ts'
import { inflate, readCleaning } from './stored-row.ts'

/** A version of an article that another one replaced. */
export interface FormerVersion {
  /** SHA-256 of its original, hexadecimal. */
  readonly originalHash: string
  /** When it was replaced, ISO 8601 UTC. */
  readonly replaced: string
}

/** What the archive keeps to prove where an article's text came from. */
export class ArchiveOriginals extends ArchiveJournal {
  /** The original as it was read, with its media type; undefined for an unknown id. */
  original(id: string): { readonly mediaType: string; readonly bytes: Uint8Array } | undefined {
    return this.read(() => {
      const row = prepare(
        this.db,
        'select media_type, bytes from original join article using(sequence) where id = ?',
      ).get(id)
      return row && { mediaType: String(row['media_type']), bytes: inflate(row['bytes']) }
    })
  }

  /** What cleaning removed from an article, and where its title is from; undefined for an unknown id. */
  cleaning(id: string): Cleaning | undefined {
    return this.read(() => {
      const row = prepare(this.db, 'select title_from, removed from article where id = ?').get(id)
      return row && readCleaning(row)
    })
  }

  /** The versions that an article had before and has no more, the latest first; none for an unknown id. */
  formerVersions(id: string): FormerVersion[] {
    return this.read(() =>
      prepare(
        this.db,
        `select former_version.original_hash as hash, replaced
         from former_version join article using(sequence)
         where id = ? and former_version.original_hash <> article.original_hash order by replaced desc`,
      )
        .all(id)
        .map((row) => ({ originalHash: String(row['hash']), replaced: String(row['replaced']) })),
    )
  }
}
