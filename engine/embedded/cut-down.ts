import type { TextField } from '../article.ts'
import type { Alternative } from '../query/plan.ts'
import { joined, type Leaf, type NormalPlan } from './normal.ts'
import { rankingOf, together, type Work, type WorkEstimate } from './work.ts'

/** What finding may read, and ranking besides, in pages: each about half a second of one core. */
export const mostWork = 5_000

/** By leaf, what is looked for in its place: it finds the same articles and others. */
export type Wider = ReadonlyMap<Leaf, NormalPlan>

/** How a plan is searched whose words stand in too many places. */
export interface CutDown {
  readonly toFind: Wider
  /** Holds all of `toFind`; undefined where there is too much to read to rank at all. */
  readonly toRank: Wider | undefined
}

/**
 * Cuts a plan down to `most` pages for finding and as many for ranking, the costliest leaves first: phrases and NEAR to their words
 * anywhere, and where that is not enough, beginnings of words to nothing at all, or ranking to none. Words are always looked for.
 */
export function cutDown(plan: NormalPlan, work: WorkEstimate, most = mostWork): CutDown {
  const leaves = leavesOf(plan)
  const found = new Cut(leaves, work, ({ finding }) => finding)
  if (!found.widen(anywhere, most)) found.widen(nowhere, most)
  const ranked = new Cut(leaves, work, rankingOf, found.wider)
  return { toFind: found.wider, toRank: ranked.widen(anywhere, most) ? ranked.wider : undefined }
}

/** Widens leaves, by one measure of their work. */
class Cut {
  readonly wider: Map<Leaf, NormalPlan>
  readonly #leaves: readonly Leaf[]
  readonly #work: WorkEstimate
  readonly #measure: (work: Work) => number

  constructor(
    leaves: readonly Leaf[],
    work: WorkEstimate,
    measure: (work: Work) => number,
    wider: Wider = new Map(),
  ) {
    this.#leaves = leaves
    this.#work = work
    this.#measure = measure
    this.wider = new Map(wider)
  }

  /** Whether that is enough; until it is, the costliest leaf is widened where that is no more work. */
  widen(instead: (leaf: Leaf) => NormalPlan | undefined, most: number): boolean {
    const costliestFirst = this.#leaves.toSorted(
      (a, b) => this.#measure(this.#workOf(b)) - this.#measure(this.#workOf(a)),
    )
    for (const leaf of costliestFirst) {
      if (this.#total() <= most) return true
      const plan = instead(leaf)
      if (plan && this.#measure(this.#work.of(plan)) <= this.#measure(this.#workOf(leaf)))
        this.wider.set(leaf, plan)
    }
    return this.#total() <= most
  }

  #total(): number {
    return this.#measure(together(this.#leaves.map((leaf) => this.#workOf(leaf))))
  }

  #workOf(leaf: Leaf): Work {
    return this.#work.of(this.wider.get(leaf) ?? { kind: 'leaf', leaf, isExcluded: false })
  }
}

function isOpen(leaf: Leaf): boolean {
  if (leaf.kind === 'prefix') return true
  const operands = placedIn(leaf)
  return operands.flat().some(({ open }) => open === true)
}

/** Every article stands in for a beginning of words. */
function nowhere(leaf: Leaf): NormalPlan | undefined {
  return isOpen(leaf) ? { kind: 'leaf', leaf: { kind: 'all' }, isExcluded: false } : undefined
}

function placedIn(leaf: Leaf): readonly (readonly Alternative[])[] {
  if (leaf.kind === 'near') return leaf.operands
  return leaf.kind === 'words' ? [leaf.alternatives] : []
}

/** The words of a phrase or of NEAR, wherever in the field they stand; undefined for what is neither. */
function anywhere(leaf: Leaf): NormalPlan | undefined {
  if (leaf.kind !== 'near' && leaf.kind !== 'words') return undefined
  const operands = placedIn(leaf)
  const isPlaced = leaf.kind === 'near' || leaf.alternatives.some(({ terms }) => terms.length > 1)
  if (!isPlaced) return undefined
  return joined(
    'and',
    operands.map((alternatives) =>
      joined(
        'or',
        alternatives.map((each) => joined('and', partsOf(each, leaf.field))),
      ),
    ),
  )
}

function partsOf(
  { terms, open, among }: Alternative,
  field: TextField | undefined,
): readonly NormalPlan[] {
  const words = terms.map((term, i): Leaf =>
    open && i === terms.length - 1
      ? { kind: 'prefix', typed: term, field, prefix: term, terms: [] }
      : { kind: 'words', typed: term, field, alternatives: [{ terms: [term], name: '' }] },
  )
  const values: readonly Leaf[] = among ? [{ kind: 'values', ...among }] : []
  return [...words, ...values].map((leaf) => ({ kind: 'leaf', leaf, isExcluded: false }))
}

function leavesOf(plan: NormalPlan): readonly Leaf[] {
  return plan.kind === 'leaf' ? [plan.leaf] : plan.operands.flatMap(leavesOf)
}
