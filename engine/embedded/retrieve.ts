import type { DatabaseSync } from 'node:sqlite'
import type { Archive } from '../archive/archive.ts'
import { prepare } from '../archive/prepare.ts'
import type { TextField } from '../article.ts'
import { comparedArticle, standsIn } from '../compare/stands-in.ts'
import type { Alternative, Plan } from '../query/plan.ts'
import type { FacetColumns } from './columns.ts'
import { matchExpression, type ValueNumber } from './match.ts'
import { joined, normalPlan, type Leaf, type NormalPlan } from './normal.ts'
import { difference, intersection, parseIds, union, type SortedIds } from './sorted-ids.ts'
import { fieldsOf, formMark, hasForms, inflectedMark, isSpelled } from './spelled.ts'

/** Articles whose text one request compares word by word with phrases that are spelled exactly; where there are more, none is. */
export const mostCompared = 2_000

/** More articles match than the caller is ready to count. */
export class TooBroad extends Error {
  override readonly name = 'TooBroad'
}

/** What a reader thread has open. */
export interface Snapshot {
  readonly db: DatabaseSync
  readonly columns: FacetColumns
  readonly archive: Pick<Archive, 'getBySequence'>
}

/** The articles that a plan finds. */
export interface Retrieved {
  readonly ids: SortedIds
  /** What FTS5 ranks by: it finds the same articles, or more where `isNarrower`. */
  readonly ranking: NormalPlan
  readonly isNarrower: boolean
  /** Why there may be fewer articles in truth; empty where they are exact. */
  readonly reasons: readonly string[]
}

/**
 * Finds the articles of a plan in the snapshot of the connection's open transaction. Throws TooBroad where they, or those that have
 * a part of it, are more than `most`: before it has read more of them than that.
 */
export function retrieve(snapshot: Snapshot, plan: Plan, most = Infinity): Retrieved {
  const normal = normalPlan(plan)
  const retrieval = new Retrieval(snapshot, normal, most)
  const ids = plan.kind === 'all' ? snapshot.columns.all() : retrieval.find(normal)
  if (ids.length > most) throw new TooBroad()
  return {
    ids,
    ranking: retrieval.generous,
    isNarrower: hasSpelled(normal),
    reasons: retrieval.reasons,
  }
}

type SpelledLeaf = Extract<Leaf, { readonly kind: 'words' | 'near' }>

/** Spellings are looked up in a table of their own; what is left of a plan FTS5 answers at once. */
class Retrieval {
  readonly generous: NormalPlan
  readonly reasons: string[] = []
  readonly #snapshot: Snapshot
  readonly #numberOf: ValueNumber
  readonly #most: number
  #leftToCompare = mostCompared
  #generousIds: SortedIds | undefined

  constructor(snapshot: Snapshot, plan: NormalPlan, most: number) {
    this.#snapshot = snapshot
    this.#most = most
    this.#numberOf = (facet, id) => snapshot.columns.numberOf(facet, id)
    this.generous = generous(plan)
  }

  find(plan: NormalPlan): SortedIds {
    if (!hasSpelled(plan)) return this.#fetch(plan)
    if (plan.kind === 'leaf') return this.#findLeaf(plan.leaf, plan.isExcluded)
    const plain = plan.operands.filter((operand) => !hasSpelled(operand))
    const spelled = plan.operands.filter(hasSpelled).map((operand) => this.find(operand))
    const found = plain.length === 0 ? spelled : [this.#fetch(joined(plan.kind, plain)), ...spelled]
    return found.reduce(plan.kind === 'and' ? intersection : union)
  }

  #fetch(plan: NormalPlan): SortedIds {
    return this.#match('tokens', matchExpression(plan, this.#numberOf))
  }

  #match(table: 'tokens' | 'spellings', expression: string): SortedIds {
    const sql =
      table === 'tokens'
        ? 'select cast(group_concat(rowid) as blob) as ids from (select rowid from tokens where tokens match ? limit ?)'
        : 'select cast(group_concat(rowid) as blob) as ids from (select rowid from spellings where spellings match ? limit ?)'
    const { db, columns } = this.#snapshot
    const limit = Number.isFinite(this.#most) ? this.#most + 1 : unlimited
    const list = prepare(db, sql).get(expression, limit)?.['ids']
    const ids = parseIds(list instanceof Uint8Array ? list : new Uint8Array(0), columns.size)
    if (ids.length > this.#most) throw new TooBroad()
    return ids
  }

  #findLeaf(leaf: Leaf, isExcluded: boolean): SortedIds {
    const found = isSpelled(leaf) ? this.#findSpelled(leaf) : undefined
    if (!isExcluded) return found ?? this.#candidates(leaf)
    const all = this.#snapshot.columns.all()
    return found ? difference(all, found) : all
  }

