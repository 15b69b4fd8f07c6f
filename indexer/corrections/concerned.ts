import type { Archive } from '../../engine/archive/archive.ts'
import { currentState } from './apply.ts'
import type { Correction, Step } from './correction.ts'
import { reachOf } from './touched.ts'

/**
 * How many articles each of some corrections is about, whether it is in force or not: those in which the value was found, or that it
 * was added to; undefined for an undo. Reads the ids of the whole archive once.
 */
export function articlesConcerned(
  archive: Archive,
  corrections: readonly Correction[],
): (number | undefined)[] {
  const state = currentState(archive)
  const all = { ...state, corrections: [...new Set([...state.corrections, ...corrections])] }
  const found = archive.countExtracted(
    corrections.map((each) => (isFound(each) ? reachOf(each, all) : [])),
  )
  return corrections.map((each, nth) => (isFound(each) ? found[nth] : countOther(archive, each)))
}

/** Whether it is about articles in which extraction found something. */
function isFound(each: Correction): each is Step {
  return each.do !== 'undo' && each.do !== 'rename' && each.do !== 'add' && !each.article
}

function countOther(archive: Archive, each: Correction): number | undefined {
  if (each.do === 'undo') return undefined
  if ('article' in each && each.article !== undefined) return archive.get(each.article) ? 1 : 0
  return archive.articlesWith(each.facet, [each.value]).get(each.value) ?? 0
}
