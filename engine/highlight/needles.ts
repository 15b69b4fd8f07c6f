import { textFields, type TextField } from '../article.ts'
import type { Alternative, Plan } from '../query/plan.ts'
import { analyse } from '../text/analyse.ts'

/** One way in which a word, a phrase or an operand of NEAR may stand in a text. */
export interface Needle {
  /** Which word, phrase or operand of the query it stands for, counted from 0. */
  readonly group: number
  /** In any field when undefined. */
  readonly field: TextField | undefined
  readonly typed: string
  readonly alternative: Alternative
  /** Another spelling or name than was typed; inflections are none. */
  readonly isVariant: boolean
  /** By NEAR, to others. */
  readonly isJoined: boolean
}

/** Needles by the terms that they consist of. */
export interface TermTree {
  readonly next: Map<string, TermTree>
  readonly needles: Needle[]
  /** Those whose next and last term only has to begin so. */
  readonly open: PrefixNeedle[]
}

/** A needle that ends with any term that begins with `prefix`. */
interface PrefixNeedle {
  readonly prefix: string
  readonly needle: Needle
}

/** All that a plan can mark. */
export interface Needles {
  readonly tree: TermTree
  /** Where words are looked for at all. */
  readonly fields: ReadonlySet<TextField>
  /** The groups of each node of the plan that is marked by itself: one, or for NEAR one for each operand. */
  readonly groups: ReadonlyMap<Plan, readonly number[]>
}

/** Collects what a plan can mark, exclusions too: whether they hold decides what is shown of the rest. */
export function needlesOf(plan: Plan): Needles {
  const collector = new Collector()
  collector.collect(plan)
  return collector
}

class Collector implements Needles {
  readonly tree: TermTree = emptyTree()
  readonly fields = new Set<TextField>()
  readonly groups = new Map<Plan, readonly number[]>()
  #count = 0

  collect(plan: Plan): void {
    switch (plan.kind) {
      case 'words':
        this.#words(plan)
        break
      case 'prefix':
        this.#prefix(plan)
        break
      case 'near':
        this.#near(plan)
        break
      case 'values':
        this.#newGroup(plan)
        break
      case 'not':
        this.collect(plan.operand)
        break
      case 'and':
      case 'or':
        for (const operand of plan.operands) this.collect(operand)
        break
      case 'all':
      case 'none':
      case 'days':
      case 'language':
    }
  }

  #words(plan: Extract<Plan, { kind: 'words' }>): void {
    const group = this.#newGroup(plan)
    const asked = { field: plan.field, typed: plan.typed }
    const asTyped = analyse(plan.typed).terms.join(' ')
    const isOpen = plan.alternatives[0]?.open ?? false
    for (const alternative of plan.alternatives) {
      const isVariant = !isOpen && alternative.terms.join(' ') !== asTyped
      this.#add({ group, ...asked, alternative, isVariant, isJoined: false })
    }
  }

  #prefix(plan: Extract<Plan, { kind: 'prefix' }>): void {
    const group = this.#newGroup(plan)
    const needle = (alternative: Alternative): Needle => ({
      group,
      field: plan.field,
      typed: plan.typed,
      alternative,
      isVariant: false,
      isJoined: false,
    })
    for (const term of plan.terms) this.#add(needle({ terms: [term], name: '' }))
    if (plan.prefix !== '') this.#add(needle({ terms: [plan.prefix], open: true, name: '' }))
  }

  #near(plan: Extract<Plan, { kind: 'near' }>): void {
    const first = this.#count
    this.#count += plan.operands.length
    this.groups.set(
      plan,
      plan.operands.map((_, i) => first + i),
    )
    const typedWords = wordsIn(plan.typed)
    for (const [i, alternatives] of plan.operands.entries()) {
      // An operand may be an OR: the alternatives of each of its literals follow the one that was typed.
      let typed = plan.typed
      let isOpen = false
      for (const alternative of alternatives) {
        const own = typedWords(alternative)
        typed = own ?? typed
        if (own !== undefined) isOpen = alternative.open ?? false
        const isVariant = own === undefined && !isOpen
        const group = first + i
        this.#add({ group, field: plan.field, typed, alternative, isVariant, isJoined: true })
      }
    }
  }

  #newGroup(plan: Plan): number {
    const group = this.#count++
    this.groups.set(plan, [group])
    return group
  }

  #add(needle: Needle): void {
    const { terms, open } = needle.alternative
    let tree = this.tree
    for (const term of open ? terms.slice(0, -1) : terms) {
      const next = tree.next.get(term) ?? emptyTree()
      tree.next.set(term, next)
      tree = next
    }
    if (open) tree.open.push({ prefix: terms.at(-1) ?? '', needle })
    else tree.needles.push(needle)
    this.#lookIn(needle.field)
  }

  #lookIn(field: TextField | undefined): void {
    for (const each of field === undefined ? textFields : [field]) this.fields.add(each)
  }
}

const emptyTree = (): TermTree => ({ next: new Map(), needles: [], open: [] })

/** Tells how an alternative stands in a text that was typed; undefined where it does not. */
function wordsIn(typed: string): (alternative: Alternative) => string | undefined {
  const { terms, starts, ends } = analyse(typed)
  return (alternative) => {
    const at = terms.findIndex((_, from) =>
      alternative.terms.every((term, i) => terms[from + i] === term),
    )
    return at < 0 ? undefined : typed.slice(starts[at], ends[at + alternative.terms.length - 1])
  }
}
