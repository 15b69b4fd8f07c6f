import type { FacetName } from '../../engine/article.ts'
import type { Hit } from '../../engine/hit.ts'
import { facets, facetTable } from '../facets.ts'
import { showDate } from '../show-date.ts'
import type { Family } from '../families.ts'
import { addValue } from '../filters.ts'
import { pageSize, type SearchState } from '../search-state.ts'
import { buildFamily, type FamilyView } from './family.ts'
import { articleLink, searchLink } from './links.ts'
import { cutAtMatches, type Piece } from './pieces.ts'
import { showVariants, type VariantView } from './readings.ts'

/** A hit as the search page lists it. */
export interface HitView {
  /** Its place among all the results, from 1. */
  readonly at: number
  readonly title: readonly Piece[]
  readonly href: string
  readonly outlet: string
  readonly date: string
  /** For <time>: as the archive has it. */
  readonly published: string
  readonly sample: boolean
  readonly passages: readonly (readonly Piece[])[]
  readonly chips: readonly EntityChip[]
  /** What is marked in place of what was typed. */
  readonly variants: readonly VariantView[]
  /** For each value that is asked for, where the article says why it is found under it. */
  readonly whys: readonly { readonly value: string; readonly href: string }[]
  /** Its near-duplicates; undefined where it has none or they are not folded. */
  readonly family: FamilyView | undefined
}

/** A value of the hit that can be made a filter. */
export interface EntityChip {
  readonly kind: FacetName
  readonly value: string
  readonly href: string
  readonly action: string
}

/** How many of a facet's values a hit shows. */
const chipsShown = { people: 3, weapons: 2, places: 3 } as const

/** `nth` counts the hits of the page from 0. */
export function buildHit(
  state: SearchState,
  hit: Hit,
  { nth, family }: { readonly nth: number; readonly family: Family | undefined },
): HitView {
  const at = (state.page - 1) * pageSize + nth + 1
  const href = articleLink(hit.id, state, at)
  return {
    at,
    title: cutAtMatches(hit.title, hit.titleMatches),
    href,
    outlet: hit.outlet === '' ? 'Outlet unknown' : hit.outlet,
    date: hit.published === '' ? 'Undated' : showDate(hit.published),
    published: hit.published,
    sample: hit.sample,
    passages: hit.passages.map(({ text, matches }) => cutAtMatches(text, matches)),
    chips: [
      ...buildChips(state, hit, 'people'),
      ...buildChips(state, hit, 'weapons'),
      ...buildChips(state, hit, 'places'),
    ],
    variants: showVariants(hit.variants),
    whys: buildWhys(state, hit, href),
    family:
      family && buildFamily(family, { article: hit.id, state, matching: hit.family?.matching }),
  }
}

/** The most that a hit explains. */
const whysShown = 3

/** An article may be found under a value because of one below it: S-300 because of S-300PMU-2. */
function buildWhys(state: SearchState, hit: Hit, page: string): HitView['whys'] {
  return facetTable.flatMap(({ name: facet, parameter }) => {
    const { include } = state.filters[facet]
    const own = hit.facets[facet].filter(({ id }) => include.includes(id))
    const below = hit.facets[facet].filter(({ broader }) =>
      broader.some(({ id }) => include.includes(id)),
    )
    return (own.length > 0 ? own : below)
      .slice(0, whysShown)
      .map(({ id, name }) => ({ value: name, href: `${page}#of-${parameter}-${id}` }))
  })
}

function buildChips(state: SearchState, hit: Hit, facet: keyof typeof chipsShown): EntityChip[] {
  const { include, exclude } = state.filters[facet]
  return hit.facets[facet]
    .filter(({ id }) => !include.includes(id) && !exclude.includes(id))
    .toSorted((a, b) => b.evidence.length - a.evidence.length)
    .slice(0, chipsShown[facet])
    .map(({ id, name }) => ({
      kind: facet,
      value: name,
      href: searchLink(addValue(state, facet, 'include', id)),
      action: `Add ${facets[facet].label}: ${name}`,
    }))
}
