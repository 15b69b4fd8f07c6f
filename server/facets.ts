import { facetNames, type FacetName } from '../engine/article.ts'
import { byFacet } from '../engine/by-facet.ts'
import { fieldOfFacet } from '../engine/query/fields.ts'

/** How a facet appears to readers. */
export interface FacetDeclaration {
  readonly name: FacetName
  /** In the URL, as in a query; `-` in front of it excludes. */
  readonly parameter: string
  /** Heads the list of values. */
  readonly heading: string
  /** Goes before one value of it, on chips. */
  readonly label: string
  /** What one value is, in a sentence. */
  readonly noun: string
  /** What several are. */
  readonly plural: string
  /** Whether an article may have several values, so that all of some can be asked for. */
  readonly isMultiple: boolean
}

/** Every facet, declared once. */
export const facets: Readonly<Record<FacetName, FacetDeclaration>> = {
  people: {
    name: 'people',
    parameter: fieldOfFacet('people'),
    heading: 'People',
    label: 'Person',
    noun: 'person',
    plural: 'people',
    isMultiple: true,
  },
  places: {
    name: 'places',
    parameter: fieldOfFacet('places'),
    heading: 'Places',
    label: 'Place',
    noun: 'place',
    plural: 'places',
    isMultiple: true,
  },
  weapons: {
    name: 'weapons',
    parameter: fieldOfFacet('weapons'),
    heading: 'Weapons',
    label: 'Weapon',
    noun: 'weapon',
    plural: 'weapons',
    isMultiple: true,
  },
  outlet: {
    name: 'outlet',
    parameter: fieldOfFacet('outlet'),
    heading: 'Published by',
    label: 'Published by',
    noun: 'outlet',
    plural: 'outlets',
    isMultiple: false,
  },
  cites: {
    name: 'cites',
    parameter: fieldOfFacet('cites'),
    heading: 'Cites',
    label: 'Cites',
    noun: 'source',
    plural: 'sources',
    isMultiple: true,
  },
}

/** The facets in display order: of the lists, of the chips and of the parameters in a URL. */
export const facetTable: readonly FacetDeclaration[] = facetNames.map((name) => facets[name])

/** Builds something for each facet. */
export function perFacet<T>(build: (facet: FacetDeclaration) => T): Readonly<Record<FacetName, T>> {
  return byFacet((name) => build(facets[name]))
}
