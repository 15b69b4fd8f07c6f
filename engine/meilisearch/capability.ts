import type { WordPlan } from '../compare/stands-in.ts'
import type { Plan } from '../query/plan.ts'
import type { Capability } from '../search-engine.ts'
import { openWords } from './bounds.ts'
import { mostCompared } from './settle.ts'

/** What can be said of a plan before it is searched: phrases, words as written side by side, and NEAR may turn out inexact. */
export function capabilityBefore(plan: Plan): Capability {
  return atMost(
    reasons(plan, openWords(plan)).map((one) => `${one} It is exact when there are fewer.`),
  )
}

/** What a search of a plan found out: exact, unless too many articles would have had to be compared with these words of it. */
export function capabilityAfter(plan: Plan, open: readonly WordPlan[]): Capability {
  return atMost(reasons(plan, open))
}

function atMost(all: readonly string[]): Capability {
  return all.length === 0 ? { bound: 'exact' } : { bound: 'at most', reasons: [...new Set(all)] }
}

function reasons(plan: Plan, open: readonly WordPlan[]): string[] {
  const excluded = new Set(excludedWords(plan))
  return open.map((words) => reason(words, excluded.has(words) ? 'excluded' : 'wanted'))
}

/** The words that an article must not have: those under an odd number of exclusions. */
function excludedWords(plan: Plan): WordPlan[] {
  if (plan.kind === 'and' || plan.kind === 'or') return plan.operands.flatMap(excludedWords)
  if (plan.kind !== 'not') return []
  const wanted = new Set(excludedWords(plan.operand))
  return openWords(plan.operand).filter((words) => !wanted.has(words))
}

function reason(words: WordPlan, use: 'wanted' | 'excluded'): string {
  const parts = `those that have all the parts of “${words.typed}”`
  const consequence = {
    wanted: `${parts} in other places are found too.`,
    excluded: `${parts} cannot be left out: also those that do match it are found.`,
  }[use]
  return (
    `Meilisearch knows which words an article has and which stand side by side, but not ${unknown(words)}. ` +
    `Where it leaves more than ${mostCompared} articles to be compared word by word, ${consequence}`
  )
}

function unknown(words: WordPlan): string {
  switch (words.kind) {
    case 'near':
      return 'how far apart words stand'
    case 'words':
      return words.alternatives.some(({ forms }) => forms !== undefined)
        ? 'phrases as they are written'
        : 'whole phrases'
    case 'prefix':
      return 'such long beginnings of words'
  }
}
