import type { Warning } from '../search-engine.ts'
import type { ClosingLexeme, Lexeme, OpeningLexeme, OperatorLexeme } from './lex.ts'

/** Parentheses may stand inside each other this deep; further ones are ignored, with a warning. */
export const deepestNesting = 20

/**
 * Leaves out what has no place where it stands, with a warning each: operators without operands, empty and unbalanced parentheses.
 * What is left follows the grammar of `parse`, so that nothing can go wrong there.
 */
export function tidy(lexemes: readonly Lexeme[], warnings: Warning[]): Lexeme[] {
  const kept = new Tidying(warnings)
  for (const lexeme of lexemes) kept.add(lexeme)
  return kept.end()
}

class Tidying {
  readonly #kept: Lexeme[] = []
  readonly #open: OpeningLexeme[] = []
  readonly #warnings: Warning[]
  #tooDeep = 0

  constructor(warnings: Warning[]) {
    this.#warnings = warnings
  }

  add(lexeme: Lexeme): void {
    switch (lexeme.kind) {
      case 'open':
        this.#opening(lexeme)
        break
      case 'close':
        this.#closing(lexeme)
        break
      case 'operator':
        if (lexeme.operator === 'NOT' || this.#isAfterOperand()) this.#kept.push(lexeme)
        else this.#dangling(lexeme)
        break
      case 'word':
      case 'phrase':
        this.#kept.push(lexeme)
    }
  }

  end(): Lexeme[] {
    for (const opening of this.#open.splice(0).toReversed()) {
      this.#warn(opening, 'This parenthesis is not closed; the group goes on to the end.')
      this.#closeGroup({ kind: 'close', start: opening.end, end: opening.end })
    }
    this.#dropTrailing()
    return this.#kept
  }

  #opening(lexeme: OpeningLexeme): void {
    if (this.#open.length < deepestNesting) {
      this.#kept.push(lexeme)
      this.#open.push(lexeme)
      return
    }
    this.#tooDeep++
    this.#warn(
      lexeme,
      `Parentheses can stand inside each other ${deepestNesting} deep; this one is ignored. Write the query with fewer.`,
    )
  }

  #closing(lexeme: ClosingLexeme): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--
      return
    }
    const opening = this.#open.pop()
    if (!opening) {
      this.#warn(lexeme, 'Nothing opens this parenthesis; it is ignored.')
      return
    }
    if (this.#closeGroup(lexeme) === 'closed') return
    const { start } = opening
    this.#warn(
      { start, end: lexeme.end },
      'There is nothing in these parentheses; they are ignored.',
    )
  }

  #closeGroup(lexeme: ClosingLexeme): 'empty' | 'closed' {
    this.#dropTrailing()
    if (this.#kept.at(-1)?.kind === 'open') {
      this.#kept.pop()
      return 'empty'
    }
    this.#kept.push(lexeme)
    return 'closed'
  }

  /** Operators that nothing follows. */
  #dropTrailing(): void {
    for (;;) {
      const last = this.#kept.at(-1)
      if (last?.kind !== 'operator') return
      this.#dangling(last)
      this.#kept.pop()
    }
  }

  #isAfterOperand(): boolean {
    const last = this.#kept.at(-1)
    return last !== undefined && last.kind !== 'operator' && last.kind !== 'open'
  }

  #dangling(lexeme: OperatorLexeme): void {
    const { operator } = lexeme
    const missing = operator === 'NOT' ? 'behind' : 'on one side of'
    this.#warn(
      lexeme,
      `Nothing stands ${missing} this ${operator}; it is ignored. To search the word, write “${operator.toLowerCase()}”.`,
    )
  }

  #warn({ start, end }: { readonly start: number; readonly end: number }, message: string): void {
    this.#warnings.push({ message, start, end })
  }
}
