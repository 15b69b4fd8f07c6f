import type { FacetName, FacetValue, StoredArticle } from '../../engine/article.ts'
import type { Effects } from '../../indexer/pipeline.ts'
import { facetTable, type FacetDeclaration } from '../facets.ts'
import { entityLink } from '../entities/links.ts'
import { addValue } from '../filters.ts'
import { emptyState } from '../search-state.ts'
import type { Mention } from './article-text.ts'
import { correctButton, type CorrectButton } from './correct-button.ts'
import { counted, number } from './counting.ts'
import { explainRule, groundsOf, type Ground } from './grounds.ts'
import { searchLink } from './links.ts'
import { readingOf, sentencesOf, type Reading, type Sentence } from './sentences.ts'
import { removedFrom, tracesOf, type Trace } from './traces.ts'

/** Why an article has the values of one facet. */
export interface EvidenceList {
  readonly name: string
  readonly heading: string
  /** The id of its place in the page. */
  readonly anchor: string
  readonly values: readonly ValueEvidence[]
  /** Where the values that are not listed here are; '' where all are. */
  readonly allHref: string
  /** `All 150 places` */
  readonly allLabel: string
  /** What corrections took out of it. */
  readonly removed: readonly Trace[]
}

export interface ValueEvidence {
  readonly id: string
  readonly facet: FacetName
  readonly name: string
  readonly anchor: string
  /** Every article with this value. */
  readonly href: string
  /** All that the archive tells of it. */
  readonly aboutHref: string
  /** What it stands below, nearest first: the article is found under these too. */
  readonly broader: readonly { readonly name: string; readonly href: string }[]
  readonly mentions: string
  /** What found it where that is the same for all mentions, or the text has none; '' where the grounds tell. */
  readonly rule: string
  readonly grounds: readonly GroundView[]
  /** Where all its mentions are listed. */
  readonly moreHref: string
  /** `12 more mentions`; '' where all are listed here. */
  readonly moreLabel: string
  readonly traces: readonly Trace[]
  /** Where to come back to after it was corrected. */
  readonly back: string
  readonly correct: CorrectButton
}

/** Mentions that are written alike and were found alike. */
interface GroundView {
  readonly spelling: string
  readonly why: string
  /** How many mentions; '' for one, and where these are all of the value. */
  readonly count: string
  readonly sentences: readonly Sentence[]
}

/** What evidence is told with besides the article. */
export interface EvidenceContext {
  readonly effects: Effects
  /** The page without a place in it, to come back to. */
  readonly here: string
}

/** How much is listed. */
export interface Extent {
  /** Values of each facet. */
  readonly values: number
  /** Ways in which a value is written or found. */
  readonly grounds: number
  /** Sentences of each of these. */
  readonly sentences: number
}

/** Lists the values of some facets with evidence, most mentioned first; those that are `asked` for before all others. */
export function buildEvidence(
  article: StoredArticle,
  context: EvidenceContext,
  extent: Extent,
  asked: ReadonlySet<string> = new Set(),
): EvidenceList[] {
  const reading = readingOf(article)
  return facetTable
    .map((facet) => buildList(reading, facet, { ...context, extent, asked }))
    .filter(({ values, removed }) => values.length > 0 || removed.length > 0)
}

function buildList(
  reading: Reading,
  facet: FacetDeclaration,
  {
    effects,
    here,
    extent,
    asked,
  }: EvidenceContext & { readonly extent: Extent; readonly asked: ReadonlySet<string> },
): EvidenceList {
  const { article } = reading
  const anchor = `of-${facet.parameter}`
  const sorted = inOrder(article, facet, asked)
  const isWhole = sorted.length <= extent.values
  return {
    name: facet.name,
    heading: facet.heading,
    anchor,
    values: sorted.slice(0, extent.values).map((value, nth) => {
      const before = sorted[nth - 1]
      return {
        ...explainValue(reading, facet, value, extent),
        traces: tracesOf(effects, facet.name, value.id),
        back: `${here}#${before ? anchorOf(facet, before) : anchor}`,
        correct: correctButton(facet, value, before),
      }
    }),
    allHref: isWhole ? '' : evidenceLink(article.id, 'facet', facet.parameter),
    allLabel: isWhole ? '' : `All ${number(sorted.length)} ${facet.plural}`,
    removed: removedFrom(effects, facet.name, new Set(sorted.map(({ id }) => id))),
  }
}

