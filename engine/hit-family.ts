import type { Archive } from './archive/archive.ts'
import type { HitFamily } from './hit.ts'

/** The near-duplicates of a hit as the archive has them; undefined for an article that stands alone. */
export function hitFamily(
  archive: Pick<Archive, 'familyCounts'>,
  id: string,
  matching: number,
): HitFamily | undefined {
  const counts = archive.familyCounts(id)
  return counts && { id, matching, ...counts }
}
