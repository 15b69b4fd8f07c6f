import type { EntityMatch } from '../../engine/archive/entities.ts'
import { entityLink } from '../entities/links.ts'
import type { FacetDeclaration } from '../facets.ts'
import { emptyState, withQuery } from '../search-state.ts'
import { firstValues, valuesLink } from '../values-state.ts'
import { buildLayout, type Layout } from './layout.ts'
import { searchLink } from './links.ts'

/** What is shown where no article has an entity. */
export interface UnknownEntity {
  readonly layout: Layout
  readonly message: string
  /** Entities that are called much like it. */
  readonly similar: readonly { readonly name: string; readonly href: string }[]
  readonly others: readonly { readonly label: string; readonly href: string }[]
}

/** An address may hold anything; longer names than this are not looked for. */
const longestName = 100

export function buildUnknownEntity(
  { name: facet, noun, plural }: FacetDeclaration,
  id: string,
  similar: readonly EntityMatch[],
): UnknownEntity {
  const name = id.replaceAll('-', ' ').slice(0, longestName).trim()
  const phrase = `"${name.replaceAll('"', ' ')}"`
  const find = valuesLink({ ...firstValues(facet, emptyState), find: name })
  return {
    layout: buildLayout(`No such ${noun}`, 'search', emptyState, ['entities']),
    message: `No article has the ${noun} “${name}”. It may have been corrected, or its articles removed, since the link was made.`,
    similar: similar.map((each) => ({ name: each.name, href: entityLink(facet, each.id) })),
    others: [
      {
        label: `Search for ${phrase} in the texts`,
        href: searchLink(withQuery(emptyState, phrase)),
      },
      { label: `Look for it among the ${plural}`, href: find },
    ],
  }
}
