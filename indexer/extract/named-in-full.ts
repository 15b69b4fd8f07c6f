import type { ListedOutlet, Lists } from './lists.ts'
import type { ListedMatch, Reading } from './reading.ts'

/** The outlets that an article names in a way that leaves no doubt, by what short names may mean them. */
export interface NamedInFull {
  readonly ids: ReadonlySet<string>
  /** By the id of the outlet above them: where ABC News is named, ABC is ABC News. */
  readonly parts: ReadonlyMap<string, ListedOutlet>
  /** By their last word: "the Post". */
  readonly endings: ReadonlyMap<string, string>
}

/** What the readings name in full, and the article's own outlet ('' when unknown). */
export function namedInFull(
  readings: readonly Reading[],
  ownOutlet: string,
  lists: Lists,
): NamedInFull {
  const ids = new Set(readings.flatMap((reading) => reading.matches.flatMap(plainIds)))
  ids.add(ownOutlet)
  const parts = new Map<string, ListedOutlet>()
  const endings = new Map<string, string>()
  for (const id of ids) {
    const above = lists.outletsBroader.get(id)?.[0]
    const outlet = lists.outletsById.get(id)
    if (above && outlet) parts.set(above.id, outlet)
    endings.set(lastWord(id), id)
  }
  return { ids, parts, endings }
}

function plainIds(match: ListedMatch): string[] {
  return match.values.flatMap(({ list, trust, id }) =>
    list === 'outlets' && trust === 'plain' ? [id] : [],
  )
}

/** The last word of an outlet's id. */
export const lastWord = (id: string) => id.slice(id.lastIndexOf('-') + 1)
