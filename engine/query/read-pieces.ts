import { nothingIn } from './ignored-words.ts'
import { areOneWord } from './lex.ts'
import { bareForm, isSearchable, readApart } from './literal-words.ts'
import type { Literal } from './query.ts'

/** The words of a phrase whose words may stand apart, two that make one designator together; = before the phrase is before each. */
export function piecesOf(value: string): string[] {
  const isExact = value.startsWith('=')
  const pieces: string[] = []
  for (const word of (isExact ? value.slice(1) : value).split(/\s+/)) {
    const last = pieces.at(-1)
    if (word === '') continue
    if (last !== undefined && areOneWord(last, word)) pieces[pieces.length - 1] = `${last} ${word}`
    else pieces.push(isExact ? `=${word}` : word)
  }
  return pieces
}

/** The words of such a phrase as literals, and what its writer should know. What has no letter or digit is left out. */
export function readPieces(value: string): {
  readonly literals: readonly Literal[]
  readonly problems: readonly (string | undefined)[]
} {
  const literals: Literal[] = []
  const problems: (string | undefined)[] = []
  for (const piece of piecesOf(fromFirstWord(value))) {
    if (!isSearchable(piece)) {
      problems.push(nothingIn(piece))
      continue
    }
    const { literal, problem } = readApart(piece)
    problems.push(problem)
    const last = literals.at(-1)
    const joined = last && joinedLiteral(last, literal)
    if (joined) literals[literals.length - 1] = joined
    else literals.push(literal)
  }
  return { literals, problems }
}

/** A = behind nothing but signs is one before all the words. */
function fromFirstWord(value: string): string {
  const words = value.split(/\s+/)
  const first = words.findIndex((word) => word.startsWith('=') || isSearchable(word))
  return words.slice(Math.max(0, first)).join(' ')
}

/** Two words that became neighbours, where they would be read as one designator. */
function joinedLiteral(one: Literal, other: Literal): Literal | undefined {
  const first = bareForm(one)
  const second = first.startsWith('=') ? bareForm(other).replace(/^=/, '') : bareForm(other)
  return areOneWord(first, second) ? readApart(`${first} ${second}`).literal : undefined
}
