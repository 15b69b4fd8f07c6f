import type { StoredArticle } from '../article.ts'
import { comparedArticle, standsIn, type WordPlan } from '../compare/stands-in.ts'
import type { Plan } from '../query/plan.ts'
import { boundsOf, openWords } from './bounds.ts'
import { allOf, not, type Filter } from './filter.ts'

/** A query is settled by comparing articles with it up to this number. */
export const mostCompared = 500

const comparedAtOnce = 20

/** Where articles to compare come from. */
export interface Candidates {
  /** Ids of the articles that pass a filter; undefined when they are more than `limit`. */
  find(filter: Filter, limit: number): Promise<readonly string[] | undefined>
  get(id: string): StoredArticle | undefined
}

/** A plan as a filter: exactly what it finds, or more where words are left open. */
export interface Settled {
  readonly filter: Filter
  /** The words that the filter takes too generously; empty when it is exact. */
  readonly open: readonly WordPlan[]
}

/**
 * Turns a plan into a filter. Articles of which the index cannot say whether the plan finds them are compared with it in the
 * archive, word by word, unless they are too many: then all of them pass, so that everything that ought to be found is.
 * `within` is what else is asked of every article, so that fewer have to be compared.
 */
export async function settle(
  plan: Plan,
  within: readonly Filter[],
  source: Candidates,
): Promise<Settled> {
  const { upper, lower, exact } = boundsOf(plan)
  if (exact) return { filter: upper, open: [] }
  const open = openWords(plan)
  const undecided = await source.find(allOf([...within, upper, not(lower)]), mostCompared)
  if (!undecided) return { filter: upper, open }
  const compared = await compare(open, undecided, source)
  return { filter: boundsOf(plan, compared).upper, open: [] }
}

async function compare(
  words: readonly WordPlan[],
  ids: readonly string[],
  source: Candidates,
): Promise<Map<WordPlan, number[]>> {
  const found = new Map(words.map((plan): [WordPlan, number[]] => [plan, []]))
  for (const [i, id] of ids.entries()) {
    // Lets other readers through: each comparison takes about a third of a millisecond.
    if (i % comparedAtOnce === comparedAtOnce - 1)
      await new Promise((resume) => setImmediate(resume))
    const article = source.get(id)
    if (!article) continue
    const compared = comparedArticle(article)
    for (const [plan, sequences] of found)
      if (standsIn(compared, plan)) sequences.push(article.sequence)
  }
  return found
}
