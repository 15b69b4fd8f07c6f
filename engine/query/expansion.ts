import type { Reading, Spelling, Warning } from '../search-engine.ts'
import { similarWords } from '../text/similar.ts'
import { stem } from '../text/stem.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { combine, type WrittenAlternative } from './alternatives.ts'
import { designatorSubstitutes, latinLetters } from './designator-substitutes.ts'
import { hyphenSubstitutes } from './hyphen-substitutes.ts'
import { spellingOf } from './literal-words.ts'
import type { NameIndex } from './name-index.ts'
import { nameSubstitutes } from './name-substitutes.ts'
import { peopleSubstitutes } from './people-substitutes.ts'
import { mostCombinations, type Alternative } from './plan.ts'
import { termsBehind } from './prefix-terms.ts'
import type { Literal } from './query.ts'
import { ReadingList } from './reading-list.ts'
import { isDesignator, typedWords, type TypedWord } from './typed-words.ts'

export type { NameIndex } from './name-index.ts'

/** What a literal stands for. */
export type Expanded =
  /** It has no letter or digit and asks for nothing. */
  | { readonly kind: 'ignored' }
  /** One at least, the typed one first. */
  | { readonly kind: 'words'; readonly alternatives: readonly Alternative[] }
  /** Terms that begin with `prefix`, and `terms` besides. */
  | { readonly kind: 'prefix'; readonly prefix: string; readonly terms: readonly string[] }

/** Longer phrases are searched as typed, but for their first words. */
const mostExpanded = 16

/** Works out what else the words of one query stand for. */
export class Expansion {
  readonly warnings: Warning[] = []
  readonly #names: NameIndex
  readonly #vocabulary: Vocabulary
  readonly #spelling: Spelling
  readonly #readings = new ReadingList()

  constructor(names: NameIndex, vocabulary: Vocabulary, spelling: Spelling) {
    this.#names = names
    this.#vocabulary = vocabulary
    this.#spelling = spelling
  }

  /** The literals so far that stand for more than what was typed. */
  readings(): Reading[] {
    return this.#readings.all()
  }

