import type { Range } from '../../engine/hit.ts'
import type { FacetName, FacetValue, StoredArticle, TextField } from '../../engine/article.ts'
import type { Effects } from '../../indexer/pipeline.ts'
import { facetTable, type FacetDeclaration } from '../facets.ts'
import { addValue } from '../filters.ts'
import { emptyState } from '../search-state.ts'
import { paragraphsOf, type Mention } from './article-text.ts'
import { buildCorrectFormIn, type CorrectForm } from './correct-form.ts'
import { counted, number } from './counting.ts'
import { explainRule, groundsOf, type Ground } from './grounds.ts'
import { searchLink } from './links.ts'
import { cutAtMatches, type Piece } from './pieces.ts'
import { removedFrom, tracesOf, type Trace } from './traces.ts'

/** Why an article has the values of one facet. */
export interface EvidenceList {
  readonly name: string
  readonly heading: string
  /** The id of its place in the page. */
  readonly anchor: string
  readonly values: readonly ValueEvidence[]
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
  /** What it stands below, nearest first: the article is found under these too. */
  readonly broader: readonly { readonly name: string; readonly href: string }[]
  readonly mentions: string
  /** What found it where that is the same for all mentions, or the text has none; '' where the grounds tell. */
  readonly rule: string
  readonly grounds: readonly GroundView[]
  readonly traces: readonly Trace[]
  readonly form: CorrectForm
}

/** Mentions that are written alike and were found alike. */
interface GroundView {
  readonly spelling: string
  readonly why: string
  /** How many mentions; '' for one, and where these are all of the value. */
  readonly count: string
  readonly first: readonly Sentence[]
  /** Behind "more". */
  readonly more: readonly Sentence[]
}

/** What the panel is made of besides the article. */
export interface EvidenceContext {
  readonly effects: Effects
  /** By how many articles of the archive each value is given. */
  readonly articlesWith: (facet: FacetName, ids: readonly string[]) => ReadonlyMap<string, number>
  /** This page without a place in it, to come back to. */
  readonly here: string
}

/** A sentence with mentions, which links to the first of them in the text. */
export interface Sentence {
  readonly pieces: readonly Piece[]
  readonly href: string
}

/** Sentences of a way in which a value is found that are shown without a click. */
const shownAtOnce = 2
/** Characters kept on either side of a mention in a long sentence. */
const margin = 90

/** Lists each facet's values, most mentioned first. */
export function buildEvidence(article: StoredArticle, context: EvidenceContext): EvidenceList[] {
  const paragraphs = { title: paragraphsOf(article.title), text: paragraphsOf(article.text) }
  return facetTable
    .map((facet) => {
      const values = article.facets[facet.name]
      const ids = values.map(({ id }) => id)
      const counts = context.articlesWith(facet.name, ids)
      const anchor = `of-${facet.parameter}`
      return {
        name: facet.name,
        heading: facet.heading,
        anchor,
        values: values
          .toSorted((a, b) => b.evidence.length - a.evidence.length)
          .map((value, nth, sorted) => {
            const before = sorted[nth - 1]
            const back = `${context.here}#${before ? anchorOf(facet, before) : anchor}`
            const corrected = {
              facet: facet.name,
              value,
              back,
              articles: counts.get(value.id) ?? 0,
            }
            return {
              ...explainValue({ article, paragraphs }, facet, value),
              traces: tracesOf(context.effects, facet.name, value.id),
              form: buildCorrectFormIn(article, value, corrected),
            }
          }),
        removed: removedFrom(context.effects, facet.name, new Set(ids)),
      }
    })
    .filter(({ values, removed }) => values.length > 0 || removed.length > 0)
}

const anchorOf = ({ parameter }: FacetDeclaration, { id }: FacetValue) => `of-${parameter}-${id}`

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

/** An article with the paragraphs of its fields, found once. */
interface Reading {
  readonly article: StoredArticle
  readonly paragraphs: Readonly<Record<TextField, readonly Range[]>>
}

