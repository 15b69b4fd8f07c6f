import type { Archive } from '../engine/archive/archive.ts'
import type { FamilyCounts, FamilyMember } from '../engine/archive/family-members.ts'

/** Near-duplicates of each other, as far as a page lists them. */
export interface Family {
  readonly id: string
  readonly counts: FamilyCounts
  /** The oldest in the archive first, at most `mostListed`. */
  readonly members: readonly FamilyMember[]
}

/** So many members are listed under a hit or beside an article. */
export const mostListed = 12

/** The families of these ids; ids that the archive does not have are left out. */
export function familiesOf(archive: Archive, ids: readonly string[]): ReadonlyMap<string, Family> {
  const families = new Map<string, Family>()
  for (const id of new Set(ids)) {
    const counts = archive.familyCounts(id)
    if (counts) families.set(id, { id, counts, members: archive.family(id, mostListed) })
  }
  return families
}