  /** Adds what a field was read as. */
  tell(typed: string, names: readonly string[]): void {
    this.#readings.add(
      typed,
      names.map((text) => ({ text, name: '' })),
    )
  }

  expand(literal: Literal): Expanded {
    const words = typedWords(literal)
    if (words.length === 0) return { kind: 'ignored' }
    if (literal.kind === 'prefix') return this.#prefix(literal, words)
    const alternatives =
      literal.kind === 'similar' ? this.#similar(literal, words) : this.#written(literal, words)
    return this.#asWords(literal.text, alternatives)
  }

  /** As `expand`, with a prefix as an open alternative: what NEAR can compare. None for an ignored literal. */
  alternatives(literal: Literal): readonly Alternative[] {
    const expanded = this.expand(literal)
    if (expanded.kind === 'ignored') return []
    return expanded.kind === 'words'
      ? expanded.alternatives
      : this.#openTo(`${literal.text}*`, [], expanded.prefix, expanded.terms)
  }

  /** A slip that looks like a stem is told as the word itself: before rather than befor. */
  #asWritten(form: string): string {
    const whole = `${form}e`
    const isStem = stem(form) === form && stem(whole) === form
    return isStem && this.#vocabulary.formsFrom(whole, 1)[0] === whole ? whole : form
  }

  #asWords(typed: string, alternatives: readonly WrittenAlternative[]): Expanded {
    this.#readings.add(typed, alternatives.slice(1))
    return { kind: 'words', alternatives: alternatives.map(withoutText) }
  }

  #written(literal: Literal, words: readonly TypedWord[]): readonly WrittenAlternative[] {
    if (this.#spelling === 'exact' || spellingOf(literal) === 'exact') return [exactly(words)]
    return this.#combined(literal.text, words)
  }

  #combined(typed: string, words: readonly TypedWord[]): readonly WrittenAlternative[] {
    const first = words.slice(0, mostExpanded)
    const { alternatives, isCut } = combine(words, [
      ...hyphenSubstitutes(first, this.#vocabulary),
      ...designatorSubstitutes(first, this.#vocabulary),
      ...nameSubstitutes(first, this.#names, this.#vocabulary),
      ...peopleSubstitutes(first, this.#names, this.#vocabulary),
    ])
    if (isCut) this.#warnOfMany(typed)
    return alternatives
  }

  #similar(literal: Literal, words: readonly TypedWord[]): readonly WrittenAlternative[] {
    const [word] = words
    if (!word || words.length > 1 || !/^\p{L}{3,}$/u.test(word.form)) {
      this.warnings.push({
        message: `“${literal.text}~” is searched as typed: only a single word of three letters or more has similar ones, no number or designator.`,
      })
      return [asTyped(words)]
    }
    const forms = similarWords(word.form, this.#vocabulary.letterForms(), 4 * mostCombinations)
    const byTerm = new Map(forms.toReversed().map((form) => [stem(form), this.#asWritten(form)]))
    byTerm.delete(word.term)
    const others = [...byTerm].reverse()
    return this.#fewEnough(literal.text, [
      asTyped(words),
      ...others.map(([term, form]) => ({ terms: [term], name: '', text: form })),
    ])
  }

  #prefix(literal: Literal, words: readonly TypedWord[]): Expanded {
    const before = words.slice(0, -1)
    const prefix = words.at(-1)?.form ?? ''
    if (before.length > 0) {
      const lead = before.map(({ term }) => term)
      const behind = termsBehind(prefix, this.#vocabulary)
      return {
        kind: 'words',
        alternatives: this.#openTo(`${literal.text}*`, lead, prefix, behind),
      }
    }
    if (isDesignator(prefix) && /\d$/.test(prefix))
      return this.#asWords(literal.text, this.#designatorFrom(literal, words, prefix))
    if (Array.from(prefix).length < 2) {
      this.warnings.push({
        message: `“${literal.text}*” is searched without the star: a beginning has two letters at least.`,
      })
      return this.#asWords(literal.text, [asTyped(words)])
    }
    return { kind: 'prefix', prefix, terms: termsBehind(prefix, this.#vocabulary) }
  }

  /** What begins with a prefix, and the terms of which only a form does, behind the words before it: the ta* of anti-ta*. */
  #openTo(
    typed: string,
    lead: readonly string[],
    prefix: string,
    behind: readonly string[],
  ): readonly Alternative[] {
    return this.#fewEnough(typed, [
      { terms: [...lead, prefix], open: true, name: '' },
      ...behind.map((term) => ({ terms: [...lead, term], name: '' })),
    ])
  }

  /** S-300*: S-300, all that it stands for, and what begins so without a further digit. */
  #designatorFrom(
    literal: Literal,
    words: readonly TypedWord[],
    prefix: string,
  ): readonly WrittenAlternative[] {
    const written =
      this.#spelling === 'exact' ? [asTyped(words)] : this.#combined(literal.text, words)
    const known = new Set(written.flatMap(({ terms }) => terms))
    const further = ['-', ...latinLetters]
      .flatMap((next) => this.#vocabulary.formsFrom(prefix + next, mostCombinations))
      .filter((form) => !known.has(form))
    return this.#fewEnough(`${literal.text}*`, [
      ...written,
      ...further.map((form) => ({ terms: [form], name: '', text: form })),
    ])
  }

  #fewEnough<T extends Alternative>(typed: string, alternatives: readonly T[]): readonly T[] {
    if (alternatives.length <= mostCombinations) return alternatives
    this.#warnOfMany(typed)
    return alternatives.slice(0, mostCombinations)
  }

  #warnOfMany(typed: string): void {
    this.warnings.push({
      message: `“${typed}” stands for more than ${mostCombinations} words or names; the less usual ones are left out.`,
    })
  }
}

function asTyped(words: readonly TypedWord[]): WrittenAlternative {
  const text = words.map(({ raw }) => raw).join(' ')
  return { terms: words.map(({ term }) => term), name: '', text }
}

function exactly(words: readonly TypedWord[]): WrittenAlternative {
  return { ...asTyped(words), forms: words.map(({ form }) => form) }
}

function withoutText({ terms, forms, among, name }: WrittenAlternative): Alternative {
  return { terms, ...(forms && { forms }), ...(among && { among }), name }
}