  /** Undefined where too many articles would have to be compared. */
  #findSpelled(leaf: SpelledLeaf): SortedIds | undefined {
    if (leaf.kind === 'near' || leaf.alternatives.some(isPhrase)) return this.#compare(leaf)
    return this.#candidates(leaf)
  }

  /** Articles that have the spellings of a leaf somewhere in a field: the very ones for words, too many for phrases. */
  #candidates(leaf: Leaf): SortedIds {
    if (leaf.kind === 'near') return this.#nearCandidates(leaf)
    if (leaf.kind !== 'words') return this.#fetch({ kind: 'leaf', leaf, isExcluded: false })
    const plain = leaf.alternatives.filter((each) => !hasForms(each))
    const spelled = leaf.alternatives
      .filter(hasForms)
      .flatMap((each) => fieldsOf(leaf.field).map((field) => this.#spelled(leaf, each, field)))
    const others: NormalPlan = {
      kind: 'leaf',
      leaf: { ...leaf, alternatives: plain },
      isExcluded: false,
    }
    return (plain.length === 0 ? spelled : [this.#fetch(others), ...spelled]).reduce(union)
  }

  #nearCandidates(leaf: Extract<Leaf, { kind: 'near' }>): SortedIds {
    const found = this.#fetch({ kind: 'leaf', leaf, isExcluded: false })
    const { typed, field } = leaf
    return leaf.operands
      .map((alternatives) => this.#candidates({ kind: 'words', typed, field, alternatives }))
      .reduce(intersection, found)
  }

  /** Articles that have an alternative in a field, and each of its forms. */
  #spelled(
    leaf: Extract<Leaf, { kind: 'words' }>,
    alternative: Alternative,
    field: TextField,
  ): SortedIds {
    const { terms, forms = [] } = alternative
    const unspelled: Leaf = { ...leaf, field, alternatives: [withoutForms(alternative)] }
    const found = this.#fetch({ kind: 'leaf', leaf: unspelled, isExcluded: false })
    return terms.reduce((ids, term, i) => this.#withForm(ids, field, term, forms[i] ?? term), found)
  }

  #withForm(ids: SortedIds, field: TextField, term: string, form: string): SortedIds {
    return form === term
      ? difference(ids, this.#match('spellings', quote(inflectedMark(field, term))))
      : intersection(ids, this.#match('spellings', quote(formMark(field, form))))
  }

  #compare(leaf: SpelledLeaf): SortedIds | undefined {
    this.#generousIds ??= this.#fetch(this.generous)
    const candidates = intersection(this.#candidates(leaf), this.#generousIds)
    if (candidates.length > this.#leftToCompare) {
      this.reasons.push(
        `“${leaf.typed}” is in too many articles to compare each with its exact spelling; some of those found may have it in another.`,
      )
      return undefined
    }
    this.#leftToCompare -= candidates.length
    return candidates.filter((sequence) => {
      const article = this.#snapshot.archive.getBySequence(sequence)
      return article !== undefined && standsIn(comparedArticle(article), leaf)
    })
  }
}

/** As SQLite has it. */
const unlimited = -1

const isPhrase = (alternative: Alternative) => hasForms(alternative) && alternative.terms.length > 1

const quote = (mark: string) => `"${mark.replaceAll('"', '""')}"`

function withoutForms({ terms, among, name }: Alternative): Alternative {
  return among ? { terms, among, name } : { terms, name }
}

function hasSpelled(plan: NormalPlan): boolean {
  return plan.kind === 'leaf' ? isSpelled(plan.leaf) : plan.operands.some(hasSpelled)
}

/** Any spelling where one is asked for, and no exclusion of one. */
function generous(plan: NormalPlan): NormalPlan {
  if (plan.kind === 'leaf')
    return plan.isExcluded && isSpelled(plan.leaf)
      ? { kind: 'leaf', leaf: { kind: 'all' }, isExcluded: false }
      : plan
  return joined(plan.kind, plan.operands.map(generous))
}
