import type { NameIndex } from '../../engine/query/expansion.ts'
import type { Alternative, Plan } from '../../engine/query/plan.ts'
import { planQuery } from '../../engine/query/plan-query.ts'
import type { Literal } from '../../engine/query/query.ts'
import type { Spelling } from '../../engine/search-engine.ts'
import { LetterForms } from '../../engine/text/letter-forms.ts'
import type { Vocabulary } from '../../engine/vocabulary/vocabulary.ts'

/** What a literal stands for by itself. */
export type LiteralReading =
  | { readonly kind: 'ignored' }
  | { readonly kind: 'alternatives'; readonly alternatives: readonly Alternative[] }
  | { readonly kind: 'prefix'; readonly prefix: string; readonly terms: ReadonlySet<string> }

/** Reads literals one by one with the planner, over a vocabulary made from the words of the articles at hand. */
export class LiteralReadings {
  readonly #names: NameIndex
  readonly #vocabulary: Vocabulary
  readonly #read = new Map<string, LiteralReading>()

  constructor(names: NameIndex, forms: readonly string[]) {
    this.#names = names
    this.#vocabulary = vocabularyOf(forms)
  }

  read(literal: Literal, spelling: Spelling): LiteralReading {
    const key = JSON.stringify([literal, spelling])
    const known = this.#read.get(key)
    if (known) return known
    const { plan } = planQuery({ query: literal, spelling }, this.#names, this.#vocabulary)
    const reading = readingOf(plan)
    this.#read.set(key, reading)
    return reading
  }
}

function readingOf(plan: Plan): LiteralReading {
  switch (plan.kind) {
    case 'all':
      return { kind: 'ignored' }
    case 'none':
      return { kind: 'alternatives', alternatives: [] }
    case 'words':
      return { kind: 'alternatives', alternatives: plan.alternatives }
    case 'prefix':
      return { kind: 'prefix', prefix: plan.prefix || '\uffff', terms: new Set(plan.terms) }
    case 'near':
    case 'values':
    case 'days':
    case 'language':
    case 'not':
    case 'and':
    case 'or':
      throw new Error(`A literal was planned as ${plan.kind}.`)
  }
}

function vocabularyOf(forms: readonly string[]): Vocabulary {
  const sorted = [...new Set(forms)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  return {
    formsFrom: (prefix, limit) => sorted.filter((form) => form.startsWith(prefix)).slice(0, limit),
    letterForms: () => new LetterForms(sorted.filter((form) => /^\p{L}+$/u.test(form)).join('\n')),
  }
}
