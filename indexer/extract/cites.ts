import type { EntityMention } from './facet-values.ts'
import { laterCue, sharedCue, type CuedMedium } from './indirect-cues.ts'
import type { Lists } from './lists.ts'
import { namedInFull } from './named-in-full.ts'
import { namedMedia } from './named-media.ts'
import { keyAt, type Reading } from './reading.ts'
import { isPerson, sourceCue, surnamesIn } from './source-cue.ts'

/**
 * The news media that an article gives as its source: those beside a source cue (`told Reuters`, `according to
 * IRNA`, `CNN reported`). Credits, media only talked about and the article's own outlet do not count.
 */
export function findCites(
  readings: readonly Reading[],
  ownOutlet: string,
  lists: Lists,
): EntityMention[] {
  const inFull = namedInFull(readings, ownOutlet, lists)
  return readings.flatMap((reading) => {
    const named = namedMedia(reading, inFull, lists)
    const surnames = surnamesIn(
      reading,
      new Set(named.map(({ from }) => keyAt(reading, from))),
      lists,
    )
    const media = named
      .filter((medium) => !isPerson(reading, medium, surnames))
      .map((medium) => ({ ...medium, cue: sourceCue(reading, medium, lists) }))
    return media.flatMap((medium, index) => {
      if (isOwn(medium.id, ownOutlet, lists)) return []
      const rule = ruleOf(reading, media, index, lists)
      const { from, to, id, name } = medium
      return rule === undefined ? [] : [{ reading, from, to, rule, entity: { id, name } }]
    })
  })
}

// NBC is no source of an article of NBC News.
function isOwn(id: string, ownOutlet: string, lists: Lists): boolean {
  if (id === ownOutlet) return true
  const isAbove = (a: string, b: string) =>
    lists.outletsBroader.get(b)?.some((each) => each.id === a) ?? false
  return isAbove(id, ownOutlet) || isAbove(ownOutlet, id)
}

function ruleOf(
  reading: Reading,
  media: readonly CuedMedium[],
  index: number,
  lists: Lists,
): string | undefined {
  const medium = media[index]
  const cue =
    medium?.cue ?? sharedCue(reading, media, index) ?? laterCue(reading, media, index, lists)
  if (!medium || !cue) return undefined
  return medium.trust === 'programme' ? `programme of ${medium.name}, ${cue.rule}` : cue.rule
}
