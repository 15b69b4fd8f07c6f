import type { FacetName } from '../article.ts'
import { periodOf, type Period } from '../dates.ts'
import type { Reading, Spelling, Warning } from '../search-engine.ts'
import { fieldOfFacet } from './fields.ts'
import { foldName } from '../archive/names.ts'
import { Expansion, type NameIndex } from './expansion.ts'
import { findValues } from './listed-runs.ts'
import { mostCombinations, type Alternative, type Plan } from './plan.ts'
import type { Literal, NearOperand, Query } from './query.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'

/** A plan, how its words were read, and what of the query could not be planned. */
export interface PlannedQuery {
  readonly plan: Plan
  readonly readings: readonly Reading[]
  readonly warnings: readonly Warning[]
}

/** A name that stands for more values than this is searched as the most frequent ones, with a warning. */
const mostValues = 100

/** Operands of one NEAR that have to stand near each other. */
const mostBeside = 8

/** The days before and after every article: open ends. */
export const firstOfDays = -1_000_000
export const lastOfDays = 10_000_000

/** Lowers a query to terms, entity ids and days, with all that a word also stands for. A name that nobody has matches nothing, and says so. */
export function planQuery(
  { query, spelling }: { readonly query: Query; readonly spelling: Spelling },
  names: NameIndex,
  vocabulary: Vocabulary,
): PlannedQuery {
  const expansion = new Expansion(names, vocabulary, spelling)
  const lowering = new Lowering(expansion, names)
  const plan = lowering.lower(query) ?? { kind: 'all' }
  return { plan, readings: expansion.readings(), warnings: lowering.warnings() }
}

class Lowering {
  readonly #warnings: Warning[] = []
  readonly #expansion: Expansion
  readonly #names: NameIndex

  constructor(expansion: Expansion, names: NameIndex) {
    this.#expansion = expansion
    this.#names = names
  }

  /** Each once, however often the query gives rise to it. */
  warnings(): Warning[] {
    const all = [...this.#expansion.warnings, ...this.#warnings]
    return [...new Map(all.map((warning) => [warning.message, warning])).values()]
  }

  /** Undefined for what has no letter or digit: it asks for nothing, and nothing is excluded by it. */
  lower(query: Query): Plan | undefined {
    switch (query.kind) {
      case 'all':
        return query
      case 'word':
      case 'phrase':
      case 'similar':
      case 'prefix':
        return this.#literal(query)
      case 'near':
        return this.#near(query)
      case 'facet':
        return this.#values(query.facet, query.name)
      case 'language':
        return { kind: 'language', tag: query.tag.toLowerCase() }
      case 'dates':
        return { kind: 'days', period: periodBetween(query.from, query.to) }
      case 'not':
        return negated(this.lower(query.operand))
      case 'and':
        return conjunction(this.#operands(query))
      case 'or':
        return disjunction(this.#operands(query))
    }
  }

  #operands(query: Extract<Query, { kind: 'and' | 'or' }>): Plan[] {
    return query.operands
      .map((operand) => this.lower(operand))
      .filter((operand) => operand !== undefined)
  }

  #literal(literal: Literal): Plan | undefined {
    const expanded = this.#expansion.expand(literal)
    const typed = literal.kind === 'prefix' ? `${literal.text}*` : literal.text
    if (expanded.kind !== 'ignored') return { ...expanded, typed, field: literal.field }
    this.#ignore(typed)
    return undefined
  }

  #ignore(text: string): void {
    this.#warnings.push({ message: `There is no letter or digit in “${text}”; it is ignored.` })
  }

  #near({ operands, distance, field }: Extract<Query, { kind: 'near' }>): Plan | undefined {
    const known = operands
      .map((operand) => this.#operand(operand))
      .filter((alternatives) => alternatives.length > 0)
    const typed = operands.map(typedOf).join(` NEAR/${distance} `)
    const { beside, further } = this.#bounded(known)
    const [first] = beside
    if (!first) return undefined
    const words = (alternatives: readonly Alternative[]): Plan => ({
      kind: 'words',
      typed,
      field,
      alternatives,
    })
    if (beside.length === 1) return words(first)
    const plan: Plan = {
      kind: 'near',
      typed,
      field,
      distance,
      operands: this.#fewEnough(beside, typed),
    }
    return conjunction([plan, ...further.map(words)])
  }

