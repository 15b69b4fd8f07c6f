import type { ListedName } from './lists.ts'
import type { ListedMatch } from './reading.ts'

/** The first outlet that a match may stand for. */
export function outletOf(match: ListedMatch): ListedName | undefined {
  return match.values.find((value) => value.list === 'outlets')
}

/** Whether the match is the sure name of an outlet, one that is no word besides. */
export function outletIsPlain(match: ListedMatch): boolean {
  return match.values.some((value) => value.list === 'outlets' && value.trust === 'plain')
}

/** The person that a match stands for, by a full name (`plain`) or by a surname known alone (`alone`). */
export function personOf(match: ListedMatch | undefined): ListedName | undefined {
  return match?.values.find((value) => value.list === 'people')
}

/** Those whom the list knows by this name alone, the likeliest first; the Clintons are two. */
export function peopleAloneOf(match: ListedMatch | undefined): ListedName[] {
  return match?.values.filter((value) => value.list === 'people' && value.trust === 'alone') ?? []
}

/** The places that a match may stand for; none where there is no match. */
export function placesOf(match: ListedMatch | undefined): ListedName[] {
  return match?.values.filter((value) => value.list === 'places') ?? []
}