/** Values in the order in which they are listed: those asked for first, then by how often the text names them. */
export function inOrder(
  { facets }: StoredArticle,
  { name }: FacetDeclaration,
  asked: ReadonlySet<string> = new Set(),
): FacetValue[] {
  const isAsked = ({ id, broader }: FacetValue) =>
    asked.has(id) || broader.some((above) => asked.has(above.id))
  const byMentions = facets[name].toSorted((a, b) => b.evidence.length - a.evidence.length)
  return asked.size === 0
    ? byMentions
    : [...byMentions.filter(isAsked), ...byMentions.filter((value) => !isAsked(value))]
}

const anchorOf = ({ parameter }: FacetDeclaration, { id }: FacetValue) => `of-${parameter}-${id}`

const evidenceLink = (article: string, parameter: string, value: string) =>
  `/article/${article}/evidence?${new URLSearchParams({ [parameter]: value }).toString()}`

/** Every mention of every value, with the place that the evidence links to. */
export function mentionsOf(article: StoredArticle): Mention[] {
  return facetTable.flatMap((facet) =>
    article.facets[facet.name].flatMap((value) => valueMentions(facet, value)),
  )
}

function valueMentions(
  { name: facet, parameter }: FacetDeclaration,
  { id, name, evidence }: FacetValue,
): Mention[] {
  return evidence.map((at, nth) => ({
    ...at,
    facet,
    name,
    anchor: `${parameter}-${id}-${nth + 1}`,
  }))
}

/** A value by its grounds; `extent` bounds these. */
function explainValue(
  reading: Reading,
  facet: FacetDeclaration,
  value: FacetValue,
  extent: Extent,
): Omit<ValueEvidence, 'traces' | 'back' | 'correct'> {
  const { length } = value.evidence
  const grounds = groundsOf(reading.article, facet.name, value, valueMentions(facet, value))
  const linkTo = (id: string) => searchLink(addValue(emptyState, facet.name, 'include', id))
  return {
    id: value.id,
    facet: facet.name,
    name: value.name,
    anchor: anchorOf(facet, value),
    href: linkTo(value.id),
    aboutHref: entityLink(facet.name, value.id),
    broader: value.broader.map(({ id, name }) => ({ name, href: linkTo(id) })),
    mentions: length === 0 ? 'not in the text' : counted(length, 'mention'),
    rule:
      length === 0 ? explainRule(value.rule, facet.name, value, '') : plainReason(grounds, value),
    ...showGrounds(reading, grounds, extent),
    moreHref: evidenceLink(reading.article.id, facet.parameter, value.id),
  }
}

/** What found a value that is written as it is called, in every mention; '' where there is more to say. */
function plainReason(grounds: readonly Ground[], { name }: FacetValue): string {
  const [only, ...others] = grounds
  return only?.spelling === name && others.length === 0 ? only.why : ''
}

function showGrounds(
  reading: Reading,
  grounds: readonly Ground[],
  extent: Extent,
): Pick<ValueEvidence, 'grounds' | 'moreLabel'> {
  const shown = grounds.slice(0, extent.grounds).map(({ spelling, why, mentions }) => ({
    ...{ spelling, why },
    count: grounds.length === 1 || mentions.length === 1 ? '' : number(mentions.length),
    ...sentencesOf(reading, mentions, extent.sentences),
  }))
  const left =
    shown.reduce((sum, ground) => sum + ground.left, 0) +
    grounds.slice(extent.grounds).reduce((sum, { mentions }) => sum + mentions.length, 0)
  return { grounds: shown, moreLabel: left === 0 ? '' : counted(left, 'more mention') }
}
