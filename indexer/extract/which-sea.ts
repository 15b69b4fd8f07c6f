import { distance } from './coordinates.ts'
import type { ListedName } from './lists.ts'
import type { PlaceContext } from './place-context.ts'

/** Countries and states on the shore of a sea lie so near to its middle. Kilometres. */
const shoreReach = 1150

const waters = /^(?:sea|region)$/

/** A choice among places of a name that was made: `place` is undefined where nothing tells which is meant. */
interface Choice {
  readonly place: ListedName | undefined
}

/**
 * Which of two waters a short name means, the Gulf: the one on whose shores the article names most places. Where it names
 * none, the first of the list in an article about arms, and neither elsewhere. Undefined for what are not two waters.
 */
export function whichSea(
  candidates: readonly ListedName[],
  context: PlaceContext,
): Choice | undefined {
  const areWaters = candidates.every(
    ({ id, trust }) => trust === 'cue' && waters.test(context.kinds.get(id) ?? ''),
  )
  if (!areWaters) return undefined
  const shores = candidates.map((sea) => placesAtShore(sea, context))
  const most = Math.max(...shores)
  if (most > 0) return { place: candidates[shores.indexOf(most)] }
  return { place: isMilitary(context) ? candidates[0] : undefined }
}

function placesAtShore({ id }: ListedName, { ids, coordinates }: PlaceContext): number {
  const middle = coordinates.get(id)
  if (!middle) return 0
  return [...ids].filter((other) => {
    const point = coordinates.get(other)
    return other === id || (point !== undefined && distance(point, middle) < shoreReach)
  }).length
}

const forces =
  /^(?:military|navy|naval|fleet|troops|warships?|destroyers?|frigates?|submarines?|missiles?|warplanes?)$/

const isMilitary = ({ words }: PlaceContext) => [...words()].some((key) => forces.test(key))
