import type { ListRow } from '../../engine/gazetteers/list-file.ts'
import { placeNames } from '../../engine/gazetteers/place-list.ts'
import { placeCoordinates, type Coordinates } from './coordinates.ts'
import { scanWords } from './words.ts'

/** A place as its names stand for it; `cue`: counts only where the text confirms that a place is meant. */
export interface ListedPlace {
  readonly list: 'places'
  readonly id: string
  readonly name: string
  readonly trust: 'plain' | 'cue'
}

/** Towns by the key of a name that proves nothing alone: Warren, Clinton. */
export type TownsByName = ReadonlyMap<string, readonly ListedPlace[]>

/** What the list of places tells besides names and what lies in what. */
export interface PlaceList {
  /** Places that count only before their region or country. */
  readonly towns: TownsByName
  readonly coordinates: ReadonlyMap<string, Coordinates>
  /** What each place is, by its id: country, state (of the United States), city, sea … */
  readonly kinds: ReadonlyMap<string, string>
}

/**
 * Reads the rows of places.tsv, and adds the names that count by themselves or beside a cue to `names`, in the order of the
 * list. Throws MalformedList for coordinates that are none.
 */
export function readPlaces(
  rows: readonly ListRow[],
  names: { add(name: string, place: ListedPlace): void },
): PlaceList {
  const towns = new Map<string, ListedPlace[]>()
  const kinds = new Map<string, string>()
  for (const row of rows) {
    const { plain, doubtful, belowRegion } = placeNames(row)
    const place = placeOf(row, 'plain')
    for (const name of plain) names.add(name, place)
    const unsure = placeOf(row, 'cue')
    for (const name of doubtful) names.add(name, unsure)
    for (const name of belowRegion) addTown(towns, name, place)
    kinds.set(place.id, row.get('kind') ?? '')
  }
  return { towns, coordinates: placeCoordinates(rows), kinds }
}

function addTown(towns: Map<string, ListedPlace[]>, name: string, place: ListedPlace): void {
  const key = scanWords(name)
    .map((word) => word.key)
    .join(' ')
  const known = towns.get(key)
  if (known) known.push(place)
  else towns.set(key, [place])
}

function placeOf(row: ListRow, trust: ListedPlace['trust']): ListedPlace {
  return { list: 'places', id: row.get('id') ?? '', name: row.get('name') ?? '', trust }
}
