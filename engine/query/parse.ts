import { periodOf } from '../dates.ts'
import type { Warning } from '../search-engine.ts'
import { queryFields, type QueryField } from './fields.ts'
import { lex, type Lexeme } from './lex.ts'
import { literalReading } from './literal-words.ts'
import type { Query } from './query.ts'

/** A query as understood. */
export interface ParsedQuery {
  readonly query: Query
  /** What could not be understood and is searched literally, with its place in the text. */
  readonly warnings: readonly Warning[]
}

/** Longer queries are cut here, with a warning. UTF-16 units. */
export const longestQuery = 1_000

/** Further words, phrases and fields are left out, with a warning. */
export const mostOperands = 64

/**
 * Parses the text of the search box: words (all must occur), "phrases", -exclusions, `field:value` and `field:"a value"`.
 * Whatever is typed is valid: what is not understood is searched literally and reported. Never throws.
 * `parse('S-300 -outlet:fars')` is S-300 and not published by Fars.
 */
export function parse(text: string): ParsedQuery {
  const warnings: Warning[] = []
  if (text.length > longestQuery) {
    warnings.push({
      message: `Only the first ${longestQuery} characters are searched.`,
      start: longestQuery,
      end: text.length,
    })
  }
  const operands: Query[] = []
  let negateNext = false
  for (const lexeme of lex(text.slice(0, longestQuery))) {
    const operator = operatorOf(lexeme)
    if (operator === 'AND') continue
    if (operator === 'NOT') {
      negateNext = true
      continue
    }
    const operand = readOperand(lexeme, warnings)
    if (operand)
      operands.push(negateNext && operand.kind !== 'not' ? { kind: 'not', operand } : operand)
    negateNext = false
  }
  return { query: conjunction(operands, warnings), warnings }
}

function operatorOf(lexeme: Lexeme): 'AND' | 'NOT' | undefined {
  if (lexeme.quoted || lexeme.excluded || lexeme.field !== '') return undefined
  if (lexeme.value === 'AND' || lexeme.value === 'NOT') return lexeme.value
  return undefined
}

function conjunction(operands: readonly Query[], warnings: Warning[]): Query {
  if (operands.length > mostOperands) {
    warnings.push({
      message: `Only the first ${mostOperands} words, phrases and fields are searched.`,
    })
  }
  const kept = operands.slice(0, mostOperands)
  const [only] = kept
  if (!only) return { kind: 'all' }
  return kept.length === 1 ? only : { kind: 'and', operands: kept }
}

function readOperand(lexeme: Lexeme, warnings: Warning[]): Query | undefined {
  const operand = readPositive(lexeme, warnings)
  if (operand && !lexeme.closed) warnings.push(warningAt(lexeme, unclosed))
  return operand && lexeme.excluded ? { kind: 'not', operand } : operand
}

function readPositive(lexeme: Lexeme, warnings: Warning[]): Query | undefined {
  if (lexeme.value.trim() === '') {
    if (lexeme.quoted) warnings.push(warningAt(lexeme, 'Empty quotation marks are ignored.'))
    return undefined
  }
  if (lexeme.field === '') return literal(lexeme, warnings)
  const field = queryFields.get(lexeme.field)
  const value = field && fieldQuery(field, lexeme)
  if (value) return value
  if (!/^https?$/.test(lexeme.field)) warnings.push(warningAt(lexeme, fieldProblem(field, lexeme)))
  return lexeme.quoted
    ? { kind: 'phrase', text: `${lexeme.field} ${lexeme.value.trim()}` }
    : { kind: 'word', text: `${lexeme.field}:${lexeme.value}` }
}

const unclosed = 'This quotation mark is not closed; all that follows it is searched as one phrase.'

function literal(lexeme: Lexeme, warnings: Warning[]): Query {
  if (lexeme.quoted) return { kind: 'phrase', text: lexeme.value.trim() }
  const reading = literalReading(lexeme.value)
  if (reading !== undefined) warnings.push(warningAt(lexeme, reading))
  return { kind: 'word', text: lexeme.value }
}

function fieldQuery(field: QueryField, lexeme: Lexeme): Query | undefined {
  const value = lexeme.value.trim()
  switch (field.kind) {
    case 'facet':
      return { kind: 'facet', facet: field.facet, name: value }
    case 'text':
      return { kind: lexeme.quoted ? 'phrase' : 'word', text: value, field: field.field }
    case 'date':
      if (!periodOf(value)) return undefined
      return {
        kind: 'dates',
        from: field.bound === 'before' ? '' : value,
        to: field.bound === 'after' ? '' : value,
      }
  }
}

function fieldProblem(field: QueryField | undefined, lexeme: Lexeme): string {
  if (field)
    return `“${lexeme.value}” is not a date like 2016, 2016-04 or 2016-04-11; it is searched as words.`
  const names = [...queryFields.keys()].map((name) => `${name}:`).join(' ')
  return `There is no field “${lexeme.field}:”; it is searched as words. The fields are ${names}`
}

function warningAt(lexeme: Lexeme, message: string): Warning {
  return { message, start: lexeme.start, end: lexeme.end }
}
