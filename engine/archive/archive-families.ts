import { ArchiveUpkeep } from './archive-upkeep.ts'
import { keepFamilies, type Signed } from './families.ts'
import {
  familyCounts,
  familyMembers,
  type FamilyCounts,
  type FamilyMember,
} from './family-members.ts'
import type { Lease } from './lease.ts'
import { newMark } from './marks.ts'
import { prepare } from './prepare.ts'
import { signatureVersion } from './sketch.ts'

/** The part of the archive that knows which articles are near-duplicates of each other. */
export class ArchiveFamilies extends ArchiveUpkeep {
  /** The members of a family in the order of their sequence numbers, the first `limit` of them; none for an unknown id. */
  family(id: string, limit: number): FamilyMember[] {
    return this.read(() => familyMembers(this.db, id, limit))
  }

  /** How many articles and texts a family has, and whom it cites; undefined for an unknown id. */
  familyCounts(id: string): FamilyCounts | undefined {
    return this.read(() => familyCounts(this.db, id))
  }

  /**
   * Sequence numbers of the articles without a signature of the kind made now, in order: those of an archive of an earlier version. Looks
   * at every article, so ask only where there may be some.
   */
  unsigned(): number[] {
    return this.read(() =>
      prepare(
        this.db,
        `select sequence from article where not exists (
           select 1 from signature where signature.sequence = article.sequence and version = ?)`,
      )
        .all(signatureVersion)
        .map((row) => Number(row['sequence']))
        .sort((a, b) => a - b),
    )
  }

  /** Gives articles of the archive their signatures, in one transaction; engines follow the families that change as after a commit. */
  sign(lease: Lease, signed: readonly Signed[]): void {
    this.write(lease, () => {
      keepFamilies(this.db, signed, { mark: newMark(), logged: new Set() })
    })
  }
}
