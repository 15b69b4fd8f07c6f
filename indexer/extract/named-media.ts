import { isCredit } from './credits.ts'
import type { ListedName, Lists } from './lists.ts'
import { offsetsOf, type ListedMatch, type Reading } from './reading.ts'
import { unlistedMedia } from './unlisted-media.ts'

/** A news medium where a text names it: words `from` to `to`, exclusive. */
export interface NamedMedium {
  readonly from: number
  readonly to: number
  readonly id: string
  readonly name: string
  /** What the name proves: `plain` a medium, `programme` its broadcast; `cue` and `unlisted` nothing without a close cue. */
  readonly trust: 'plain' | 'cue' | 'programme' | 'unlisted'
}

/**
 * The news media that a reading names, in reading order, without credits. "The Post" is the one that the article names
 * in full, the last one before it where there are several, or the article's own outlet.
 */
export function namedMedia(
  reading: Reading,
  inFull: ReadonlySet<string>,
  lists: Lists,
): NamedMedium[] {
  let last = ''
  const listed = reading.matches.flatMap((match) => {
    const outlet = meantBy(reading, match, inFull, last)
    if (outlet === undefined) return []
    if (outlet.trust === 'plain') last = outlet.id
    return [
      { from: match.from, to: match.to, trust: trustOf(outlet), ...whole(outlet, inFull, lists) },
    ]
  })
  return [...listed, ...unlistedMedia(reading, lists)]
    .filter((medium) => !isCredit(reading, medium.from, medium.to, lists))
    .sort((a, b) => a.from - b.from)
}

/** The outlets that readings name in a way that leaves no doubt, by their ids. */
export function namedInFull(readings: readonly Reading[]): Set<string> {
  const ids = new Set<string>()
  for (const reading of readings) {
    for (const { values } of reading.matches) {
      for (const { list, trust, id } of values) {
        if (list === 'outlets' && trust === 'plain') ids.add(id)
      }
    }
  }
  return ids
}

function meantBy(
  reading: Reading,
  match: ListedMatch,
  inFull: ReadonlySet<string>,
  last: string,
): ListedName | undefined {
  const possible = match.values.filter((value) => value.list === 'outlets')
  if (possible.length < 2) return possible[0]
  const named = possible.filter((value) => inFull.has(value.id))
  if (named.length > 0) return named.find((value) => value.id === last) ?? named[0]
  const { start, end } = offsetsOf(reading, match.from, match.to)
  return possible.find((value) => value.name === reading.text.slice(start, end))
}

const trustOf = (outlet: ListedName) => (outlet.trust === 'alone' ? 'cue' : outlet.trust)

// ABC is ABC News in an article that speaks of ABC News too.
function whole(outlet: ListedName, inFull: ReadonlySet<string>, lists: Lists) {
  for (const id of inFull) {
    const above = lists.outletsBroader.get(id)?.[0]
    const part = above?.id === outlet.id ? lists.outletsById.get(id) : undefined
    if (part) return part
  }
  return { id: outlet.id, name: outlet.name }
}
