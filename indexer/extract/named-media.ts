import type { ListedName, Lists } from './lists.ts'
import type { NamedInFull } from './named-in-full.ts'
import type { NamedMedium } from './named-medium.ts'
import { offsetsOf, type ListedMatch, type Reading } from './reading.ts'
import { shortForms } from './short-forms.ts'
import { unlistedMedia } from './unlisted-media.ts'

/**
 * The news media that a reading names, in reading order. "The Post" is the one that the article names in full, the last
 * one before it where there are several, or the article's own outlet.
 */
export function namedMedia(reading: Reading, inFull: NamedInFull, lists: Lists): NamedMedium[] {
  let last = ''
  const listed = reading.matches.flatMap(({ from, to, values }) => {
    const outlet = meantBy(reading, { from, to, values }, inFull, last)
    if (outlet === undefined) return []
    if (outlet.trust === 'plain') last = outlet.id
    const { id, name } = inFull.parts.get(outlet.id) ?? outlet
    return [{ from, to, id, name, trust: trustOf(outlet) }]
  })
  const short = shortForms(reading, listed, inFull, lists)
  const taken = new Set(short.map((medium) => medium.from))
  const others = listed.filter((medium) => !taken.has(medium.to - 1))
  return [...others, ...short, ...unlistedMedia(reading, lists)].sort((a, b) => a.from - b.from)
}

function meantBy(
  reading: Reading,
  match: ListedMatch,
  inFull: NamedInFull,
  last: string,
): ListedName | undefined {
  const possible = match.values.filter((value) => value.list === 'outlets')
  if (possible.length < 2) return possible[0]
  const named = possible.filter((value) => inFull.ids.has(value.id))
  if (named.length > 0) return named.find((value) => value.id === last) ?? named[0]
  const { start, end } = offsetsOf(reading, match.from, match.to)
  return possible.find((value) => value.name === reading.text.slice(start, end))
}

const trustOf = (outlet: ListedName) => (outlet.trust === 'alone' ? 'cue' : outlet.trust)
