import type { Warning } from '../search-engine.ts'
import { Budget } from './budget.ts'
import { allOf, anyOf, inField, negated } from './combine.ts'
import { emptyPeriod, type PlacedQuery } from './empty-period.ts'
import { queryFields, type QueryField } from './fields.ts'
import { lex, type Lexeme, type OperatorLexeme, type PhraseLexeme, type WordLexeme } from './lex.ts'
import { hintAtOperator } from './lower-case-operators.ts'
import { nearOperand, readDistance, textsOf } from './near.ts'
import type { Query } from './query.ts'
import { OperandReader } from './read-operand.ts'
import { summarizeWarnings } from './summarize-warnings.ts'
import { tidy } from './tidy.ts'

/** A query as understood. */
export interface ParsedQuery {
  readonly query: Query
  /** What is searched literally or ignored, with its place in the text as typed, in its order; equal ones once, with their number. */
  readonly warnings: readonly Warning[]
}

/** Further characters are left out, with a warning. UTF-16 units of words, phrases and values; signs and fields are not counted. */
export const longestQuery = 1_000

/** Further words, phrases and fields are left out, with a warning. */
export const mostOperands = 64

/** No more is read; `print` never writes as much for what is within the other limits. */
const longestText = 4 * longestQuery

/**
 * Parses the text of the search box. NOT and minus bind tightest, then NEAR, then AND, which is also meant where nothing stands
 * between two operands, then OR:
 *
 *     any     = all { "OR" all }
 *     all     = near { [ "AND" ] near }
 *     near    = operand { "NEAR" operand }
 *     operand = { "NOT" } [ "-" ] [ field ":" ] ( word | phrase | "(" any ")" )
 *
 * Whatever is typed is valid: what is not understood is searched literally or ignored, and reported. Never throws; linear.
 * Equal trees are equal queries: "and" holds no "and", "or" no "or", "not" no "not".
 * `parse('S-300 -outlet:fars')` is S-300 and not published by Fars.
 */
export function parse(text: string): ParsedQuery {
  const warnings: Warning[] = []
  const read = text.slice(0, longestText)
  if (text.length > longestText) {
    warnings.push({
      message: `Only the first ${longestText} characters are read; the rest is left out.`,
      start: longestText,
      end: text.length,
    })
  }
  const lexemes = tidy(lex(read), warnings)
  const query = new Parser(read, lexemes, warnings).query()
  const hint = hintAtOperator(lexemes)
  return { query, warnings: summarizeWarnings(hint ? [...warnings, hint] : warnings) }
}

interface NearLink {
  readonly operator: OperatorLexeme
  readonly operand: Query | undefined
}

/** Recursive descent over lexemes that follow the grammar. */
class Parser {
  readonly #lexemes: readonly Lexeme[]
  readonly #budget: Budget
  readonly #reader: OperandReader
  readonly #warnings: Warning[]
  #at = 0
  /** Of the parentheses around. */
  #group: QueryField | undefined

  constructor(text: string, lexemes: readonly Lexeme[], warnings: Warning[]) {
    this.#lexemes = lexemes
    this.#warnings = warnings
    this.#budget = new Budget(
      { operands: mostOperands, characters: longestQuery },
      text.length,
      warnings,
    )
    this.#reader = new OperandReader(text, this.#budget, warnings)
  }

  query(): Query {
    const query = this.#lexemes.length > 0 ? this.#any() : undefined
    return query ?? { kind: 'all' }
  }

  #any(): Query | undefined {
    const operands = [this.#all()]
    while (this.#take('OR')) operands.push(this.#all())
    return anyOf(operands)
  }

  #all(): Query | undefined {
    const operands = [this.#placed()]
    while (this.#take('AND') || this.#isAtOperand()) operands.push(this.#placed())
    const problem = emptyPeriod(operands)
    if (problem) this.#warnings.push(problem)
    return allOf(operands.map(({ query }) => query))
  }

  #placed(): PlacedQuery {
    const start = this.#lexemes[this.#at]?.start ?? 0
    const query = this.#near()
    return { query, start, end: this.#lexemes[this.#at - 1]?.end ?? start }
  }

  #near(): Query | undefined {
    const first = this.#operand()
    const links: NearLink[] = []
    for (let operator = this.#take('NEAR'); operator; operator = this.#take('NEAR')) {
      links.push({ operator, operand: this.#operand() })
    }
    return links.length === 0 ? first : this.#chain(first, links)
  }

  /** `a NEAR/3 b NEAR/5 c` is both: a near b, and b near c. Operands that cannot stand beside NEAR are just required. */
  #chain(first: Query | undefined, links: readonly NearLink[]): Query | undefined {
    const required: (Query | undefined)[] = []
    let left = first
    let isCovered = false
    for (const { operator, operand } of links) {
      const pair = this.#pair(left, operator, operand, isCovered)
      required.push(pair ?? (isCovered ? undefined : left))
      isCovered = pair !== undefined
      left = operand
    }
    return allOf(isCovered ? required : [...required, left])
  }

  #pair(
    left: Query | undefined,
    operator: OperatorLexeme,
    right: Query | undefined,
    isLeftUsed: boolean,
  ): Query | undefined {
    if (!left || !right) return undefined
    const operands = [nearOperand(left), nearOperand(right)].filter((operand) => !!operand)
    const [operand] = operands
    if (!operand || operands.length < 2) {
      this.#warn(operator, cannotStand)
      return undefined
    }
    // It stands in the tree once more, and would be typed once more.
    if (isLeftUsed && !this.#budget.takes(textsOf(operand), operator.start)) return undefined
    const { distance, problem } = readDistance(operator.distance)
    if (problem !== undefined) this.#warn(operator, problem)
    return { kind: 'near', operands, distance }
  }

  #operand(): Query | undefined {
    let isNegated = false
    while (this.#take('NOT')) isNegated = !isNegated
    const query = this.#primary()
    return query && isNegated ? negated(query) : query
  }

  #primary(): Query | undefined {
    const lexeme = this.#lexemes[this.#at++]
    if (!lexeme || lexeme.kind === 'operator' || lexeme.kind === 'close')
      throw new Error('A query was not tidied before it was parsed.')
    const query =
      lexeme.kind === 'open'
        ? this.#inParentheses(queryFields.get(lexeme.field))
        : this.#read(lexeme)
    return query && lexeme.excluded ? negated(query) : query
  }

  /** Nothing is said about what is left out anyway. */
  #read(lexeme: WordLexeme | PhraseLexeme): Query | undefined {
    return this.#budget.isSpent ? undefined : this.#reader.read(lexeme, this.#group)
  }

  #inParentheses(field: QueryField | undefined): Query | undefined {
    const around = this.#group
    this.#group = field ?? around
    const query = this.#any()
    this.#at++
    this.#group = around
    return query && field?.kind === 'text' ? inField(query, field.field) : query
  }

  #isAtOperand(): boolean {
    const lexeme = this.#lexemes[this.#at]
    if (!lexeme || lexeme.kind === 'close') return false
    return lexeme.kind !== 'operator' || lexeme.operator === 'NOT'
  }

  #take(operator: OperatorLexeme['operator']): OperatorLexeme | undefined {
    const lexeme = this.#lexemes[this.#at]
    if (lexeme?.kind !== 'operator' || lexeme.operator !== operator) return undefined
    this.#at++
    return lexeme
  }

  #warn({ start, end }: OperatorLexeme, message: string): void {
    this.#warnings.push({ message, start, end })
  }
}

const cannotStand =
  'NEAR stands between words, phrases or a group of them with OR; here it is read as AND. In titles write title:(first NEAR second).'
