import type { WordPlan } from '../compare/stands-in.ts'
import type { Plan } from '../query/plan.ts'
import type { Capability } from '../search-engine.ts'
import { openWords } from './bounds.ts'
import { mostCompared } from './settle.ts'

/** What can be said of a plan before it is searched: phrases, words as written side by side, and NEAR may turn out inexact. */
export function capabilityBefore(plan: Plan): Capability {
  return atMost(
    openWords(plan).map((words) => `${reason(words)} It is exact when there are fewer.`),
  )
}

/** What a search found out: exact, unless too many articles would have had to be compared with these words. */
export function capabilityAfter(open: readonly WordPlan[]): Capability {
  return atMost(open.map(reason))
}

function atMost(reasons: readonly string[]): Capability {
  return reasons.length === 0
    ? { bound: 'exact' }
    : { bound: 'at most', reasons: [...new Set(reasons)] }
}

function reason(words: WordPlan): string {
  return (
    `Meilisearch knows which words an article has and which stand side by side, but not ${unknown(words)}. ` +
    `Where it leaves more than ${mostCompared} articles to be compared word by word, those that have all the parts of “${words.typed}” ` +
    'in other places are found too.'
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
