import { noValue } from '../engine/article.ts'
import { periodOf } from '../engine/dates.ts'
import { longestQuery } from '../engine/query/parse.ts'

/** A part of a URL that could not be read, and was left out. */
export interface Problem {
  readonly parameter: string
  /** What the URL had, at most a hundred characters of it. */
  readonly given: string
  readonly message: string
}

/** When articles were published: partial dates, or that they have none. */
interface DatesAsked {
  readonly from: string
  readonly to: string
  readonly dating: 'any' | 'undated'
}

const longestValue = 200
const mostValues = 100

/** Reads parameters one by one; what cannot be read is reported in `problems` and taken for its default. */
export class ParameterReader {
  readonly problems: Problem[] = []
  readonly #parameters: URLSearchParams

  constructor(parameters: URLSearchParams) {
    this.#parameters = parameters
  }

  /** '' by default. */
  query(parameter: string): string {
    const text = this.#first(parameter)
    if (text.length <= longestQuery) return text
    this.#refuse(
      parameter,
      `The query is ${text.length} characters long; the limit is ${longestQuery}. Shorten it.`,
    )
    return ''
  }

  /** One of a few words, by default the first. */
  choice<const T extends string>(parameter: string, words: readonly [T, ...T[]]): T {
    const text = this.#first(parameter)
    const chosen = words.find((word) => word === text)
    if (chosen === undefined && text !== '')
      this.#refuse(parameter, `Not a choice here. There are ${words.join(', ')}.`)
    return chosen ?? words[0]
  }

  /** A number from 1 up. */
  count(parameter: string, byDefault: number): number {
    const text = this.#first(parameter)
    if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
    if (text !== '') this.#refuse(parameter, 'Not a number from 1 up.')
    return byDefault
  }

  /**
   * Two partial dates, each '' for an open end; one that ends before it begins is left out. A partial date in `both` stands for the
   * two of them, so that one button can set them; `[none]` as the first, with no other, for articles without a date.
   */
  period(first: string, last: string, both: string): DatesAsked {
    const during = this.#partialDate(both)
    if (during !== '') return { from: during, to: during, dating: 'any' }
    if (this.#first(first) === noValue) return this.#undated(last)
    return { ...this.#between(first, last), dating: 'any' }
  }

  #undated(last: string): DatesAsked {
    if (this.#first(last) !== '')
      this.#refuse(last, 'Articles without a date are in no period, so it is left out.')
    return { from: '', to: '', dating: 'undated' }
  }

  #between(first: string, last: string): { from: string; to: string } {
    const [from, to] = [this.#partialDate(first), this.#partialDate(last)]
    const [begin, end] = [periodOf(from), periodOf(to)]
    if (!begin || !end || begin.first <= end.last) return { from, to }
    this.#refuse(last, `The period ends (${to}) before it begins (${from}), so it is left out.`)
    return { from: '', to: '' }
  }

  /** All values of a repeatable parameter, each once. */
  values(parameter: string): string[] {
    const values = new Set(this.#parameters.getAll(parameter).map((value) => value.trim()))
    values.delete('')
    const kept = [...values].filter((value) => value.length <= longestValue).slice(0, mostValues)
    if (kept.length < values.size) {
      const message = `At most ${mostValues} values of at most ${longestValue} characters are possible; the rest is left out.`
      this.problems.push({ parameter, given: '', message })
    }
    return kept
  }

  /** A short text, '' by default. */
  text(parameter: string): string {
    const text = this.#first(parameter)
    if (text.length <= longestValue) return text
    this.#refuse(parameter, `At most ${longestValue} characters are possible. Shorten it.`)
    return ''
  }

  #partialDate(parameter: string): string {
    const text = this.#first(parameter)
    if (text === '' || periodOf(text)) return text
    this.#refuse(
      parameter,
      'Not a date. Write a year, a month or a day: 2016, 2016-04 or 2016-04-10.',
    )
    return ''
  }

  #first(parameter: string): string {
    return this.#parameters.get(parameter)?.trim() ?? ''
  }

  #refuse(parameter: string, message: string): void {
    this.problems.push({ parameter, given: this.#first(parameter).slice(0, 100), message })
  }
}
