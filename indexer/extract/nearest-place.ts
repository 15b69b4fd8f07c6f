import type { BroaderById } from './broader.ts'
import { distance, type Coordinates } from './coordinates.ts'
import type { ListedName } from './lists.ts'

/** Places further away say nothing. Kilometres. */
const reach = 2000

/** Named in most news, wherever it happens. */
const everywhere = new Set(['united-states', 'washington-dc'])

interface Surroundings {
  readonly ids: ReadonlySet<string>
  readonly broader: BroaderById
  readonly coordinates: ReadonlyMap<string, Coordinates>
}

/**
 * The one of several places of a name that lies nearest to the other places of the article: Georgia beside Armenia or beside
 * Florida, Tripoli beside Benghazi or beside Beirut. Without such neighbours it is the one whose name is sure in the list,
 * and the first of those.
 */
export function nearestToOthers(
  candidates: readonly ListedName[],
  surroundings: Surroundings,
): ListedName | undefined {
  const usual = candidates.find(({ trust }) => trust === 'plain') ?? candidates[0]
  if (!usual || everywhere.has(usual.id)) return usual
  const known = candidates.filter((place) => place === usual || isRegionNamed(place, surroundings))
  const votes = votesOf(known, surroundings)
  const most = Math.max(...votes)
  return votes[known.indexOf(usual)] === most ? usual : known[votes.indexOf(most)]
}

// Tripoli is not the one in Lebanon because Turkey is near: the article has to name Lebanon, or Beirut.
function isRegionNamed({ id }: ListedName, { ids, broader }: Surroundings): boolean {
  const regions = (broader.get(id) ?? []).filter((above) => !everywhere.has(above.id))
  const named = (other: string) =>
    regions.some((region) =>
      [{ id: other }, ...(broader.get(other) ?? [])].some((at) => at.id === region.id),
    )
  return regions.length === 0 || [...ids].some(named)
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
