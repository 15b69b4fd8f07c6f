import type { Facets, Removal } from '../../engine/article.ts'
import { findCites } from './cites.ts'
import { toFacetValues, type EntityMention } from './facet-values.ts'
import type { Lists } from './lists.ts'
import { findOutlet } from './outlet.ts'
import { findPeople } from './people.ts'
import { findPlaces } from './places.ts'
import { readField, type Reading } from './reading.ts'
import { createTagger } from '../tagger/tagger.ts'
import { weighPlaces } from './weigh-places.ts'
import { broaderOfWeapons, findWeapons } from './weapons.ts'

/** What is known of an article before its facets are. */
export interface ExtractionInput {
  readonly title: string
  readonly text: string
  /** As the source names it, '' when unknown. */
  readonly outlet: string
  readonly url: string
  /** What cleaning took out of the text: it may name the outlet. Nothing when left out. */
  readonly removed?: readonly Removal[]
}

/** What extraction adds to an article. */
export interface Extraction {
  /** The outlet's name to show, '' when unknown. */
  readonly outlet: string
  readonly facets: Facets
}

/**
 * Finds the people, places, weapons, outlet and cited media of an article, each with its evidence. The same article
 * and lists give the same facets. Weapons are found first and places last: what one facet takes is not offered to
 * the next, so that "USS Abraham Lincoln" is a ship and "George Washington" a man.
 */
export function extractFacets(article: ExtractionInput, lists: Lists): Extraction {
  const readings = [
    readField('title', article.title, lists),
    readField('text', article.text, lists),
  ]
  const outlet = findOutlet(article, readings, lists)
  const tagger = createTagger(readings, lists)
  const weapons = findWeapons(readings, lists)
  const cites = findCites(readings, outlet?.id ?? '', lists)
  const people = findPeople(readings, wordsOf(readings, [...weapons, ...cites]), lists, tagger)
  const taken = wordsOf(readings, [...weapons, ...cites, ...people])
  const places = weighPlaces(findPlaces(readings, taken, lists), taken, tagger, lists)
  return {
    outlet: outlet?.name ?? '',
    facets: {
      people: toFacetValues(people),
      places: toFacetValues(places, lists.placesBroader),
      weapons: toFacetValues(weapons, broaderOfWeapons(weapons, lists)),
      outlet: outlet ? [outlet] : [],
      cites: toFacetValues(cites, lists.outletsBroader),
    },
  }
}

/** Who published an article whose language is not read: what the source or the web address says. Its other facets stay empty. */
export function extractOutlet(article: ExtractionInput, lists: Lists): Extraction {
  const outlet = findOutlet(article, [], lists)
  return {
    outlet: outlet?.name ?? '',
    facets: { people: [], places: [], weapons: [], outlet: outlet ? [outlet] : [], cites: [] },
  }
}

function wordsOf(
  readings: readonly Reading[],
  mentions: readonly EntityMention[],
): Map<Reading, boolean[]> {
  const taken = new Map(
    readings.map((reading) => [reading, new Array<boolean>(reading.words.length).fill(false)]),
  )
  for (const { reading, from, to } of mentions) taken.get(reading)?.fill(true, from, to)
  return taken
}
