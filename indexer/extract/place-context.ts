import type { BroaderById } from './broader.ts'
import type { Coordinates } from './coordinates.ts'
import { placesOf } from './listed.ts'
import type { ListedName, Lists } from './lists.ts'
import type { Reading } from './reading.ts'

/** What an article tells of its places before one of them is chosen. */
export interface PlaceContext {
  /** The ids of all places whose names are sure. */
  readonly ids: ReadonlySet<string>
  /** Those of them whose names no other place has. */
  readonly unique: ReadonlySet<string>
  /** Those whose names may be no place's, and no other place's. */
  readonly doubtful: ReadonlySet<string>
  /** The keys of all words of the article; gathered when first asked for. */
  readonly words: () => ReadonlySet<string>
  readonly isKind: Lists['isKind']
  readonly broader: BroaderById
  readonly coordinates: ReadonlyMap<string, Coordinates>
  readonly kinds: ReadonlyMap<string, string>
}

/** Reads the context of an article's places from all its fields. */
export function placeContext(readings: readonly Reading[], lists: Lists): PlaceContext {
  const named = readings.flatMap((reading) => reading.matches.map(placesOf))
  const single = named.filter((places) => places.length === 1)
  return {
    ids: new Set(named.flatMap(sureIds)),
    unique: new Set(single.flatMap(sureIds)),
    doubtful: new Set(single.flatMap((places) => idsOf(places, 'cue'))),
    words: once(() => new Set(readings.flatMap(({ words }) => words.map(({ key }) => key)))),
    isKind: (key, kind) => lists.isKind(key, kind),
    broader: lists.placesBroader,
    coordinates: lists.places.coordinates,
    kinds: lists.places.kinds,
  }
}

/** Whether a place lies in one of others. */
export function liesIn(
  { id }: Pick<ListedName, 'id'>,
  others: readonly Pick<ListedName, 'id'>[],
  broader: BroaderById,
): boolean {
  return broader.get(id)?.some((above) => others.some((other) => other.id === above.id)) ?? false
}

const sureIds = (places: readonly ListedName[]) => idsOf(places, 'plain')

function idsOf(places: readonly ListedName[], wanted: ListedName['trust']): string[] {
  return places.filter(({ trust }) => trust === wanted).map(({ id }) => id)
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined
  return () => (found ??= { value: find() }).value
}
