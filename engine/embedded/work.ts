import type { DatabaseSync } from 'node:sqlite'
import { prepare } from '../archive/prepare.ts'
import type { Alternative } from '../query/plan.ts'
import type { Leaf, NormalPlan } from './normal.ts'

/** Reading and merging all terms that begin alike takes longer than reading as much of one (measured, like all here). */
const openFactor = 1.5
/** Finding is quick where it need not be looked at which places a word has. */
const findingWords = 0.1
const findingPlaces = 0.5
/** FTS5 goes through the places of all phrases of an article for each place: so many more phrases take as long again. */
const phrasesAsLongAgain = 15

/** How much there is to read for a part of a plan. */
export interface Work {
  /** In all, where what is found is ranked. */
  readonly pages: number
  /** Of these, what finding alone takes. */
  readonly finding: number
  readonly phrases: number
}

/** What ranking takes, in pages. */
export const rankingOf = ({ pages, phrases }: Work) =>
  (pages / 2) * (1 + phrases / phrasesAsLongAgain)

/** Several parts as one. */
export function together(parts: readonly Work[]): Work {
  return {
    pages: sum(parts.map(({ pages }) => pages)),
    finding: sum(parts.map(({ finding }) => finding)),
    phrases: sum(parts.map(({ phrases }) => phrases)),
  }
}

/**
 * Tells how much there is to read for a plan, before anything is read: the pages of the index that hold where its words stand, once for
 * every combination that they are looked for in. A page, of some 4 KB, takes about 0.1 ms to match and to rank. A rare word may be
 * taken for a common one that stands right behind it in the alphabet. Takes some 15 µs for each word, however common.
 */
export class WorkEstimate {
  readonly #db: DatabaseSync
  readonly #known = new Map<string, number>()

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  of(plan: NormalPlan): Work {
    return plan.kind === 'leaf'
      ? this.#ofLeaf(plan.leaf)
      : together(plan.operands.map((each) => this.of(each)))
  }

  #ofLeaf(leaf: Leaf): Work {
    switch (leaf.kind) {
      case 'words':
        return together(leaf.alternatives.map((each) => this.#ofTogether([each])))
      case 'near':
        return together(choicesOf(leaf.operands).map((choice) => this.#ofTogether(choice)))
      case 'prefix':
        return this.#ofPrefix(leaf)
      case 'all':
      case 'none':
      case 'values':
      case 'days':
      case 'language':
        return nothing
    }
  }

  #ofPrefix({ prefix, terms }: Extract<Leaf, { readonly kind: 'prefix' }>): Work {
    const open = this.#ofBeginning(prefix)
    const closed = sum(terms.map((term) => this.#ofTerm(term)))
    return {
      pages: open + closed,
      finding: open * findingPlaces + closed * findingWords,
      phrases: 1 + terms.length,
    }
  }

  /** Of terms that are needed together, the rarest says how much of the others is read; a beginning is always read whole. */
  #ofTogether(alternatives: readonly Alternative[]): Work {
    const closed = alternatives.flatMap(({ terms, open }) => (open ? terms.slice(0, -1) : terms))
    const open = alternatives.flatMap(({ terms, open }) => (open ? terms.slice(-1) : []))
    const least = Math.min(...closed.map((term) => this.#ofTerm(term)))
    const pages =
      (closed.length === 0 ? 0 : closed.length * least) +
      sum(open.map((term) => this.#ofBeginning(term)))
    const isWord = closed.length === 1 && open.length === 0
    const finding = pages * (isWord ? findingWords : findingPlaces)
    return { pages, finding, phrases: alternatives.length }
  }

  #ofTerm(term: string): number {
    return this.#pages(term, term)
  }

  #ofBeginning(prefix: string): number {
    return prefix === '' ? 0 : openFactor * this.#pages(prefix, prefix + last)
  }

  #pages(from: string, to: string): number {
    const known = this.#known.get(to)
    if (known !== undefined) return known
    const row = prepare(this.#db, pagesBetween).get({ from: keyOf(from), to: keyOf(to) })
    const pages = Number(row?.['pages'] ?? 0)
    this.#known.set(to, pages)
    return pages
  }
}

const nothing: Work = { pages: 0, finding: 0, phrases: 0 }

/** Every choice of one alternative of each operand. */
function choicesOf(
  operands: readonly (readonly Alternative[])[],
): readonly (readonly Alternative[])[] {
  return operands.reduce<readonly (readonly Alternative[])[]>(
    (chosen, alternatives) =>
      chosen.flatMap((choice) => alternatives.map((each) => [...choice, each])),
    [[]],
  )
}

/** After every term that begins with the same characters. */
const last = '\u{10ffff}'

/** FTS5 puts a 0 before each term of its main index. */
const keyOf = (term: string) => Buffer.from(`0${term}`)

/**
 * FTS5 keeps in `_idx` which page of a segment each page's first term begins on, times two, so that the pages of a term are those up to the
 * next term there. In `_data`, a page's id is its segment's number times 2^37 plus its own.
 */
const pagesBetween = `
  with recursive segment(id) as (
    select min(segid) from tokens_idx
    union all
    select (select min(segid) from tokens_idx where segid > segment.id) from segment where segment.id is not null
  )
  select sum(
    ifnull(
      (select pgno / 2 from tokens_idx where segid = segment.id and term > :to order by term limit 1),
      (select max(id) & 0x7fffffff from tokens_data where id between segment.id << 37 and (segment.id << 37) + 0x7fffffff)
    ) - ifnull(
      (select pgno / 2 from tokens_idx where segid = segment.id and term <= :from order by term desc limit 1), 1
    )
  ) as pages
  from segment where id is not null`

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
