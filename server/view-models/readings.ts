import { print } from '../../engine/query/print.ts'
import type { Literal, Query } from '../../engine/query/query.ts'
import { literalsOf, replaceLiteral } from '../../engine/query/walk.ts'
import type { Variant } from '../../engine/hit.ts'
import type { Reading } from '../../engine/search-engine.ts'
import { fold } from '../../engine/text/fold.ts'
import type { CorrectedSearch } from '../corrected-searches.ts'
import { withQuery, withSpelling, type SearchState } from '../search-state.ts'
import { counted, countedTotal } from './counting.ts'
import { searchLink } from './links.ts'

/** What else was searched for than what was typed. */
export interface ReadingsView {
  readonly readings: readonly ReadingView[]
  /** Shown in place of a long list, which opens on demand; '' for a short one. */
  readonly summary: string
  /** The search for just what was typed. */
  readonly exactHref: string
}

/** A word of the query, and what it also finds. */
export interface ReadingView {
  readonly typed: string
  /** The search with this word only as it is typed. */
  readonly onlyHref: string
  /** Each with the search for it alone in place of the word. */
  readonly also: readonly { readonly name: string; readonly href: string }[]
}

/** A query that may be meant instead. */
export interface CorrectionView {
  readonly query: string
  readonly href: string
  /** What it finds. */
  readonly articles: string
}

/** Longer lists are folded. */
const mostAtOnce = 6

/** Undefined when nothing else was searched for. */
export function buildReadings(
  state: SearchState,
  query: Query,
  readings: readonly Reading[],
): ReadingsView | undefined {
  const telling = readings.filter(({ also }) => also.length > 0)
  if (telling.length === 0) return undefined
  const others = telling.reduce((sum, { also }) => sum + also.length, 0)
  const typed = telling.map((reading) => reading.typed).join(', ')
  return {
    readings: telling.map((reading) => showReading(state, query, reading)),
    summary:
      others > mostAtOnce ? `${counted(others, 'other spelling')} and names of ${typed}` : '',
    exactHref: searchLink(withSpelling(state, 'exact')),
  }
}

function showReading(state: SearchState, query: Query, { typed, also }: Reading): ReadingView {
  const alone = (text: string) => searchLink(withQuery(state, print(onlyAs(query, typed, text))))
  return {
    typed,
    onlyHref: alone(typed),
    also: also.map(({ text, name }) => ({ name: withName(text, name), href: alone(text) })),
  }
}

/** The query with a word or phrase of it only in one spelling. */
function onlyAs(query: Query, typed: string, text: string): Query {
  return literalsOf(query)
    .filter((literal) => literal.text === typed && isSpelled(literal))
    .reduce((changed, literal) => {
      const kind = /\s/.test(text) ? 'phrase' : 'word'
      const field = literal.field === undefined ? {} : { field: literal.field }
      return replaceLiteral(changed, literal, { kind, text, spelling: 'exact', ...field })
    }, query)
}

function isSpelled({ kind }: Literal): boolean {
  return kind === 'word' || kind === 'phrase'
}

export function buildCorrections(
  state: SearchState,
  corrections: readonly CorrectedSearch[],
): CorrectionView[] {
  return corrections.map((corrected) => {
    const printed = print(corrected.query)
    return {
      query: printed,
      href: searchLink(withQuery(state, printed)),
      articles: countedTotal(corrected),
    }
  })
}

/** A spelling that was found in place of the one typed. */
export interface VariantView {
  readonly typed: string
  readonly found: string
}

export function showVariants(variants: readonly Variant[]): VariantView[] {
  return variants.map(({ typed, found, name }) => ({ typed, found: withName(found, name) }))
}

/** A spelling with the name it stands for, where the name says more: `Dehghan (Hossein Dehghan)`. */
function withName(text: string, name: string): string {
  return name === '' || fold(name) === fold(text) ? text : `${text} (${name})`
}
