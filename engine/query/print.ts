import { isLiteral, type Near } from './combine.ts'
import { areOneWord, lex } from './lex.ts'
import { fieldOfFacet } from './fields.ts'
import { bareForm, readApart, readsAs, spellingOf } from './literal-words.ts'
import type { Literal, NearOperand, Query } from './query.ts'
import { piecesOf } from './read-pieces.ts'
import { isMinus } from './signs.ts'

/**
 * Writes a query as it can be typed, with as few parentheses as its meaning needs: the inverse of `parse`.
 * `print(parse('deliver* AND NOT (iran OR syria)').query)` is `deliver* -(iran OR syria)`.
 */
export function print(query: Query): string {
  if (query.kind === 'or') return query.operands.map(print).join(' OR ')
  return query.kind === 'and' ? conjoined(query.operands.map(printConjunct)) : printConjunct(query)
}

function printConjunct(query: Query): string {
  if (isLiteral(query)) return printLiteral(query)
  switch (query.kind) {
    case 'all':
      return ''
    case 'facet':
      return printFacet(fieldOfFacet(query.facet), query.name)
    case 'language':
      return `lang:${query.tag}`
    case 'dates':
      return printDates(query.from, query.to)
    case 'not':
      return printNegation(query.operand)
    case 'near':
      return printNear(query)
    case 'and':
    case 'or':
      return `(${print(query)})`
  }
}

function printNegation(query: Query): string {
  const isLoose = query.kind === 'near' && query.field === undefined && !inQuotes(query)
  const operand = isLoose ? `(${print(query)})` : printConjunct(query)
  // Two dashes in a row exclude nothing.
  return isMinus(operand.charAt(0)) ? `NOT ${operand}` : `-${operand}`
}

function conjoined(printed: readonly string[]): string {
  const [first = '', ...others] = printed
  return others.reduce(
    (text, right, i) => text + (wouldJoin(printed[i] ?? '', right) ? ' AND ' : ' ') + right,
    first,
  )
}

/** "S" and "300" side by side would be S-300. */
function wouldJoin(left: string, right: string): boolean {
  if (!/^\d/.test(right)) return false
  const [last, first] = [lex(left).at(-1), lex(right)[0]]
  return last?.kind === 'word' && first?.kind === 'word' && areOneWord(last.value, first.value)
}

function printLiteral(literal: Literal): string {
  const field = literal.field === undefined ? '' : `${literal.field}:`
  const bare = bareForm(literal)
  return field + (isBare(bare, literal) ? bare : quoted(literal))
}

function isBare(bare: string, literal: Literal): boolean {
  const field = literal.field === undefined ? '' : `${literal.field}:`
  const [lexeme, ...others] = lex(field + bare)
  const isWord = others.length === 0 && lexeme?.kind === 'word' && lexeme.value === bare
  return isWord && !lexeme.excluded && readsAs(bare, literal)
}

const quoted = (literal: Literal) =>
  `"${spellingOf(literal) === 'exact' ? '=' : ''}${literal.text}"`

function printFacet(field: string, name: string): string {
  const bare = `${field}:${name}`
  const [lexeme, ...others] = lex(bare)
  const isWord = others.length === 0 && lexeme?.kind === 'word' && lexeme.value === name
  return isWord && !name.includes(' ') ? bare : `${field}:"${name}"`
}

function printDates(from: string, to: string): string {
  if (from === to) return `date:${from}`
  if (from === '') return `before:${to}`
  return to === '' ? `after:${from}` : `(after:${from} before:${to})`
}

function printNear(near: Near): string {
  const field = near.field === undefined ? '' : `${near.field}:`
  const words = inQuotes(near)
  if (words !== undefined) return `${field}"${words}"~${near.distance}`
  const chain = near.operands.map(printOperand).join(` NEAR/${near.distance} `)
  return field === '' ? chain : `${field}(${chain})`
}

function printOperand(operand: NearOperand): string {
  return operand.kind === 'or'
    ? `(${operand.operands.map(printLiteral).join(' OR ')})`
    : printLiteral(operand)
}

/** The operands as words of one phrase, where they are read from it again. */
function inQuotes({ operands }: Near): string | undefined {
  const literals = operands.filter((operand) => operand.kind !== 'or')
  if (literals.length < operands.length) return undefined
  const pieces = literals.map(bareForm)
  const [first = ''] = pieces
  // A = at the beginning is one before each word.
  const areAllExact = pieces.every((piece) => piece.startsWith('='))
  if (first.startsWith('=') && !areAllExact) return undefined
  const words = areAllExact
    ? `=${pieces.map((piece) => piece.slice(1)).join(' ')}`
    : pieces.join(' ')
  const read = piecesOf(words)
  const areSame =
    read.length === literals.length &&
    literals.every((literal, i) => isSame(readApart(read[i] ?? '').literal, literal))
  return areSame ? words : undefined
}

function isSame(one: Literal, other: Literal): boolean {
  return one.kind === other.kind && one.text === other.text && spellingOf(one) === spellingOf(other)
}
