import type { TextField } from '../article.ts'
import { isLiteral, isWords, type Words } from './combine.ts'
import type { Literal, NearOperand, Query } from './query.ts'

/** Words, or groups of nothing but words. */
export type WordQuery =
  | Words
  | { readonly kind: 'not'; readonly operand: WordQuery }
  | { readonly kind: 'and'; readonly operands: readonly WordQuery[] }
  | { readonly kind: 'or'; readonly operands: readonly WordQuery[] }

/** Whether a query asks for nothing but words. */
export function isWordQuery(query: Query): query is WordQuery {
  if (query.kind === 'not') return isWordQuery(query.operand)
  if (query.kind === 'and' || query.kind === 'or') return query.operands.every(isWordQuery)
  return isWords(query)
}

/** Says words in English: `“deliver” and (“S-300” or “S-400”)`; groups in groups are in parentheses. */
function describeWords(query: WordQuery): string {
  if (query.kind === 'and' || query.kind === 'or') return describeAll(query.operands, query.kind)
  if (query.kind === 'not') return `not ${describeInGroup(query.operand)}`
  return `${isLiteral(query) ? describeLiteral(query) : describeNear(query)}${placeOf(query.field)}`
}

/** The same where it stands beside others. */
function describeInGroup(query: WordQuery): string {
  const text = describeWords(query)
  return isLiteral(query) || query.kind === 'not' ? text : `(${text})`
}

/** Several beside each other, or one by itself. */
export function describeAll(queries: readonly WordQuery[], word: 'and' | 'or'): string {
  const [only] = queries
  return only && queries.length === 1
    ? describeWords(only)
    : listing(queries.map(describeInGroup), word)
}

/** `a, b and c`; one alone is itself. */
export function listing(items: readonly string[], word: 'and' | 'or'): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`
}

const labels: Readonly<Record<TextField, string>> = { title: 'in the title', text: 'in the text' }

const placeOf = (field: TextField | undefined) => (field === undefined ? '' : ` ${labels[field]}`)

/** Words and phrases that are all wanted as they are written, for a sentence that says so. */
export function describeExactly(literals: readonly Literal[]): string {
  return listing(
    literals.map(({ text, field }) => `“${text}”${placeOf(field)}`),
    'and',
  )
}

function describeLiteral(literal: Literal): string {
  switch (literal.kind) {
    case 'word':
    case 'phrase':
      return `${literal.spelling === 'exact' ? 'exactly ' : ''}“${literal.text}”`
    case 'prefix':
      return `words that begin with “${literal.text}”`
    case 'similar':
      return `a word like “${literal.text}”`
  }
}

function describeNear({ operands, distance }: Extract<Words, { kind: 'near' }>): string {
  const described = operands.map(describeOperand)
  const within = distance === 1 ? 'within 1 word' : `within ${distance} words`
  const [first = '', second = ''] = described
  return described.length === 2
    ? `${first} ${within} of ${second}`
    : `${listing(described, 'and')} ${within}`
}

function describeOperand(operand: NearOperand): string {
  return operand.kind === 'or'
    ? `(${listing(operand.operands.map(describeLiteral), 'or')})`
    : describeLiteral(operand)
}
