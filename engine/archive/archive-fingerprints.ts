import { ArchiveFamilies } from './archive-families.ts'
import { changedAfter, fingerprintsOf, type Fingerprint } from './fingerprints.ts'
import { prepare } from './prepare.ts'

/** What the archive tells to whoever wants to know later what has changed since. */
export class ArchiveFingerprints extends ArchiveFamilies {
  /** The fingerprints of the articles that are still there, in the order given. Reads each article: some 0.1 ms. */
  fingerprints(sequences: readonly number[]): Fingerprint[] {
    return this.read(() => fingerprintsOf(this.db, sequences))
  }

  /** Sequence numbers of the articles that came, changed or went after a change of the log, ascending. */
  changedAfter(change: number): number[] {
    return this.read(() => changedAfter(this.db, change))
  }

  /** Ids by sequence number, without those that the archive no longer has. */
  idsOf(sequences: readonly number[]): Map<number, string> {
    return this.read(() => {
      const find = prepare(this.db, 'select id from article where sequence = ?')
      return new Map(
        sequences.flatMap((sequence) => {
          const row = find.get(sequence)
          return row ? [[sequence, String(row['id'])] as const] : []
        }),
      )
    })
  }
}
