import type { StoredArticle } from '../../engine/article.ts'
import { facetTable, perFacet, type FacetDeclaration } from '../facets.ts'
import type { Correcting } from './correct-button.ts'
import { number } from './counting.ts'
import {
  buildEvidence,
  inOrder,
  type EvidenceContext,
  type EvidenceList,
  type Extent,
} from './evidence.ts'
import { buildLayout, type Layout } from './layout.ts'
import { shownTitle } from './shown-title.ts'

/** The evidence that has no room beside the article: of one value, or of the values of one facet. */
export interface EvidencePage {
  readonly layout: Layout
  readonly heading: string
  readonly title: string
  readonly evidence: readonly EvidenceList[]
  /** The article's page, which the sentences lead to. */
  readonly page: string
  readonly previous: string
  readonly next: string
  /** `Part 2 of 4`; '' where there is one. */
  readonly parts: string
  readonly correcting: Correcting
  readonly correctable: boolean
  /** This page without a place in it. */
  readonly here: string
}

/** What the page is asked for: the values of a facet from the nth part of them on, or one value. */
export interface EvidenceAsked {
  readonly facet: FacetDeclaration
  /** '' for all. */
  readonly id: string
  /** From 1. */
  readonly part: number
}

/** Beside the article: less of each where there are many, so that the page stays light. */
export function extentBeside({ facets }: StoredArticle): Extent {
  const values = facetTable.reduce((sum, { name }) => sum + facets[name].length, 0)
  return values > manyValues
    ? { values: 30, grounds: 2, sentences: 1 }
    : { values: 30, grounds: 6, sentences: 2 }
}

const manyValues = 40

const valuesInPart = 50

const ofFacet: Extent = { values: valuesInPart, grounds: 4, sentences: 2 }
/** The archive bounds what an article keeps of each value. */
const ofValue: Extent = { values: 1, grounds: 1_000, sentences: 1_000 }

/** `article` has the names that are shown for its values now. */
export function buildEvidencePage(
  article: StoredArticle,
  { facet, id, part }: EvidenceAsked,
  context: EvidenceContext & { readonly correctable: boolean },
): EvidencePage {
  const all = inOrder(article, facet)
  const first = (part - 1) * valuesInPart
  const values =
    id === '' ? all.slice(first, first + valuesInPart) : all.filter((value) => value.id === id)
  const parts = id === '' ? Math.max(1, Math.ceil(all.length / valuesInPart)) : 1
  const link = (nth: number) =>
    nth < 1 || nth > parts
      ? ''
      : `/article/${article.id}/evidence?facet=${facet.parameter}&part=${nth}`
  const only = withOnly(article, facet, values)
  const page = `/article/${article.id}`
  return {
    layout: buildLayout(`Evidence: ${shownTitle(article.title)}`, ''),
    heading: id === '' ? `Evidence for its ${facet.plural}` : 'Evidence',
    title: shownTitle(article.title),
    evidence: buildEvidence(only, context, id === '' ? ofFacet : ofValue).filter(
      ({ name }) => name === facet.name,
    ),
    page,
    previous: link(part - 1),
    next: link(part + 1),
    parts: parts > 1 ? `Part ${number(part)} of ${number(parts)}` : '',
    correcting: { article: article.id, back: context.here },
    correctable: context.correctable,
    here: context.here,
  }
}

function withOnly(
  article: StoredArticle,
  { name }: FacetDeclaration,
  values: StoredArticle['facets'][FacetDeclaration['name']],
): StoredArticle {
  return { ...article, facets: perFacet((facet) => (facet.name === name ? values : [])) }
}
