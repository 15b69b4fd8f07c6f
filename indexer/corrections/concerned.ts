import type { Archive } from '../../engine/archive/archive.ts'
import { currentState } from './apply.ts'
import type { Correction, Step } from './correction.ts'
import { idleSteps } from './redirects.ts'
import { joinedValues, ledSteps, stepsOf } from './standing.ts'
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

/** How some corrections are in force, by their ids. */
export interface InForce {
  /** Not applied yet, or not taken back yet. */
  readonly waiting: ReadonlySet<string>
  /** An earlier one took their value from all articles. */
  readonly idle: ReadonlySet<string>
}

/** Compares what a file says, from its first line on, with what the archive was last resolved by. */
export function inForce(archive: Archive, corrections: readonly Correction[]): InForce {
  const state = currentState(archive)
  const applied = new Set(state.corrections.map((each) => JSON.stringify(each)))
  const steps = stepsOf(state.corrections)
  const joined = joinedValues(state.merges, steps)
  const waiting = corrections.filter((each) => !applied.has(JSON.stringify(each)))
  return {
    waiting: new Set(
      waiting.flatMap((each) => (each.do === 'undo' ? [each.id, each.of] : each.id)),
    ),
    idle: idleSteps(joined, ledSteps(steps, joined)),
  }
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
