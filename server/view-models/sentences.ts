import type { Range } from '../../engine/hit.ts'
import type { StoredArticle, TextField } from '../../engine/article.ts'
import { paragraphsOf, type Mention } from './article-text.ts'
import { cutAtMatches, type Piece } from './pieces.ts'

/** A sentence with mentions, which links to the first of them in the text. */
export interface Sentence {
  readonly pieces: readonly Piece[]
  /** The id of the first mention's place in the article's page. */
  readonly anchor: string
}

/** An article with the paragraphs of its fields, found once. */
export interface Reading {
  readonly article: StoredArticle
  readonly paragraphs: Readonly<Record<TextField, readonly Range[]>>
}

/** Characters kept on either side of a mention in a long sentence. */
const margin = 90

export function readingOf(article: StoredArticle): Reading {
  return {
    article,
    paragraphs: { title: paragraphsOf(article.title), text: paragraphsOf(article.text) },
  }
}

/**
 * The first sentences that mentions stand in, at most `most`, each once, in reading order; long ones are cut around their first
 * mention. `left` counts the mentions that stand in further ones.
 */
export function sentencesOf(
  { article, paragraphs }: Reading,
  mentions: readonly Mention[],
  most: number,
): { readonly sentences: readonly Sentence[]; readonly left: number } {
  const found = new Map<string, { range: Range; mentions: [Mention, ...Mention[]] }>()
  let left = mentions.length
  for (const mention of mentions) {
    const { field } = mention
    const range = sentenceAround(article[field], paragraphs[field], mention)
    const key = `${field} ${range[0]}`
    const known = found.get(key)
    if (!known && found.size === most) break
    if (known) known.mentions.push(mention)
    else found.set(key, { range, mentions: [mention] })
    left--
  }
  const sentences = [...found.values()].map(({ range, mentions: inside }) => {
    const [first] = inside
    const shown = cutNear(article[first.field], range, first)
    return {
      pieces: markMentions(article[first.field], range, shown, inside),
      anchor: first.anchor,
    }
  })
  return { sentences, left }
}

const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

function sentenceAround(
  text: string,
  paragraphs: readonly Range[],
  { start, end }: Mention,
): Range {
  const [from, to] = paragraphAt(paragraphs, start) ?? [0, text.length]
  const near = nearby([from, to], start, end)
  const sentence = sentenceSegmenter.segment(text.slice(...near)).containing(start - near[0])
  if (!sentence) return [start, end]
  const first = near[0] + sentence.index
  return [first, Math.max(first + sentence.segment.trimEnd().length, end)]
}

/** Paragraphs are in order: halved until one is left, because a text may have tens of thousands. */
function paragraphAt(paragraphs: readonly Range[], start: number): Range | undefined {
  let [low, high] = [0, paragraphs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const [, to] = paragraphs[middle] ?? [0, 0]
    if (to > start) high = middle
    else low = middle + 1
  }
  return paragraphs[low]
}

/** A paragraph may be a whole text of megabytes: beyond this no sentence is looked for. */
const longestSentence = 2_000

function nearby([from, to]: Range, start: number, end: number): Range {
  return [Math.max(from, start - longestSentence), Math.min(to, end + longestSentence)]
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
