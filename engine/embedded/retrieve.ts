import type { DatabaseSync } from 'node:sqlite'
import type { Archive } from '../archive/archive.ts'
import { prepare } from '../archive/prepare.ts'
import type { TextField } from '../article.ts'
import { comparedArticle, standsIn } from '../compare/stands-in.ts'
import type { Alternative, Plan } from '../query/plan.ts'
import type { FacetColumns } from './columns.ts'
import { cutDown, mostWork, type Wider } from './cut-down.ts'
import { matchExpression, type ValueNumber } from './match.ts'
import { joined, normalPlan, type Leaf, type NormalPlan } from './normal.ts'
import { endless, TooBroad, TooCostly, type Patience } from './patience.ts'
import { difference, intersection, parseIds, union, type SortedIds } from './sorted-ids.ts'
import { fieldsOf, formMark, hasForms, inflectedMark, isSpelled } from './spelled.ts'
import { rankingOf, WorkEstimate, type Work } from './work.ts'

/** Articles whose text one request compares word by word with phrases that are spelled exactly; where there are more, none is. */
export const mostCompared = 2_000

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
  /** False where too much would have to be read to rank by words. */
  readonly isRanked: boolean
  readonly isNarrower: boolean
  /** Why there may be fewer articles in truth; empty where they are exact. */
  readonly reasons: readonly string[]
}

/**
 * Finds the articles of a plan in the snapshot of the connection's open transaction. What takes more than `most` is cut down: see `cutDown`.
 * Throws TooBroad or TooCostly where more is to be read, or more articles have it or a part of it, than the caller has patience for:
 * before it has read more than that.
 */
export function retrieve(
  snapshot: Snapshot,
  plan: Plan,
  patience = endless,
  most = mostWork,
): Retrieved {
  const normal = normalPlan(plan)
  const work = new WorkEstimate(snapshot.db)
  requirePatience(work.of(normal), patience)
  const cut = cutDown(normal, work, most)
  const retrieval = new Retrieval(snapshot, normal, { patience, wider: cut.toFind })
  const ids = plan.kind === 'all' ? snapshot.columns.all() : retrieval.find(normal)
  if (ids.length > patience.articles) throw new TooBroad()
  return {
    ids,
    ranking: generous(normal, cut.toRank ?? cut.toFind),
    isRanked: cut.toRank !== undefined,
    isNarrower: isSettled(normal, cut.toRank ?? cut.toFind),
    reasons: retrieval.reasons,
  }
}

function requirePatience(work: Work, { pages, costlyPages }: Patience): void {
  const needed = work.finding + rankingOf(work)
  if (needed > costlyPages) throw new TooCostly()
  if (needed > pages) throw new TooBroad()
}

type WordLeaf = Extract<Leaf, { readonly kind: 'words' | 'near' | 'prefix' }>

/**
 * Spellings are looked up in a table of their own, and what is cut down is compared where it leaves few enough; what is left of a plan
 * FTS5 answers at once.
 */
class Retrieval {
  readonly reasons: string[] = []
  readonly #generous: NormalPlan
  readonly #snapshot: Snapshot
  readonly #numberOf: ValueNumber
  readonly #patience: Patience
  readonly #wider: Wider
  #leftToCompare = mostCompared
  #generousIds: SortedIds | undefined

  constructor(
    snapshot: Snapshot,
    plan: NormalPlan,
    { patience, wider }: { readonly patience: Patience; readonly wider: Wider },
  ) {
    this.#snapshot = snapshot
    this.#patience = patience
    this.#wider = wider
    this.#numberOf = (facet, id) => snapshot.columns.numberOf(facet, id)
    this.#generous = generous(plan, wider)
  }

  find(plan: NormalPlan): SortedIds {
    if (!isSettled(plan, this.#wider)) return this.#fetch(plan)
    if (plan.kind === 'leaf') return this.#findLeaf(plan.leaf, plan.isExcluded)
    const plain = plan.operands.filter((operand) => !isSettled(operand, this.#wider))
    const settled = plan.operands
      .filter((operand) => isSettled(operand, this.#wider))
      .map((operand) => this.find(operand))
    const found = plain.length === 0 ? settled : [this.#fetch(joined(plan.kind, plain)), ...settled]
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
    const most = this.#patience.articles
    const limit = Number.isFinite(most) ? most + 1 : unlimited
    const list = prepare(db, sql).get(expression, limit)?.['ids']
    const ids = parseIds(list instanceof Uint8Array ? list : new Uint8Array(0), columns.size)
    if (ids.length > most) throw new TooBroad()
    return ids
  }

  #findLeaf(leaf: Leaf, isExcluded: boolean): SortedIds {
    const found = this.#findSettled(leaf)
    if (!isExcluded) return found ?? this.#candidates(leaf)
    const all = this.#snapshot.columns.all()
    return found ? difference(all, found) : all
  }

  /** Undefined where too many articles would have to be compared. */
  #findSettled(leaf: Leaf): SortedIds | undefined {
    const isCutDown = this.#wider.has(leaf)
    if (leaf.kind === 'prefix') return isCutDown ? this.#compare(leaf) : undefined
    if (leaf.kind !== 'words' && leaf.kind !== 'near') return undefined
    if (isCutDown || leaf.kind === 'near' || leaf.alternatives.some(isPhrase))
      return this.#compare(leaf)
    return this.#candidates(leaf)
  }

  /** Articles that have the spellings of a leaf somewhere in a field: the very ones for words, too many for phrases. */
  #candidates(leaf: Leaf): SortedIds {
    const wider = this.#wider.get(leaf)
    if (wider) return this.#fetch(wider)
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

  #compare(leaf: WordLeaf): SortedIds | undefined {
    this.#generousIds ??= this.#fetch(this.#generous)
    const candidates = intersection(this.#candidates(leaf), this.#generousIds)
    if (candidates.length > this.#leftToCompare) {
      this.reasons.push(this.#wider.has(leaf) ? reasonToWiden(leaf) : reasonNotToCompare(leaf))
      return undefined
    }
    if (candidates.length > this.#patience.compared) throw new TooCostly()
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

/** Whether a part of a plan takes more than an expression of FTS5. */
function isSettled(plan: NormalPlan, wider: Wider): boolean {
  if (plan.kind !== 'leaf') return plan.operands.some((operand) => isSettled(operand, wider))
  return isSpelled(plan.leaf) || wider.has(plan.leaf)
}

/** Any spelling where one is asked for, what is wider where it was cut down, and no exclusion of either. */
function generous(plan: NormalPlan, wider: Wider): NormalPlan {
  if (plan.kind !== 'leaf')
    return joined(
      plan.kind,
      plan.operands.map((operand) => generous(operand, wider)),
    )
  if (!isSettled(plan, wider)) return plan
  if (plan.isExcluded) return { kind: 'leaf', leaf: { kind: 'all' }, isExcluded: false }
  return wider.get(plan.leaf) ?? plan
}

const reasonNotToCompare = ({ typed }: WordLeaf) =>
  `“${typed}” is in too many articles to compare each with its exact spelling; some of those found may have it in another.`

const reasonToWiden = ({ kind, typed }: WordLeaf) =>
  kind === 'prefix'
    ? `“${typed}” begins too many words to look for them all beside the others; it is left out.`
    : `“${typed}” has words that stand in too many places to look how near each other they are; where it is asked for, they may stand anywhere.`
