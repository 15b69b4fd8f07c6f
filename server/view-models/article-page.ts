import type { StoredArticle } from '../../engine/article.ts'
import type { Variant } from '../../engine/hit.ts'
import { facetTable } from '../facets.ts'
import type { Family } from '../families.ts'
import { addValue } from '../filters.ts'
import { emptyState, type SearchState } from '../search-state.ts'
import { showDate } from '../show-date.ts'
import { referenceOf } from '../citations/reference.ts'
import type { Around } from '../around.ts'
import { backToResults, buildAround, type AroundView } from './around.ts'
import {
  cutIntoParagraphs,
  cutIntoSegments,
  type MatchPlace,
  type Place,
  type Segment,
} from './article-text.ts'
import { buildCiting, type Citing } from './citing.ts'
import type { Corrected } from './corrected.ts'
import type { Correcting } from './correct-button.ts'
import { buildEvidence, mentionsOf, type EvidenceContext, type EvidenceList } from './evidence.ts'
import { extentBeside } from './evidence-page.ts'
import { buildFamily, type FamilyView } from './family.ts'
import { buildLayout, type Layout } from './layout.ts'
import { outsideLink, searchLink } from './links.ts'
import { buildMarking, type Marking } from './marking.ts'
import { buildProvenance, type Kept, type Provenance } from './provenance.ts'
import { showVariants, type VariantView } from './readings.ts'
import { shownTitle } from './shown-title.ts'

/** Everything that an article's page prints. */
export interface ArticlePage {
  readonly layout: Layout
  /** Why the query is not marked; '' where it is. */
  readonly unmarked: string
  readonly title: readonly Segment[]
  /** What is marked in place of what was typed. */
  readonly variants: readonly VariantView[]
  readonly outlet: string
  /** Every article of this outlet; '' when the outlet is no facet value. */
  readonly outletHref: string
  readonly date: string
  /** BCP 47, '' when not determined. */
  readonly lang: string
  readonly published: string
  readonly authors: string
  /** The original on the web; '' when unknown or not http(s). */
  readonly url: string
  readonly host: string
  readonly sample: boolean
  readonly paragraphs: readonly (readonly Segment[])[]
  readonly evidence: readonly EvidenceList[]
  readonly adding: AddForm
  /** Whether the reader may correct. */
  readonly correctable: boolean
  readonly correcting: Correcting
  /** This page without a place in it. */
  readonly here: string
  readonly corrected: Corrected | undefined
  readonly formToken: string
  /** Back to the search that it was reached from; '' when there was none. */
  readonly backHref: string
  /** The way to the results before and after it; undefined where it was not reached from results. */
  readonly around: AroundView | undefined
  readonly marking: Marking
  readonly citing: Citing
  /** Its near-duplicates; undefined where it has none. */
  readonly family: FamilyView | undefined
  readonly record: Provenance
}

/** Where the query matches, for highlights that survive the click. */
export interface ArticleMatches {
  readonly title: readonly Place[]
  readonly text: readonly Place[]
  readonly variants: readonly Variant[]
  /** Why the query could not be looked for; '' where it was. */
  readonly failure: string
}

/** The fields by which a reader gives the article a value that it does not have. */
export interface AddForm {
  readonly article: string
  readonly back: string
  readonly facets: readonly { readonly name: string; readonly label: string }[]
}

/** What the page shows besides the article and its search. */
export interface ArticleSurroundings extends EvidenceContext {
  readonly kept: Kept
  readonly around: Around | undefined
  /** The place among results that the address names; 0 for none. */
  readonly asked: number
  /** What the reader wants marked in the text. */
  readonly kinds: ReadonlySet<string>
  /** `YYYY-MM-DD`, the day of access that citations give. */
  readonly today: string
  readonly family: Family | undefined
  readonly corrected: Corrected | undefined
  readonly correctable: boolean
  readonly formToken: string
}

/** `article` has the names that are shown for its values now. */
export function buildArticlePage(
  article: StoredArticle,
  state: SearchState,
  matches: ArticleMatches,
  surroundings: ArticleSurroundings,
): ArticlePage {
  const mentions = mentionsOf(article)
  const inTitle = mentions.filter(({ field }) => field === 'title')
  const inText = mentions.filter(({ field }) => field === 'text')
  const url = outsideLink(article.url)
  const { around, asked, kinds } = surroundings
  const back = backToResults(state, around)
  const [titleMatches, textMatches] = numbered(matches)
  return {
    layout: buildLayout(shownTitle(article.title), '', state, ['article', 'collections']),
    unmarked: matches.failure,
    variants: showVariants(matches.variants),
    title: cutIntoSegments(shownTitle(article.title), inTitle, titleMatches),
    outlet: article.outlet === '' ? 'Outlet unknown' : article.outlet,
    outletHref: outletLink(article),
    date: article.published === '' ? 'Undated' : showDate(article.published),
    lang: article.language,
    published: article.published,
    authors: article.authors.join(', '),
    url,
    host: url === '' ? '' : new URL(url).hostname.replace(/^www\./, ''),
    sample: article.sample,
    paragraphs: cutIntoParagraphs(article.text, inText, textMatches),
    evidence: buildEvidence(article, surroundings, extentBeside(article), askedFor(state)),
    adding: {
      article: article.id,
      back: `${surroundings.here}#adding`,
      facets: facetTable.map(({ name, label }) => ({ name, label })),
    },
    correctable: surroundings.correctable,
    correcting: { article: article.id, back: surroundings.here },
    here: surroundings.here,
    corrected: surroundings.corrected,
    formToken: surroundings.formToken,
    backHref: back === '/search' && asked === 0 ? '' : back,
    around: buildAround(around, state),
    marking: buildMarking(article, {
      ...{ state, asked, kinds },
      matches: titleMatches.length + textMatches.length,
    }),
    citing: buildCiting(referenceOf(article, surroundings.today)),
    family:
      surroundings.family &&
      buildFamily(surroundings.family, { article: article.id, state, matching: undefined }),
    record: buildProvenance(article, surroundings.kept),
  }
}

/** Matches are counted through title and text. */
function numbered({ title, text }: ArticleMatches): [MatchPlace[], MatchPlace[]] {
  return [
    title.map(({ start, end }, nth) => ({ start, end, nth: nth + 1 })),
    text.map(({ start, end }, nth) => ({ start, end, nth: title.length + nth + 1 })),
  ]
}

/** The values that the search asks for. */
function askedFor({ filters }: SearchState): Set<string> {
  return new Set(facetTable.flatMap(({ name }) => filters[name].include))
}

function outletLink({ facets }: StoredArticle): string {
  const [outlet] = facets.outlet
  return outlet ? searchLink(addValue(emptyState, 'outlet', 'include', outlet.id)) : ''
}
