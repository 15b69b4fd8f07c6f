import { textFields, type FacetName, type TextField } from '../article.ts'
import type { WordPlan } from '../compare/stands-in.ts'
import type { Alternative } from '../query/plan.ts'
import { formOf, pairOf } from './documents.ts'
import { encodeId, encodePrefix, encodeTerm } from './encode.ts'
import { allOf, anyOf, condition, not, nothing, type Filter } from './filter.ts'
import { formsOf, pairsOf, wordsOf } from './index-settings.ts'

/** What the index can say of a set of articles: all of them pass `upper`, and all that pass `lower` are among them. */
export interface Bounds {
  readonly upper: Filter
  readonly lower: Filter
  /** Whether the two are the same articles. */
  readonly exact: boolean
}

export const exactly = (filter: Filter): Bounds => ({ upper: filter, lower: filter, exact: true })

/**
 * The articles in which words stand, as far as an index of terms, pairs of neighbours and forms knows: exactly for words, also as
 * written, prefixes, and phrases of two; for longer phrases, phrases as written and NEAR, those that have all the parts of it.
 */
export function boundsOfWords(plan: WordPlan): Bounds {
  const fields = plan.field === undefined ? textFields : [plan.field]
  switch (plan.kind) {
    case 'words':
      return boundsOfAlternatives(plan.alternatives, fields)
    case 'prefix':
      return boundsOfPrefix(plan, fields)
    case 'near':
      return candidates(
        inAnyOf(fields, (field) =>
          allOf(plan.operands.map((operand) => boundsOfAlternatives(operand, [field]).upper)),
        ),
      )
  }
}

/** Articles with one of these values, their own or above them. */
export function valuesFilter(facet: FacetName, ids: readonly string[]): Filter {
  return oneOf(facet, ids.map(encodeId))
}

const candidates = (upper: Filter): Bounds => ({ upper, lower: nothing, exact: false })

function boundsOfAlternatives(
  alternatives: readonly Alternative[],
  fields: readonly TextField[],
): Bounds {
  const simple = alternatives.filter(isSimple)
  const others = alternatives.filter((each) => !isSimple(each))
  const known = standing(simple, fields, anyOfSimple)
  if (others.length === 0) return exactly(known)
  const possible = standing(others, fields, (group, field) =>
    anyOf(group.map((each) => partsOf(each, field))),
  )
  return { upper: anyOf([known, possible]), lower: known, exact: false }
}

/** Whether its terms, pairs and forms tell where it stands. */
function isSimple({ terms, forms, open }: Alternative): boolean {
  if (open) return terms.length <= 2 && encodePrefix(terms.at(-1) ?? '').isWhole
  return terms.length === 1 || (terms.length === 2 && forms === undefined)
}

/** Where alternatives stand, each only among the articles that it counts in. */
function standing(
  alternatives: readonly Alternative[],
  fields: readonly TextField[],
  standsIn: (group: readonly Alternative[], field: TextField) => Filter,
): Filter {
  const groups = Map.groupBy(alternatives, ({ among }) => JSON.stringify(among))
  return anyOf(
    [...groups.values()].map((group) => {
      const stands = inAnyOf(fields, (field) => standsIn(group, field))
      const among = group[0]?.among
      return among ? allOf([valuesFilter(among.facet, among.ids), stands]) : stands
    }),
  )
}

/** Lists, because a word may have dozens of alternatives. */
function anyOfSimple(alternatives: readonly Alternative[], field: TextField): Filter {
  const isListed = ({ forms, open }: Alternative) => forms === undefined && !open
  const inflected = alternatives.filter(isListed)
  const others = alternatives.filter((each) => !isListed(each))
  const codes = inflected.map(({ terms }) => terms.map(encodeTerm))
  return anyOf([
    oneOf(
      wordsOf[field],
      codes.flatMap(([first = '', second]) => (second === undefined ? [first] : [])),
    ),
    oneOf(
      pairsOf[field],
      codes.flatMap(([first = '', second]) =>
        second === undefined ? [] : [pairOf(first, second)],
      ),
    ),
    ...others.map((each) => partsOf(each, field)),
  ])
}

/** The terms, pairs and forms that an alternative is made of. */
function partsOf({ terms, forms, open }: Alternative, field: TextField): Filter {
  if (open) return partsOfOpen(terms, field)
  const codes = terms.map(encodeTerm)
  const neighbours = codes.slice(1).map((code, i) => pairOf(codes[i] ?? '', code))
  return allOf([
    ...neighbours.map((pair) => has(pairsOf[field], pair)),
    ...(forms?.map((form, i) => isWritten(terms[i] ?? '', form, field)) ??
      codes.slice(0, neighbours.length === 0 ? 1 : 0).map((code) => has(wordsOf[field], code))),
  ])
}

/** The last term only has to begin so: of a pair, its second. */
function partsOfOpen(terms: readonly string[], field: TextField): Filter {
  const [last = '', before] = terms.toReversed()
  const begun = encodePrefix(last).text
  if (before === undefined) return beginsWith(wordsOf[field], begun)
  const pair = beginsWith(pairsOf[field], pairOf(encodeTerm(before), begun))
  return terms.length === 2
    ? pair
    : allOf([partsOf({ terms: terms.slice(0, -1), name: '' }, field), pair])
}

/** A term that is written as itself is noted only where it also stands otherwise. */
function isWritten(term: string, form: string, field: TextField): Filter {
  const code = encodeTerm(term)
  if (form !== term) return has(formsOf[field], formOf(code, encodeTerm(form)))
  const otherwise = beginsWith(formsOf[field], formOf(code, ''))
  return anyOf([has(formsOf[field], code), allOf([has(wordsOf[field], code), not(otherwise)])])
}

function boundsOfPrefix(
  { prefix, terms }: Extract<WordPlan, { kind: 'prefix' }>,
  fields: readonly TextField[],
): Bounds {
  const listed = inAnyOf(fields, (field) => oneOf(wordsOf[field], terms.map(encodeTerm)))
  if (prefix === '') return exactly(listed)
  const { text, isWhole } = encodePrefix(prefix)
  const begun = inAnyOf(fields, (field) => beginsWith(wordsOf[field], text))
  const upper = anyOf([listed, begun])
  return isWhole ? exactly(upper) : { upper, lower: listed, exact: false }
}

function inAnyOf(fields: readonly TextField[], standsIn: (field: TextField) => Filter): Filter {
  return anyOf(fields.map(standsIn))
}

const has = (attribute: string, code: string) => condition(`${attribute} = "${code}"`)

/** Codes hold neither quotes nor backslashes. */
function oneOf(attribute: string, codes: readonly string[]): Filter {
  const [only] = codes
  if (only === undefined) return nothing
  if (codes.length === 1) return has(attribute, only)
  return condition(`${attribute} IN [${codes.map((code) => `"${code}"`).join(', ')}]`)
}

const beginsWith = (attribute: string, code: string) =>
  condition(`${attribute} STARTS WITH "${code}"`)
