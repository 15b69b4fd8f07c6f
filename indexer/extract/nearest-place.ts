import { distance, type Coordinates } from './coordinates.ts'
import type { ListedName } from './lists.ts'

/** Places further away say nothing. Kilometres. */
const reach = 2000

/** Named in most news, wherever it happens. */
const everywhere = new Set(['united-states', 'washington-dc'])

interface Surroundings {
  readonly ids: ReadonlySet<string>
  readonly coordinates: ReadonlyMap<string, Coordinates>
}

/**
 * The one of several places of a name that lies nearest to the other places of the article: Georgia beside Armenia or beside
 * Florida, Tripoli beside Benghazi or beside Beirut. Without such neighbours it is the one whose name is sure in the list,
 * and the first of those.
 */
export function nearestToOthers(
  candidates: readonly ListedName[],
  { ids, coordinates }: Surroundings,
): ListedName | undefined {
  const usual = candidates.find(({ trust }) => trust === 'plain') ?? candidates[0]
  if (!usual || everywhere.has(usual.id)) return usual
  const votes = votesOf(candidates, { ids, coordinates })
  const most = Math.max(...votes)
  return votes[candidates.indexOf(usual)] === most ? usual : candidates[votes.indexOf(most)]
}

function votesOf(
  candidates: readonly ListedName[],
  { ids, coordinates }: Surroundings,
): readonly number[] {
  const points = candidates.map(({ id }) => coordinates.get(id))
  const votes = candidates.map(() => 0)
  for (const id of ids) {
    const other = coordinates.get(id)
    if (!other || everywhere.has(id) || candidates.some((candidate) => candidate.id === id))
      continue
    const [at, closeness] = nearest(points, other)
    votes[at] = (votes[at] ?? 0) + closeness
  }
  return votes
}

function nearest(
  points: readonly (Coordinates | undefined)[],
  other: Coordinates,
): readonly [index: number, closeness: number] {
  const distances = points.map((point) => (point ? distance(point, other) : Infinity))
  const least = Math.min(...distances)
  // A town next door says more than a country a thousand kilometres away.
  return [distances.indexOf(least), least > reach ? 0 : 1 / (1 + least / 500)]
}
