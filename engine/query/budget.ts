import type { Warning } from '../search-engine.ts'

/** What a query may ask for at most. */
export interface Limits {
  readonly operands: number
  /** UTF-16 units of words, phrases and values; signs and fields are not counted. */
  readonly characters: number
}

/** How much more a query may ask for. What does not fit, and all that follows it, is left out. */
export class Budget {
  readonly #warnings: Warning[]
  /** Where the text ends: a warning is about all from the first thing left out. */
  readonly #end: number
  readonly #limits: Limits
  #operands: number
  #characters: number

  constructor(limits: Limits, end: number, warnings: Warning[]) {
    this.#limits = limits
    this.#operands = limits.operands
    this.#characters = limits.characters
    this.#end = end
    this.#warnings = warnings
  }

  /** Whether something was left out, and all that follows is. */
  get isSpent(): boolean {
    return this.#operands < 0
  }

  /** Whether these words still fit, each an operand of its own. `start` is where they stand in the text. */
  takes(texts: readonly string[], start: number): boolean {
    if (this.isSpent) return false
    const characters = texts.reduce((sum, { length }) => sum + length, 0)
    if (texts.length > this.#operands) {
      return this.#stop(`${this.#limits.operands} words, phrases and fields`, start)
    }
    if (characters > this.#characters) {
      return this.#stop(`${this.#limits.characters} characters of words`, start)
    }
    this.#operands -= texts.length
    this.#characters -= characters
    return true
  }

  /** As much of a phrase as still fits, '' for nothing. */
  cut(text: string, start: number): string {
    const fits = text.slice(0, this.#characters).trim()
    if (text.length <= this.#characters || fits === '') return this.takes([text], start) ? text : ''
    if (!this.takes([fits], start)) return ''
    this.#stop(`${this.#limits.characters} characters of words`, start)
    return fits
  }

  #stop(first: string, start: number): false {
    this.#warnings.push({
      message: `Only the first ${first} are searched; the rest is left out.`,
      start,
      end: this.#end,
    })
    this.#operands = -1
    return false
  }
}
