import { parse } from '../../engine/query/parse.ts'
import { print } from '../../engine/query/print.ts'
import type { Query } from '../../engine/query/query.ts'
import { withoutPart } from '../../engine/query/walk.ts'
import { facets } from '../facets.ts'
import { withQuery, type SearchState } from '../search-state.ts'

/** Something that can be taken away from a search. */
export interface Removable {
  /** What taking it away means, in a sentence: `without the word “convoy”`. */
  readonly lifting: string
  readonly without: SearchState
}

/** The words, phrases and other operands of which all are asked for; none where the query is a single one. */
export function queryParts(state: SearchState): Removable[] {
  const { query } = parse(state.q)
  if (query.kind !== 'and') return []
  return query.operands.map((operand) => ({
    lifting: `without ${describePart(operand)}`,
    without: withQuery(state, print(withoutPart(query, operand))),
  }))
}

/** `the word “missile” in the title` */
function describePart(part: Query): string {
  if (part.kind === 'not') return `excluding ${describePart(part.operand)}`
  return `the ${nounOf(part)} ${written(part)}`
}

/** As typed, without the signs that the noun or the sentence says. */
function written(part: Query): string {
  if (part.kind === 'facet') return `“${part.name}”`
  if (part.kind === 'language') return `“${part.tag}”`
  if (!('text' in part)) return `“${print(part)}”`
  const place = part.field === undefined ? '' : ` in the ${part.field}`
  return `“${part.text}${signs[part.kind]}”${place}`
}

const signs = { word: '', phrase: '', prefix: '*', similar: '~' } as const

function nounOf(part: Exclude<Query, { kind: 'not' }>): string {
  if (part.kind === 'facet') return facets[part.facet].noun
  const isExact = 'spelling' in part
  return isExact ? `exact ${nouns[part.kind]}` : nouns[part.kind]
}

const nouns = {
  all: 'query',
  word: 'word',
  phrase: 'phrase',
  prefix: 'beginning',
  similar: 'similar word',
  near: 'condition',
  language: 'language',
  dates: 'period',
  and: 'group',
  or: 'alternatives',
} as const
