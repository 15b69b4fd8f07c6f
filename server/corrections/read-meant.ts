import type { Archive } from '../../engine/archive/archive.ts'
import type { StoredArticle } from '../../engine/article.ts'
import { BadRequest, NotFound } from '../error-pages.ts'
import { facetTable, type FacetDeclaration } from '../facets.ts'
import { withShownNames } from '../shown-names.ts'
import { ownPage } from './way-back.ts'

/** A value that a reader wants to correct. */
export interface Meant {
  readonly facet: FacetDeclaration
  /** By its present id and name. */
  readonly value: { readonly id: string; readonly name: string }
  /** The article that it stands in; undefined where it is meant wherever it is. */
  readonly article: StoredArticle | undefined
  /** The page to come back to, at the value listed before. */
  readonly back: string
}

/**
 * Reads the address of a form for a value: `person=ada-admiral&article=…&back=…`; behind the id and a space may be that of the value
 * listed before it. Throws BadRequest and NotFound.
 */
export function readMeant(archive: Archive, parameters: URLSearchParams): Meant {
  const facet = facetTable.find(({ parameter }) => parameters.has(parameter))
  if (!facet)
    throw new BadRequest(
      'The address does not say which value to correct. Go back and choose “Correct” beside one.',
    )
  const [asked = '', before = ''] = field(parameters, facet.parameter).split(' ')
  const id = archive.redirect(facet.name, asked) ?? asked
  const article = articleOf(archive, field(parameters, 'article'))
  const name = nameIn(archive, facet, id, article)
  if (name === undefined)
    throw new NotFound(
      `There is no such ${facet.noun} here any more. It may have been corrected since the page was made.`,
    )
  const back = ownPage(field(parameters, 'back'))
  return { facet, value: { id, name }, article, back: back + placeOf(back, facet, before) }
}

const field = (parameters: URLSearchParams, name: string) => parameters.get(name) ?? ''

/** What a value is called in an article, or in the archive; undefined where it is not there. */
function nameIn(
  archive: Archive,
  facet: FacetDeclaration,
  id: string,
  article: StoredArticle | undefined,
): string | undefined {
  if (!article) return archive.displayName(facet.name, id)
  return article.facets[facet.name].find((value) => value.id === id)?.name
}

function articleOf(archive: Archive, id: string): StoredArticle | undefined {
  if (id === '') return undefined
  const stored = archive.get(id)
  if (!stored) throw new NotFound('The archive has no such article any more.')
  return withShownNames(archive, [stored])[0]
}

/** A value that is rejected leaves its list: the one before it stays where it is. */
function placeOf(back: string, { parameter }: FacetDeclaration, before: string): string {
  if (back.includes('#')) return ''
  if (back.startsWith('/article/'))
    return before === '' ? `#of-${parameter}` : `#of-${parameter}-${before}`
  if (back.startsWith('/facet/')) return before === '' ? '#values' : `#value-${before}`
  return ''
}
