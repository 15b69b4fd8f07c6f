import type { Fingerprint } from '../../engine/archive/fingerprints.ts'

/** What became of what a search found. Every list is in the order of indexing. */
export interface Differences {
  /** Found now, and first indexed since. */
  readonly fresh: readonly Fingerprint[]
  /** Found now, and known before, but not found then. */
  readonly foundToo: readonly Fingerprint[]
  /** Found then and not now; as it was then. */
  readonly gone: readonly Fingerprint[]
  /** Found then and now, under other values: as it is now. */
  readonly reclassified: readonly Fingerprint[]
  /** Found then and now, but its title, outlet, date, address or text became another: as it is now. */
  readonly rewritten: readonly Fingerprint[]
}

/**
 * Compares what was found then, up to the article with the sequence number `last`, with what is found now. Articles are told by their
 * ids, since an archive that was put back to an older copy gives their numbers to others. An article may be both re-classified and
 * rewritten.
 */
export function compareRecords(
  then: readonly Fingerprint[],
  now: readonly Fingerprint[],
  last: number,
): Differences {
  const before = new Map(then.map((each) => [each.id, each]))
  const after = new Set(now.map(({ id }) => id))
  const added = now.filter(({ id }) => !before.has(id))
  const still = now.flatMap((article) => {
    const former = before.get(article.id)
    return former ? [{ article, former }] : []
  })
  return {
    fresh: added.filter(({ sequence }) => sequence > last),
    foundToo: added.filter(({ sequence }) => sequence <= last),
    gone: then.filter(({ id }) => !after.has(id)),
    reclassified: still
      .filter(({ article, former }) => article.facets !== former.facets)
      .map(({ article }) => article),
    rewritten: still
      .filter(({ article, former }) => article.content !== former.content)
      .map(({ article }) => article),
  }
}
