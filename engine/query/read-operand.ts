import { noValue } from '../article.ts'
import type { Warning } from '../search-engine.ts'
import type { Budget } from './budget.ts'
import type { Words } from './combine.ts'
import { queryFields, type QueryField } from './fields.ts'
import { operatorIn, type PhraseLexeme, type WordLexeme } from './lex.ts'
import { ignoredProblem, nothingIn } from './ignored-words.ts'
import {
  isSearchable,
  noSuchField,
  phraseProblem,
  readLiteral,
  withoutEqualSigns,
} from './literal-words.ts'
import { readDistance } from './near.ts'
import type { Literal, Query } from './query.ts'
import { piecesOf, readPieces } from './read-pieces.ts'
import { fieldValueProblem, readFieldValue, withoutSigns, type ValueField } from './read-field.ts'
import { isMinus, isOpening, isQuote } from './signs.ts'

type Operand = WordLexeme | PhraseLexeme

/** Reads single words, phrases and values of one query. */
export class OperandReader {
  readonly #text: string
  readonly #budget: Budget
  readonly #warnings: Warning[]

  constructor(text: string, budget: Budget, warnings: Warning[]) {
    this.#text = text
    this.#budget = budget
    this.#warnings = warnings
  }

  /** `group` is the field of the parentheses around it. Undefined for what is empty or does not fit the limits; a minus is not read. */
  read(lexeme: Operand, group: QueryField | undefined): Query | undefined {
    if (isEmpty(lexeme)) {
      this.#warn(lexeme, 'Empty quotation marks are ignored.')
      return undefined
    }
    const own = queryFields.get(lexeme.field)
    const field = own ?? group
    this.#warn(lexeme, unclosed(lexeme) ?? misplacedMinus(lexeme))
    const isValue = field !== undefined && field.kind !== 'text'
    if (!isSearchable(isValue ? withoutSigns(lexeme.value) : lexeme.value)) {
      this.#warn(lexeme, this.#ignoredProblem(lexeme))
      return undefined
    }
    if (isValue) return this.#value(lexeme, field)
    // The words of a group get its field when the group is complete: beside NEAR they must not have one.
    return inOwnField(this.#words(lexeme, field), own)
  }

  #ignoredProblem({ kind, start, end, field, value }: Operand): string {
    return kind === 'word' && field === ''
      ? ignoredProblem(value, this.#text.charAt(start - 1), this.#text.charAt(end))
      : nothingIn(this.#text.slice(start, end))
  }

  #value(lexeme: Operand, field: ValueField): Query | undefined {
    const value = withoutSigns(lexeme.value)
    this.#warn(lexeme, fieldValueProblem(field, lexeme.value))
    if (lexeme.kind === 'phrase' && lexeme.distance !== undefined)
      this.#warn(lexeme, 'A distance has no meaning for a value; it is ignored.')
    const query = readFieldValue(field, value)
    if (query) return this.#budget.takes([value], lexeme.start) ? query : undefined
    return lexeme.field === ''
      ? this.#words(lexeme, undefined)
      : this.#fitting({ kind: 'phrase', text: `${lexeme.field}:${value}` }, lexeme)
  }

  #words(lexeme: Operand, field: QueryField | undefined): Words | undefined {
    this.#warn(lexeme, noneProblem(lexeme, field))
    return lexeme.kind === 'word' ? this.#word(lexeme) : this.#phrase(lexeme)
  }

  #word(lexeme: WordLexeme): Literal | undefined {
    const { value, field } = lexeme
    const isLikeOperator = field === '' && operatorIn(value) !== undefined
    if (isLikeOperator) return this.#fitting({ kind: 'phrase', text: value }, lexeme)
    const { literal, problem } = readLiteral(value)
    this.#warn(lexeme, this.#nameAlone(lexeme) ?? problem)
    return this.#fitting(literal, lexeme)
  }

  /** `colour:"dark red"`: an unknown field stands alone before the mark. */
  #nameAlone({ value, end }: WordLexeme): string | undefined {
    const follows = this.#text.charAt(end)
    const isName = /^[A-Za-z]+:$/.test(value)
    return isName && (isQuote(follows) || isOpening(follows)) ? noSuchField(value) : undefined
  }

  #phrase(lexeme: PhraseLexeme): Words | undefined {
    if (lexeme.distance !== undefined) {
      if (piecesOf(lexeme.value).length > 1) return this.#apart(lexeme)
      this.#warn(
        lexeme,
        'A distance wants two words at least inside the quotation marks; it is ignored.',
      )
    }
    const isExact = lexeme.value.startsWith('=')
    this.#warn(lexeme, phraseProblem(lexeme.value))
    const text = this.#budget.cut(withoutEqualSigns(lexeme.value), lexeme.start)
    if (!isSearchable(text)) return undefined
    return isExact ? { kind: 'phrase', text, spelling: 'exact' } : { kind: 'phrase', text }
  }

  #apart(lexeme: PhraseLexeme): Words | undefined {
    const { distance, problem } = readDistance(lexeme.distance)
    this.#warn(lexeme, problem)
    const { literals, problems } = readPieces(lexeme.value)
    for (const pieceProblem of problems) this.#warn(lexeme, pieceProblem)
    const operands = literals.flatMap((literal) => this.#fitting(literal, lexeme) ?? [])
    const [only] = operands
    return operands.length < 2 ? only : { kind: 'near', operands, distance }
  }

  #fitting(literal: Literal, lexeme: Operand): Literal | undefined {
    return this.#budget.takes([literal.text], lexeme.start) ? literal : undefined
  }

  #warn({ start, end }: Operand, message: string | undefined): void {
    if (message !== undefined) this.#warnings.push({ message, start, end })
  }
}

function inOwnField(words: Words | undefined, own: QueryField | undefined): Words | undefined {
  return words && own?.kind === 'text' ? { ...words, field: own.field } : words
}

const isEmpty = (lexeme: Operand) =>
  lexeme.kind === 'phrase' && lexeme.value.replace('=', '').trim() === ''

function unclosed(lexeme: Operand): string | undefined {
  return lexeme.kind === 'phrase' && !lexeme.closed
    ? 'This quotation mark is not closed; all that follows it is searched as one phrase.'
    : undefined
}

function misplacedMinus({ kind, field, value }: Operand): string | undefined {
  const isMisplaced =
    kind === 'word' && field !== '' && value.length > 1 && isMinus(value.charAt(0))
  return isMisplaced
    ? `To exclude, the minus stands before the field: -${field}:${value.slice(1)}. Here it is part of the word.`
    : undefined
}

function noneProblem({ value }: Operand, field: QueryField | undefined): string | undefined {
  if (value !== noValue) return undefined
  const place = field ? 'every article has a title' : 'it stands behind a field, outlet:[none]'
  return `“${noValue}” asks for articles without a value, and ${place}; here it is searched as a word.`
}
