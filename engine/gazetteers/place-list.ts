import { namesIn, type ListRow } from './list-file.ts'

/** The list of places, which indexer and queries both read, and its columns. */
export const placeFile = 'places.tsv'
export const placeColumns = [
  'id',
  'name',
  'kind',
  'country',
  'aliases',
  'ambiguous',
  'latitude',
  'longitude',
] as const

/** The names of a place, by what they ask for before they count in a text. */
interface PlaceNames {
  /** These count by themselves. */
  readonly plain: readonly string[]
  /** These need a preposition before them, or their region or country after them: Reading, Split. */
  readonly doubtful: readonly string[]
  /** These need their region or country after them: Warren, of which Michigan has one. Written with a comma in the list. */
  readonly belowRegion: readonly string[]
}

/**
 * The names of a row of places.tsv. A name to show that goes on after one of `belowRegion` ("Brooklyn, Connecticut") is
 * not among them: the text has the shorter one and the region.
 */
export function placeNames(row: ListRow): PlaceNames {
  const listed = [row.get('name') ?? '', ...namesIn(row.get('aliases'))]
  const ambiguous = namesIn(row.get('ambiguous'))
  if (ambiguous.length === 0) return { plain: listed, doubtful: [], belowRegion: [] }
  const belowRegion = ambiguous
    .filter((name) => name.endsWith(','))
    .map((name) => name.slice(0, -1))
  const doubtful = ambiguous.filter((name) => !name.endsWith(','))
  const isWeak = (name: string) => doubtful.includes(name) || belowRegion.includes(name)
  const isLonger = (name: string) => belowRegion.some((town) => name.startsWith(`${town},`))
  return { plain: listed.filter((name) => !isWeak(name) && !isLonger(name)), doubtful, belowRegion }
}
