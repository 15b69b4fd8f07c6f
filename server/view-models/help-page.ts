import { explain } from '../../engine/query/explain.ts'
import { parse } from '../../engine/query/parse.ts'
import { reachableHits } from '../../engine/search-engine.ts'
import { emptyState, withQuery } from '../search-state.ts'
import { number } from './counting.ts'
import { helpTexts, queryLimits } from './help-sections.ts'
import { buildLayout, type Layout } from './layout.ts'
import { searchLink } from './links.ts'

/** The query language by example. */
export interface HelpPage {
  readonly layout: Layout
  readonly sections: readonly HelpSection[]
  readonly limits: readonly string[]
}

/** Queries for one task. */
export interface HelpSection {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly (readonly HelpPiece[])[]
  readonly examples: readonly Example[]
}

/** A piece of a sentence; what is typed is shown as such. */
export interface HelpPiece {
  readonly text: string
  readonly isTyped: boolean
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
    limits: [
      ...queryLimits,
      `The first ${number(reachableHits)} articles of a search can be paged through. Filters and periods reach the others.`,
      'A total is exact unless it says “at least” or “at most”, and then it says why.',
    ],
  }
}

/** Cuts a sentence at its back-ticks: every second piece is typed. */
function piecesOf(sentence: string): HelpPiece[] {
  return sentence
    .split('`')
    .map((text, i) => ({ text, isTyped: i % 2 === 1 }))
    .filter(({ text }) => text !== '')
}
