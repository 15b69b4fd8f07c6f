import type { Query } from '../query/query.ts'
import type { Capability } from '../search-engine.ts'
import { analyse } from '../text/analyse.ts'
import { mostCompared, type Terms } from './phrases.ts'

/** What can be said of a query before it is searched: only a phrase of three or more words may turn out inexact. */
export function capabilityBefore(query: Query): Capability {
  const phrases = longPhrases(query)
  return atMost(
    [...phrases.values()].map((text) => `${reason(text)} It is exact when there are fewer.`),
  )
}

/** What a search found out: exact, unless there were phrases that too many articles may have. */
export function capabilityAfter(query: Query, broad: readonly Terms[]): Capability {
  const phrases = longPhrases(query)
  const texts = broad.map(({ terms }) => phrases.get(terms.join(' ')) ?? terms.join(' '))
  return atMost([...new Set(texts)].map(reason))
}

function atMost(reasons: readonly string[]): Capability {
  return reasons.length === 0 ? { bound: 'exact' } : { bound: 'at most', reasons }
}

function reason(text: string): string {
  return (
    `Meilisearch knows which words stand side by side, but not whole phrases. Where more than ${mostCompared} articles have all ` +
    `the pairs of words of “${text}”, those that have them in separate places are found too.`
  )
}

/** The words and phrases of a query that have three terms or more, by their terms. */
function longPhrases(query: Query): Map<string, string> {
  switch (query.kind) {
    case 'word':
    case 'phrase': {
      const { terms } = analyse(query.text)
      return new Map(terms.length > 2 ? [[terms.join(' '), query.text]] : [])
    }
    case 'not':
      return longPhrases(query.operand)
    case 'and':
      return new Map(query.operands.flatMap((operand) => [...longPhrases(operand)]))
    case 'all':
    case 'facet':
    case 'dates':
      return new Map()
  }
}
