import type { Archive } from '../../engine/archive/archive.ts'
import type { Lease } from '../../engine/archive/lease.ts'
import { currentState } from '../corrections/apply.ts'
import type { Correction } from '../corrections/correction.ts'
import type { Corrector } from '../corrections/corrector.ts'
import type { FoundMerge } from '../corrections/merge.ts'
import { joinedValues, stepsOf, withoutUndone } from '../corrections/standing.ts'
import type { Lists } from '../extract/lists.ts'
import { compareNames } from './compare-names.ts'

/** Raised whenever names are compared in another way, so that archives are compared anew. */
const comparisonVersion = 2

/** Where an archive keeps at which of its changes, and how, its names were compared last. */
const slot = 'names compared'

/** An archive, and what may change it. */
export interface JoiningOptions {
  readonly archive: Archive
  readonly lease: Lease
  readonly lists: Lists
  readonly corrector: Corrector
  /** Leaves the comparing, or what is left of the joining, to the next run. */
  readonly stop?: AbortSignal | undefined
}

/**
 * Gives the people of an archive one value each, whatever articles call them: compares the names of all articles, if something
 * changed since that was done last, and joins those that are one person's. Returns how many articles changed.
 */
export async function joinNames({
  archive,
  lease,
  lists,
  corrector,
  stop,
}: JoiningOptions): Promise<number> {
  const version = () => `${archive.lastChange()} ${comparisonVersion} ${lists.version}`
  if (stop?.aborted || archive.setting(slot) === version()) return 0
  const { merges, corrections } = currentState(archive)
  const own = idsNamed(withoutUndone(corrections), merges)
  const found = await compareNames(archive, { lists, settled: { former: merges, own }, stop })
  if (!found) return 0
  const changed = await corrector.join(found, stop && { stop })
  if (!stop?.aborted) archive.setSetting(lease, slot, version())
  return changed
}

/**
 * The people whom corrections name that hold everywhere: they mean the value as they found it, by a former id its successor. Whom a
 * split sets apart is meant by the former one.
 */
function idsNamed(corrections: readonly Correction[], merges: readonly FoundMerge[]): Set<string> {
  const joined = joinedValues(merges, stepsOf(corrections))
  return new Set(
    corrections.flatMap((each) => {
      if (each.do === 'undo' || each.facet !== 'people') return []
      if ('article' in each && each.article !== undefined) return []
      const ids =
        each.do === 'split' || each.do === 'merge' ? [each.value, each.into] : [each.value]
      return ids.map((id) => joined.get(`people ${id}`) ?? id)
    }),
  )
}
