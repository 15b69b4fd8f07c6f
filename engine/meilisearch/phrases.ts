import { textFields, type StoredArticle } from '../article.ts'
import { findMatches } from '../highlight/matches.ts'
import type { Plan } from '../query/plan.ts'
import { filterOf, type ResolvedPlan } from './filters.ts'

/** A long phrase whose pairs stand in more articles than this is not compared word by word. */
export const mostCompared = 500

const comparedAtOnce = 20

/** A word or phrase of a plan. */
export type Terms = Extract<Plan, { readonly kind: 'terms' }>

/** Where candidates for a phrase come from. */
export interface PhraseSource {
  /** Ids of the articles that pass a filter; undefined when they are more than `limit`. */
  find(filter: string, limit: number): Promise<readonly string[] | undefined>
  get(id: string): StoredArticle | undefined
}

/** A plan whose long phrases are settled as far as they can be. */
export interface Resolution {
  readonly plan: ResolvedPlan
  /** Phrases that too many articles may have, which the plan therefore matches too generously. */
  readonly broad: readonly Terms[]
}

/** Whether the index, which knows pairs of neighbours, cannot tell by itself where a phrase stands. */
export const isLongPhrase = (plan: Plan): plan is Terms =>
  plan.kind === 'terms' && plan.terms.length > 2

/**
 * Settles phrases of three and more words: articles that have all of a phrase's pairs are compared with it word by word in the archive.
 * Where they are too many, the pairs decide and the phrase is reported as broad; an exclusion of such a phrase is left out, so that
 * everything that ought to be found still is.
 */
export async function resolvePhrases(plan: Plan, source: PhraseSource): Promise<Resolution> {
  const required = requiredOf(plan)
  const broad: Terms[] = []
  const resolve = async (node: Plan): Promise<ResolvedPlan> => {
    if (isLongPhrase(node)) {
      const found = await find(node, required, source)
      if (!found) broad.push(node)
      return found ?? node
    }
    if (node.kind === 'not') {
      const before = broad.length
      const operand = await resolve(node.operand)
      return broad.length > before ? { kind: 'all' } : { kind: 'not', operand }
    }
    if (node.kind !== 'and') return node
    const operands: ResolvedPlan[] = []
    for (const operand of node.operands) operands.push(await resolve(operand))
    return { kind: 'and', operands }
  }
  return { plan: await resolve(plan), broad }
}

/** What every match must have: it narrows the candidates of a phrase. */
function requiredOf(plan: Plan): readonly Plan[] {
  const operands = plan.kind === 'and' ? plan.operands : [plan]
  return operands.filter((operand) => operand.kind !== 'not')
}

async function find(
  phrase: Terms,
  required: readonly Plan[],
  source: PhraseSource,
): Promise<ResolvedPlan | undefined> {
  const candidates = await source.find(
    filterOf({ kind: 'and', operands: [phrase, ...required] }),
    mostCompared,
  )
  if (!candidates) return undefined
  const sequences: number[] = []
  for (const [i, id] of candidates.entries()) {
    // Lets other readers through: each comparison takes about a third of a millisecond.
    if (i % comparedAtOnce === comparedAtOnce - 1)
      await new Promise((resume) => setImmediate(resume))
    const article = source.get(id)
    if (article && contains(article, phrase)) sequences.push(article.sequence)
  }
  return { kind: 'articles', sequences }
}

function contains(article: StoredArticle, phrase: Terms): boolean {
  return textFields.some((name) => findMatches([phrase], name, article[name]).length > 0)
}