function explainValue(
  reading: Reading,
  facet: FacetDeclaration,
  value: FacetValue,
): Omit<ValueEvidence, 'traces' | 'form'> {
  const { length } = value.evidence
  const mentions = valueMentions(facet, value)
  const grounds = groundsOf(reading.article, facet.name, value, mentions)
  const linkTo = (id: string) => searchLink(addValue(emptyState, facet.name, 'include', id))
  return {
    id: value.id,
    facet: facet.name,
    name: value.name,
    anchor: anchorOf(facet, value),
    href: linkTo(value.id),
    broader: value.broader.map(({ id, name }) => ({ name, href: linkTo(id) })),
    mentions: length === 0 ? 'not in the text' : counted(length, 'mention'),
    rule:
      length === 0 ? explainRule(value.rule, facet.name, value, '') : plainReason(grounds, value),
    grounds: grounds.map((ground) => showGround(reading, ground, grounds.length === 1)),
  }
}

/** What found a value that is written as it is called, in every mention; '' where there is more to say. */
function plainReason(grounds: readonly Ground[], { name }: FacetValue): string {
  const [only, ...others] = grounds
  return only?.spelling === name && others.length === 0 ? only.why : ''
}

function showGround(
  reading: Reading,
  { spelling, why, mentions }: Ground,
  isOnly: boolean,
): GroundView {
  const sentences = sentencesOf(reading, mentions)
  return {
    ...{ spelling, why },
    count: isOnly || mentions.length === 1 ? '' : number(mentions.length),
    first: sentences.slice(0, shownAtOnce),
    more: sentences.slice(shownAtOnce),
  }
}

function sentencesOf({ article, paragraphs }: Reading, mentions: readonly Mention[]): Sentence[] {
  const sentences = new Map<string, { range: Range; mentions: [Mention, ...Mention[]] }>()
  for (const mention of mentions) {
    const { field } = mention
    const range = sentenceAround(article[field], paragraphs[field], mention)
    const key = `${field} ${range[0]}`
    const known = sentences.get(key)
    if (known) known.mentions.push(mention)
    else sentences.set(key, { range, mentions: [mention] })
  }
  return [...sentences.values()].map(({ range, mentions: inside }) => {
    const [first] = inside
    const shown = cutNear(article[first.field], range, first)
    return {
      pieces: markMentions(article[first.field], range, shown, inside),
      href: `#${first.anchor}`,
    }
  })
}

const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

function sentenceAround(
  text: string,
  paragraphs: readonly Range[],
  { start, end }: Mention,
): Range {
  const [from, to] = paragraphs.find(([, last]) => last > start) ?? [0, text.length]
  const sentence = sentenceSegmenter.segment(text.slice(from, to)).containing(start - from)
  if (!sentence) return [start, end]
  const first = from + sentence.index
  return [first, Math.max(first + sentence.segment.trimEnd().length, end)]
}

/** The part of a long sentence that is near a mention, cut between words. */
function cutNear(text: string, [from, to]: Range, { start, end }: Mention): Range {
  const first = start - margin <= from ? from : text.indexOf(' ', start - margin) + 1
  const last = end + margin >= to ? to : text.lastIndexOf(' ', end + margin)
  return [Math.min(first, start), Math.max(last, end)]
}

function markMentions(
  text: string,
  sentence: Range,
  [from, to]: Range,
  mentions: readonly Mention[],
): Piece[] {
  const ranges = mentions
    .filter(({ start, end }) => start >= from && end <= to)
    .map(({ start, end }): Range => [start - from, end - from])
  const before = from > sentence[0] ? [ellipsis] : []
  const after = to < sentence[1] ? [ellipsis] : []
  return [...before, ...cutAtMatches(text.slice(from, to), ranges), ...after]
}

const ellipsis: Piece = { text: '…', marked: false }
