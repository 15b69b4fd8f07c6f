import type { ListedName } from './lists.ts'
import type { ListedMatch } from './reading.ts'

/** Whether the match is the sure name of an outlet, one that is no word besides. */
export function outletIsPlain(match: ListedMatch): boolean {
  return match.values.some((value) => value.list === 'outlets' && value.trust === 'plain')
}

/** The person that a match stands for, by a full name (`plain`) or by a surname known alone (`alone`). */
export function personOf(match: ListedMatch | undefined): ListedName | undefined {
  return match?.values.find((value) => value.list === 'people')
}

/** The places that a match may stand for. */
export function placesOf(match: ListedMatch): ListedName[] {
  return match.values.filter((value) => value.list === 'places')
}
