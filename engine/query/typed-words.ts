import type { Literal } from './query.ts'
import { analyse } from '../text/analyse.ts'

/** A word of a literal as typed and as analysed. */
export interface TypedWord {
  readonly term: string
  readonly form: string
  /** As typed, without what stands around it. */
  readonly raw: string
  /** Held to the next word by a hyphen alone: the "anti" of anti-tank. */
  readonly hyphened: boolean
}

/** The words of a literal, in order; none where it has no letter or digit. */
export function typedWords({ text }: Pick<Literal, 'text'>): TypedWord[] {
  const { terms, forms, starts, ends } = analyse(text)
  return terms.map((term, i) => ({
    term,
    form: forms[i] ?? term,
    raw: text.slice(starts[i], ends[i]),
    hyphened: /^[-‐‑‒–]$/.test(text.slice(ends[i], starts[i + 1] ?? ends[i])),
  }))
}

/** A designator, by its term: letters and a number, and what belongs to it. */
export const isDesignator = (term: string): boolean => /^[a-z]+-\d|^\d+[a-z]+\d/.test(term)

/** Letters only, of any script, and more than one. */
export const isLetters = (form: string): boolean => /^\p{L}{2,}$/u.test(form)
