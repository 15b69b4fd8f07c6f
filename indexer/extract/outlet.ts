import type { FacetValue, Removal } from '../../engine/article.ts'
import { isDatelineCredit } from './dateline.ts'
import { outletOf } from './listed.ts'
import { outletKey, type Lists, type ListedOutlet } from './lists.ts'
import { slug } from './names.ts'
import { isNamesake } from './outlet-home.ts'
import { evidenceOf, offsetsOf, readField, type ListedMatch, type Reading } from './reading.ts'

/**
 * Who published an article: the name that the source gives, by its listed name where there is one, else the web
 * address, else the text's own word for it. Undefined when none of them tells.
 */
export function findOutlet(
  source: {
    readonly outlet: string
    readonly url: string
    readonly removed?: readonly Removal[]
  },
  readings: readonly Reading[],
  lists: Lists,
): FacetValue | undefined {
  const given = source.outlet.trim().replace(/\s+/g, ' ')
  if (given !== '') {
    return metadata(outletNamed(given, source.url, lists), 'metadata', lists)
  }
  const host = byDomain(source.url, lists)
  if (host) return metadata(host, 'web address', lists)
  return namedByItself(readings, lists) ?? namedByRemoved(source.removed ?? [], lists)
}

function metadata(outlet: ListedOutlet, rule: string, lists: Lists): FacetValue {
  return { ...outlet, evidence: [], rule, broader: lists.outletsBroader.get(outlet.id) ?? [] }
}

/** The outlet of a name that the source gives. A namesake of a listed one is told from it, and from others, by its address. */
function outletNamed(given: string, url: string, lists: Lists): ListedOutlet {
  const listed = listedOutlet(given, lists)
  const home = listed && lists.outletHomes.get(listed.id)
  const host = URL.canParse(url) ? new URL(url).hostname.toLowerCase().replace(/^www\./, '') : ''
  if (home && isNamesake(host, given, home))
    return byDomain(url, lists) ?? { id: slug(`${given} ${host}`), name: `${given} (${host})` }
  return listed ?? { id: slug(given), name: given }
}

// Feeds add the section or the medium: "New York Times - Opinion", "CNN (Web News)", "NPR Online News".
const additions = [
  /\s+[-–|:]\s+.*$/,
  /\s*\([^)]*\)$/,
  /\s+(?:online\s+)?(?:news|opinion|editorial)$/i,
  /\.com$/i,
]

function listedOutlet(given: string, lists: Lists): ListedOutlet | undefined {
  let name = given.toLowerCase()
  for (const addition of [/$^/, ...additions]) {
    name = name.replace(addition, '')
    const found =
      lists.outletsByName.get(outletKey(name)) ?? lists.outletsByName.get(outletKey(`the ${name}`))
    if (found) return found
  }
  return undefined
}

function byDomain(url: string, lists: Lists): ListedOutlet | undefined {
  if (!URL.canParse(url)) return undefined
  const labels = new URL(url).hostname.toLowerCase().split('.')
  for (let from = 0; from < labels.length - 1; from++) {
    const found = lists.outletsByDomain.get(labels.slice(from).join('.'))
    if (found) return found
  }
  return undefined
}

// Only phrases that no other outlet would print about this one.
const selfReferences = [
  /\bwe, the journalists of (?:the )?$/i,
  /©\s*(?:\d{4}\s+)?(?:the )?$/i,
  /^\s*support (?:the )?$/i,
]

function namedByItself(readings: readonly Reading[], lists: Lists): FacetValue | undefined {
  for (const reading of readings) {
    for (const match of reading.matches) {
      const outlet = outletOf(match)
      if (!outlet || !isSelfReference(reading, match)) continue
      const evidence = [evidenceOf({ reading, from: match.from, to: match.to, rule: '' })]
      const { id, name } = outlet
      const broader = lists.outletsBroader.get(id) ?? []
      return { id, name, evidence, rule: 'names itself', broader }
    }
  }
  return undefined
}

/** In UTF-16 units; what names the outlet is short and stands in front or behind. */
const longestRemoved = 2_000

/** "Support the Gazette!" is no part of the text any more, so nothing there is evidence. */
function namedByRemoved(removed: readonly Removal[], lists: Lists): FacetValue | undefined {
  const texts = removed.map(({ text }) => text.trim().slice(0, longestRemoved))
  const pieces = [...texts.slice(0, 5), ...texts.slice(5).slice(-5)]
  if (pieces.length === 0) return undefined
  const named = namedByItself([readField('text', pieces.join('\n'), lists)], lists)
  return named && { ...named, evidence: [] }
}

function isSelfReference(reading: Reading, { from, to }: ListedMatch): boolean {
  const { start, end } = offsetsOf(reading, from, to)
  if (isDatelineCredit(reading.text, start, end)) return true
  const before = reading.text.slice(Math.max(0, start - 60), start).replace(/^.*\n/s, '')
  return selfReferences.some((phrase) => phrase.test(before))
}
