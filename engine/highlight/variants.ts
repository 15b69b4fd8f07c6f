import { textFields, type Article } from '../article.ts'
import type { Variant } from '../hit.ts'
import type { Matches } from './match.ts'

const most = 5

/** The spellings and names that are marked in an article in place of what was typed: each once, in reading order, at most five. */
export function variantsOf(article: Article, matches: Matches): Variant[] {
  const variants = new Map<string, Variant>()
  for (const field of textFields) {
    for (const { start, end, needle } of matches[field]) {
      if (!needle?.isVariant) continue
      const { terms, name } = needle.alternative
      const key = [needle.typed, ...terms].join(' ')
      if (variants.has(key)) continue
      variants.set(key, { typed: needle.typed, found: article[field].slice(start, end), name })
      if (variants.size === most) return [...variants.values()]
    }
  }
  return [...variants.values()]
}
