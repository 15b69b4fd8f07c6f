import type { Hit } from '../../engine/hit.ts'
import { facets, facetTable } from '../facets.ts'
import { showDate } from '../show-date.ts'
import type { Family } from '../families.ts'
import { emptyState, pageSize, type SearchState } from '../search-state.ts'
import type { Density } from './density.ts'
import { buildFolded, type FamilyView } from './family.ts'
import { articleLink } from './links.ts'
import { cutAtMatches, type Piece } from './pieces.ts'
import { chipsShown, passagesShown } from './room.ts'
import { showVariants, type VariantView } from './readings.ts'

/** A hit as the search page lists it. */
export interface HitView {
  readonly id: string
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
  /** Where all of them are listed. */
  readonly familyHref: string
}

/** A value of the hit that a button makes a filter, in the form of the filters. */
export interface EntityChip {
  readonly parameter: string
  readonly id: string
  readonly name: string
}

/** What a hit is shown with. */
export interface HitPlace {
  readonly state: SearchState
  readonly density: Density
  /** From 0 on its page. */
  readonly nth: number
  readonly family: Family | undefined
  /** So many of its near-duplicates are listed at most. */
  readonly others: number
}

const chipped = ['people', 'weapons', 'places'] as const

/** Where little of each is shown, little of it is made. */
export function buildHit(hit: Hit, { state, density, nth, family, others }: HitPlace): HitView {
  const at = (state.page - 1) * pageSize + nth + 1
  const href = articleLink(hit.id, state, at)
  const place = { article: hit.id, state, matching: hit.family?.matching }
  const isWhole = density === 'comfortable'
  return {
    ...{ id: hit.id, at, href, published: hit.published, sample: hit.sample },
    ...showSource(hit),
    passages: hit.passages
      .slice(0, passagesShown(density, state))
      .map(({ text, matches }) => cutAtMatches(text, matches)),
    chips: isWhole ? chipped.flatMap((facet) => buildChips(state, hit, facet)) : [],
    variants: density === 'titles' ? [] : showVariants(hit.variants),
    whys: isWhole ? buildWhys(state, hit) : [],
    family: family && buildFolded(family, place, others),
    familyHref: `${articleLink(hit.id, emptyState)}#family-heading`,
  }
}

/** What is not known is said. */
function showSource({
  title,
  titleMatches,
  outlet,
  published,
}: Hit): Pick<HitView, 'title' | 'outlet' | 'date'> {
  return {
    title: cutAtMatches(title === '' ? 'Untitled' : title, titleMatches),
    outlet: outlet === '' ? 'Outlet unknown' : outlet,
    date: published === '' ? 'Undated' : showDate(published),
  }
}

/** The most that a hit explains. */
const whysShown = 3

/**
 * An article may be found under a value because of one below it: S-300 because of S-300PMU-2. The title's link keeps the search; to
 * repeat it here would weigh as much as all the results.
 */
function buildWhys(state: SearchState, hit: Hit): HitView['whys'] {
  const href = articleLink(hit.id, emptyState)
  const whys = facetTable.flatMap(({ name: facet, parameter }) => {
    const { include } = state.filters[facet]
    const own = hit.facets[facet].filter(({ id }) => include.includes(id))
    const below = hit.facets[facet].filter(({ broader }) =>
      broader.some(({ id }) => include.includes(id)),
    )
    return (own.length > 0 ? own : below).map(({ id, name }) => {
      return { value: name, href: `${href}#of-${parameter}-${id}` }
    })
  })
  return whys.slice(0, whysShown)
}

function buildChips(state: SearchState, hit: Hit, facet: (typeof chipped)[number]): EntityChip[] {
  const { include, exclude } = state.filters[facet]
  return hit.facets[facet]
    .filter(({ id }) => !include.includes(id) && !exclude.includes(id))
    .toSorted((a, b) => b.mentions - a.mentions)
    .slice(0, chipsShown(facet, state))
    .map(({ id, name }) => ({ parameter: facets[facet].parameter, id, name }))
}
