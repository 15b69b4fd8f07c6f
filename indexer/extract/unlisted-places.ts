import type { Tagger } from '../tagger/tagger.ts'
import type { Entity, EntityMention } from './facet-values.ts'
import { placesOf } from './listed.ts'
import type { Lists } from './lists.ts'
import { slug } from './names.ts'
import { isCapital, isJoined, keyAt, surfaceOf, type Reading } from './reading.ts'
import { lowerWords } from './vocabulary.ts'

/** The share from which the tagger is believed beside a cue. */
const placeFrom = 0.7

/**
 * Places that no list knows: a name that the tagger takes for a place, with a preposition before it ("in Wandsworth"),
 * its country or region behind it or a word such as Province at its end; then the same name wherever else the article
 * has it. `taken` marks the words of people, places, weapons and outlets.
 */
export function findUnlisted(
  taken: ReadonlyMap<Reading, readonly boolean[]>,
  tagger: Tagger,
  lists: Lists,
): EntityMention[] {
  const small = lowerWords([...taken.keys()])
  const names = [...taken].flatMap(([reading, claimed]) =>
    namesIn(reading, (at) => claimed[at] !== true && canName(reading, at, small, lists)),
  )
  const found = new Map(names.flatMap((name) => cuedPlace(name, tagger, lists) ?? []).map(keyed))
  const inFull = withoutRegionWords([...found.values()])
  return names.flatMap((name) => {
    const short = found.get(slug(surfaceOf(name)))
    const place = short && (inFull.get(short.entity.id) ?? short)
    return place ? [{ ...place, ...name, entity: unlikeListed(place.entity, lists) }] : []
  })
}

// The Auburn of which nothing is known is not the one that the list knows in Maine, although it is called so.
function unlikeListed({ id, name }: Entity, lists: Lists): Entity {
  return { id: lists.placesBroader.has(id) ? `${id}-unlisted` : id, name }
}

// "Weld" is Weld County where the article names that.
function withoutRegionWords(places: readonly EntityMention[]): Map<string, EntityMention> {
  const inFull = places.filter(({ reading, to }) => regionWords.test(keyAt(reading, to - 1)))
  return new Map(inFull.map((place) => [slug(place.entity.name.replace(/ \S+$/, '')), place]))
}

function keyed(place: EntityMention): [string, EntityMention] {
  return [place.entity.id, place]
}

/** Words in a row of which a name may consist. */
type Name = Pick<EntityMention, 'reading' | 'from' | 'to'>

function namesIn(reading: Reading, canName: (at: number) => boolean): Name[] {
  const names: Name[] = []
  let at = 0
  while (at < reading.words.length) {
    if (!canName(at)) {
      at++
      continue
    }
    const from = leadsWithArticle(reading, at) ? at - 1 : at
    let to = at + 1
    while (to < reading.words.length && isJoined(reading, to) && canName(to)) to++
    if (standsAlone(reading, from, to)) names.push({ reading, from, to })
    at = to
  }
  return names
}

// "al-Gweir" is the town's name with its article.
function leadsWithArticle(reading: Reading, at: number): boolean {
  return (
    reading.words[at]?.gap === 'hyphen' && /^(?:al|el|ash|ad|ar|as)$/.test(keyAt(reading, at - 1))
  )
}

// A part of a longer row of capitals is a part of another name, as is what stands behind "St." or is glued to a word.
function standsAlone(reading: Reading, from: number, to: number): boolean {
  return !joins(reading, from, from - 1) && !joins(reading, to, to)
}

/** Whether the word `neighbour` is capitalised and the gap before the word `at` joins the two. */
function joins(reading: Reading, at: number, neighbour: number): boolean {
  const gap = reading.words[at]?.gap
  if (gap === 'glued') return true
  if (gap === 'dot') return /^(?:st|ste|mt|ft)$/.test(keyAt(reading, at - 1))
  return isJoined(reading, at) && isCapital(reading, neighbour)
}

const otherWords = ['demonym', 'calendar', 'function', 'speech-verb'] as const

function canName(reading: Reading, at: number, small: ReadonlySet<string>, lists: Lists): boolean {
  const word = reading.words[at]
  if (word?.shape !== 'upper' || !/^\D{3,}$/.test(word.key) || isListedElsewhere(reading, at))
    return false
  if (regionWords.test(word.key)) return true
  return !small.has(word.key) && !otherWords.some((kind) => lists.isKind(word.key, kind))
}

function isListedElsewhere(reading: Reading, at: number): boolean {
  const match = reading.matchAt[at]
  return match !== undefined && placesOf(match).length < match.values.length
}

function cuedPlace(name: Name, tagger: Tagger, lists: Lists): EntityMention[] | undefined {
  const { reading, from, to } = name
  const cue = reading.titleCase ? undefined : cueOf(name, lists)
  if (cue === undefined) return undefined
  const share = tagger.likelihoods(reading, from, to).LOC
  if (share < placeFrom) return undefined
  const text = surfaceOf(name).replace(/\s+/g, ' ')
  const rule = `${cue}; tagger: place, ${Math.floor(100 * share)} %`
  return [{ ...name, rule, entity: { id: slug(text), name: text } }]
}

// "in Mission, Texas", but "in Treasuries" and "for Reproductive Health": an everyday word takes a region to be a town.
function cueOf({ reading, from, to }: Name, lists: Lists): string | undefined {
  const region = cueAfter(reading, to)
  if (region !== undefined || lists.commonWords.has(keyAt(reading, from))) return region
  return cueBefore(reading, from) ?? cueInside(reading, from, to)
}

const prepositions = /^(?:in|near|outside|around|throughout|toward|towards|across)$/
const kindBefore = /^(?:city|town|village|province|district|port|region|suburb|island)$/

function cueBefore(reading: Reading, from: number): string | undefined {
  if (reading.words[from]?.gap !== 'space') return undefined
  const before = keyAt(reading, from - 1)
  if (prepositions.test(before)) return `"${before}" before the name`
  const kind = keyAt(reading, from - 2)
  return before === 'of' && kindBefore.test(kind) ? `"${kind} of" before the name` : undefined
}

function cueAfter(reading: Reading, to: number): string | undefined {
  if (reading.words[to]?.gap !== 'comma' || placesOf(reading.matchAt[to]).length === 0)
    return undefined
  return 'its region after the name'
}

const regionWords =
  /^(?:province|governorate|county|district|valley|river|islands?|mountains?|bay|lake|heights|strait|peninsula|airport|airfield|airbase|dam|desert|hills|canal|harbou?r|reef|shoal|township)$/

function cueInside(reading: Reading, from: number, to: number): string | undefined {
  const last = keyAt(reading, to - 1)
  return to - from > 1 && regionWords.test(last) ? `"${last}" in the name` : undefined
}
