import type { Warning } from '../search-engine.ts'
import type { Lexeme, WordLexeme } from './lex.ts'

/**
 * A hint at the first word that looks like an operator in small letters: `or` between two operands, `near/5`. A lone `and`, `not` or
 * `near` is ordinary English, and `and` would mean nothing else as an operator.
 */
export function hintAtOperator(lexemes: readonly Lexeme[]): Warning | undefined {
  const at = lexemes.findIndex((lexeme, i) => {
    if (!isBareWord(lexeme)) return false
    return isNear(lexeme) || (lexeme.value === 'or' && isBetween(lexemes[i - 1], lexemes[i + 1]))
  })
  const word = lexemes[at]
  if (word?.kind !== 'word') return undefined
  const { value, start, end } = word
  const message = `“${value}” is searched as ${value === 'or' ? 'a word' : 'words'}; the operator is written ${value.toUpperCase()}.`
  return { message, start, end }
}

const isBareWord = (lexeme: Lexeme): lexeme is WordLexeme =>
  lexeme.kind === 'word' && lexeme.field === '' && !lexeme.excluded

const isNear = ({ value }: WordLexeme) => /^near\/\d+$/i.test(value)

function isBetween(before: Lexeme | undefined, behind: Lexeme | undefined): boolean {
  const follows = before !== undefined && before.kind !== 'operator' && before.kind !== 'open'
  return follows && behind !== undefined && behind.kind !== 'operator' && behind.kind !== 'close'
}
