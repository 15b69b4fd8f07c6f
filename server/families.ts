import type { Archive } from '../engine/archive/archive.ts'
import type { FamilyCounts, FamilyMember } from '../engine/archive/family-members.ts'
import type { Hit } from '../engine/hit.ts'

/** Near-duplicates of each other, as far as a page lists them. */
export interface Family {
  readonly counts: FamilyCounts
  /** The oldest in the archive first, at most `mostListed`. */
  readonly members: readonly FamilyMember[]
}

/** So many members are listed under a hit or beside an article. */
export const mostListed = 12

/** The family of an article; undefined for one that stands alone. */
export function familyOf(archive: Archive, id: string): Family | undefined {
  const counts = id === '' ? undefined : archive.familyCounts(id)
  return counts && { counts, members: archive.family(id, mostListed) }
}

/** The families of hits by their ids, as far as near-duplicates are folded. */
export function familiesOf(archive: Archive, hits: readonly Hit[]): ReadonlyMap<string, Family> {
  return new Map(
    hits.flatMap(({ family }) =>
      family
        ? [[family.id, { counts: family, members: archive.family(family.id, mostListed) }] as const]
        : [],
    ),
  )
}
