import type { FacetName, TextField } from '../article.ts'
import type { Alternative } from '../query/plan.ts'
import { everyArticle, languageMark, noArticle, periodMarks, valueMark } from './marks.ts'
import type { Leaf, NormalPlan } from './normal.ts'
import { tokenSeparator } from './tokenizer.ts'

/** Looks up the number of a facet value in the index; undefined when no indexed article has it. */
export type ValueNumber = (facet: FacetName, id: string) => number | undefined

/**
 * Writes a plan as an FTS5 expression, whatever the spelling that it asks for. Every term is quoted, so nothing that a reader types
 * reaches FTS5's own syntax. Its parser has room for a hundred symbols: trees are flat, and the deepest operand stands first, where
 * each level takes one.
 */
export function matchExpression(plan: NormalPlan, numberOf: ValueNumber): string {
  return new Writer(numberOf).write(plan)
}

class Writer {
  readonly #numberOf: ValueNumber

  constructor(numberOf: ValueNumber) {
    this.#numberOf = numberOf
  }

  write(plan: NormalPlan): string {
    if (plan.kind === 'leaf') {
      const leaf = this.#leaf(plan.leaf)
      return plan.isExcluded ? `(${quote(everyArticle)} NOT ${leaf})` : leaf
    }
    const operands = plan.operands.toSorted((a, b) => depthOf(b) - depthOf(a))
    const wanted = operands
      .filter((operand) => !isExcluded(operand))
      .map((operand) => this.write(operand))
    const excluded = operands.flatMap((operand) =>
      operand.kind === 'leaf' && operand.isExcluded ? [this.#leaf(operand.leaf)] : [],
    )
    return plan.kind === 'and' ? conjunction(wanted, excluded) : disjunction(wanted, excluded)
  }

  #leaf(leaf: Leaf): string {
    switch (leaf.kind) {
      case 'all':
        return quote(everyArticle)
      case 'none':
        return quote(noArticle)
      case 'words':
        return this.#chosen([leaf.alternatives], ([phrase]) => inField(leaf.field, phrase ?? ''))
      case 'near':
        return this.#chosen(leaf.operands, (phrases) =>
          inField(leaf.field, `NEAR(${phrases.join(' ')}, ${leaf.distance})`),
        )
      case 'prefix':
        return anyOf([
          ...(leaf.prefix === '' ? [] : [inField(leaf.field, `${quote(leaf.prefix)} *`)]),
          ...leaf.terms.map((term) => inField(leaf.field, quote(term))),
        ])
      case 'values':
        return this.#values(leaf.facet, leaf.ids)
      case 'days':
        return anyOf(periodMarks(leaf.period).map(quote))
      case 'language':
        return quote(languageMark(leaf.tag))
    }
  }

  #values(facet: FacetName, ids: readonly string[]): string {
    const numbers = ids.map((id) => this.#numberOf(facet, id))
    return anyOf(
      numbers.flatMap((number) => (number === undefined ? [] : quote(valueMark(number)))),
    )
  }

  /** Every choice of one alternative of each operand; those bound to the same values share them. */
  #chosen(
    operands: readonly (readonly Alternative[])[],
    write: (phrases: readonly string[]) => string,
  ): string {
    const byValues = new Map<string, string[]>()
    for (const choice of choices(operands)) {
      const among = choice.flatMap((each) => (each.among ? [each.among] : []))
      const values = among.map(({ facet, ids }) => this.#values(facet, ids))
      const key = [...new Set(values)].join(' AND ')
      const phrases = choice.map(phraseOf)
      byValues.set(key, [...(byValues.get(key) ?? []), write(phrases)])
    }
    return anyOf(
      [...byValues].flatMap(([values, phrases]) =>
        values === '' ? phrases : [`(${anyOf(phrases)} AND ${values})`],
      ),
    )
  }
}

function choices(
  operands: readonly (readonly Alternative[])[],
): readonly (readonly Alternative[])[] {
  return operands.reduce<readonly (readonly Alternative[])[]>(
    (chosen, alternatives) =>
      chosen.flatMap((choice) => alternatives.map((alternative) => [...choice, alternative])),
    [[]],
  )
}

/** A star behind a phrase leaves its last term open, inside NEAR too. */
function phraseOf({ terms, open }: Alternative): string {
  const phrase = quote(terms.join(tokenSeparator))
  return open ? `${phrase} *` : phrase
}

const quote = (term: string) => `"${term.replaceAll('"', '""')}"`

const inField = (field: TextField | undefined, phrase: string) =>
  field === undefined ? phrase : `${field} : ${phrase}`

function anyOf(parts: readonly string[]): string {
  if (parts.length === 0) return quote(noArticle)
  return parts.length === 1 ? parts.join('') : `(${parts.join(' OR ')})`
}

function conjunction(wanted: readonly string[], excluded: readonly string[]): string {
  const all = wanted.length === 0 ? quote(everyArticle) : wanted.join(' AND ')
  return excluded.length === 0 ? `(${all})` : `((${all}) NOT ${anyOf(excluded)})`
}

/** NOT a OR NOT b is what lacks one of them: all but those with both. */
function disjunction(wanted: readonly string[], excluded: readonly string[]): string {
  if (excluded.length === 0) return anyOf(wanted)
  return anyOf([...wanted, `(${quote(everyArticle)} NOT (${excluded.join(' AND ')}))`])
}

const isExcluded = (plan: NormalPlan) => plan.kind === 'leaf' && plan.isExcluded

function depthOf(plan: NormalPlan): number {
  return plan.kind === 'leaf' ? 0 : 1 + Math.max(0, ...plan.operands.map(depthOf))
}