  /** The time that NEAR takes grows with every operand, most of all in long texts: equal ones are asked for once, and few together. */
  #bounded(operands: readonly (readonly Alternative[])[]) {
    const different = [
      ...new Map(operands.map((operand) => [JSON.stringify(operand), operand])).values(),
    ]
    if (different.length < operands.length) {
      this.#warnings.push({
        message:
          'A word that is typed twice in one NEAR is looked for once: one place may serve for both.',
      })
    }
    if (different.length > mostBeside) {
      this.#warnings.push({
        message: `Only the first ${mostBeside} different words of a NEAR have to stand near each other; the others anywhere.`,
      })
    }
    return { beside: different.slice(0, mostBeside), further: different.slice(mostBeside) }
  }

  #operand(operand: NearOperand): readonly Alternative[] {
    const literals = operand.kind === 'or' ? operand.operands : [operand]
    return literals.flatMap((literal) => {
      const alternatives = this.#expansion.alternatives(literal)
      if (alternatives.length === 0) this.#ignore(literal.text)
      return alternatives
    })
  }

  /** Cuts the longest list again and again, so that what was typed itself stays as long as possible. */
  #fewEnough(
    operands: readonly (readonly Alternative[])[],
    typed: string,
  ): readonly (readonly Alternative[])[] {
    const lists = operands.map((alternatives) => [...alternatives])
    const combinations = () => lists.reduce((product, { length }) => product * length, 1)
    if (combinations() <= mostCombinations) return lists
    this.#warnings.push({
      message: `“${typed}” has more than ${mostCombinations} combinations of spellings; the less usual ones are left out.`,
    })
    while (combinations() > mostCombinations) {
      lists.toSorted((a, b) => b.length - a.length)[0]?.pop()
    }
    return lists
  }

  #values(facet: FacetName, name: string): Plan {
    const found = findValues(this.#names, facet, name, mostValues + 1)
    const typed = `${fieldOfFacet(facet)}:${name}`
    if (found.length === 0) {
      this.#warnings.push({ message: `No article has a value for ${typed}.` })
      return { kind: 'none' }
    }
    if (found.length > mostValues) {
      this.#warnings.push({
        message: `${typed} stands for more than ${mostValues} names; the most frequent ${mostValues} are searched.`,
      })
    }
    const ids = found.slice(0, mostValues)
    this.#tellValues(typed, { facet, name, ids })
    return { kind: 'values', facet, ids }
  }

  /** What a name was read as, unless as the very name. */
  #tellValues(
    typed: string,
    {
      facet,
      name,
      ids,
    }: { readonly facet: FacetName; readonly name: string; readonly ids: readonly string[] },
  ): void {
    const shown = this.#names.displayNames(facet, ids)
    const also = ids.map((id) => shown.get(id) ?? id)
    if (also.length > 1 || foldName(also[0] ?? '') !== foldName(name)) {
      this.#expansion.tell(typed, also)
    }
  }
}

function typedOf(operand: NearOperand): string {
  return operand.kind === 'or' ? `(${operand.operands.map(typedOf).join(' OR ')})` : operand.text
}

function negated(operand: Plan | undefined): Plan | undefined {
  if (!operand) return undefined
  if (operand.kind === 'all') return { kind: 'none' }
  if (operand.kind === 'none') return { kind: 'all' }
  return operand.kind === 'not' ? operand.operand : { kind: 'not', operand }
}

/** Without operands, all of them were ignored. */
function conjunction(operands: readonly Plan[]): Plan | undefined {
  const flat = operands.flatMap((operand) =>
    operand.kind === 'and' ? operand.operands : [operand],
  )
  if (flat.some((operand) => operand.kind === 'none')) return { kind: 'none' }
  const kept = flat.filter((operand) => operand.kind !== 'all')
  const [only] = kept
  if (!only) return flat[0]
  return kept.length === 1 ? only : { kind: 'and', operands: kept }
}

/** Without operands, all of them were ignored. */
function disjunction(operands: readonly Plan[]): Plan | undefined {
  const flat = operands.flatMap((operand) => (operand.kind === 'or' ? operand.operands : [operand]))
  if (flat.some((operand) => operand.kind === 'all')) return { kind: 'all' }
  const kept = flat.filter((operand) => operand.kind !== 'none')
  const [only] = kept
  if (!only) return flat[0]
  return kept.length === 1 ? only : { kind: 'or', operands: kept }
}

/** The days from the first of one partial date to the last of another; '' or an invalid date leaves the end open. */
export function periodBetween(from: string, to: string): Period {
  return { first: periodOf(from)?.first ?? firstOfDays, last: periodOf(to)?.last ?? lastOfDays }
}
