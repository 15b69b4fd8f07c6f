import type { Tagger } from '../tagger/tagger.ts'
import type { EntityMention } from './facet-values.ts'
import type { Lists } from './lists.ts'
import type { Reading } from './reading.ts'
import { findUnlisted } from './unlisted-places.ts'

/** From this share on at every mention a listed place is somebody's name. */
const personFrom = 0.95

/**
 * The places found, without those that the tagger takes for somebody's name at every mention (Chad Wolf), and with the
 * unlisted ones that a cue and the tagger agree on. `taken` marks the words of people, weapons and outlets.
 */
export function weighPlaces(
  places: readonly EntityMention[],
  taken: ReadonlyMap<Reading, readonly boolean[]>,
  tagger: Tagger,
  lists: Lists,
): EntityMention[] {
  const somewhere = new Set<string>()
  for (const place of places)
    if (!somewhere.has(place.entity.id) && !isSomebody(place, tagger))
      somewhere.add(place.entity.id)
  const kept = places.filter(({ entity }) => somewhere.has(entity.id))
  return [...kept, ...findUnlisted(withPlaces(taken, kept), tagger, lists)]
}

// A place of several words, New York, is nobody's name.
function isSomebody({ reading, from, to }: EntityMention, tagger: Tagger): boolean {
  return to - from === 1 && tagger.likelihoods(reading, from, to).PER >= personFrom
}

function withPlaces(
  taken: ReadonlyMap<Reading, readonly boolean[]>,
  places: readonly EntityMention[],
): Map<Reading, readonly boolean[]> {
  const claimed = new Map([...taken].map(([reading, words]) => [reading, [...words]]))
  for (const { reading, from, to } of places) claimed.get(reading)?.fill(true, from, to)
  return claimed
}
