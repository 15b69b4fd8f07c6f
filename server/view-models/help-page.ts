import { explain } from '../../engine/query/explain.ts'
import { parse } from '../../engine/query/parse.ts'
import { reachableHits } from '../../engine/search-engine.ts'
import { emptyState, withQuery } from '../search-state.ts'
import { number } from './counting.ts'
import { helpTexts, queryLimits } from './help-sections.ts'
import { helpTopics } from './help-topics.ts'
import { buildLayout, type Layout } from './layout.ts'
import { searchLink } from './links.ts'

/** The query language by example. */
export interface HelpPage {
  readonly layout: Layout
  readonly sections: readonly HelpSection[]
  /** What else the pages offer. */
  readonly topics: readonly TopicView[]
  readonly limits: readonly string[]
}

/** Queries for one task. */
export interface HelpSection {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly (readonly HelpPiece[])[]
  readonly examples: readonly Example[]
}

/** A part without queries. */
export interface TopicView {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly (readonly HelpPiece[])[]
}

/** A piece of a sentence; what is typed is shown as such. */
export interface HelpPiece {
  readonly text: string
  readonly isTyped: boolean
  /** '' for what is no link. */
  readonly href: string
}

export interface Example {
  readonly typed: string
  readonly href: string
  /** The explanation that the results show. */
  readonly finds: string
  readonly note: readonly HelpPiece[]
}

/** The page of help, with a link that tries each example. */
export function buildHelpPage(): HelpPage {
  return {
    layout: buildLayout('How to search', 'help'),
    sections: helpTexts.map(({ id, title, paragraphs, examples }) => ({
      id,
      title,
      paragraphs: paragraphs.map(piecesOf),
      examples: examples.map(([typed, note]) => ({
        typed,
        href: searchLink(withQuery(emptyState, typed)),
        finds: `Articles ${explain(parse(typed).query)}.`,
        note: piecesOf(note),
      })),
    })),
    topics: helpTopics.map(({ id, title, paragraphs }) => ({
      id,
      title,
      paragraphs: paragraphs.map(piecesOf),
    })),
    limits: [
      ...queryLimits,
      `The first ${number(reachableHits)} articles of a search can be paged through. Filters and periods reach the others.`,
      'A total is exact unless it says “at least” or “at most”, and then it says why.',
    ],
  }
}

/** Cuts a sentence at its back-ticks, between which stands what is typed, and at its links. */
function piecesOf(sentence: string): HelpPiece[] {
  return sentence
    .split('`')
    .flatMap((text, i) => (i % 2 === 1 ? [{ text, isTyped: true, href: '' }] : linksIn(text)))
    .filter(({ text }) => text !== '')
}

/** Every second piece is the words of a link, every third its address. */
function linksIn(text: string): HelpPiece[] {
  const parts = text.split(/\[([^\]]+)\]\((\/[^)]*)\)/)
  return parts.flatMap((part, i) =>
    i % 3 === 2
      ? []
      : [{ text: part, isTyped: false, href: i % 3 === 1 ? (parts[i + 1] ?? '') : '' }],
  )
}
