import { noValue } from '../../engine/article.ts'
import type { FacetCount } from '../../engine/search-engine.ts'

/** A listed value with the listed values below it, chosen ones first, then the most frequent; `[none]` last. */
export interface ValueNode {
  readonly count: FacetCount
  readonly narrower: readonly ValueNode[]
}

/** Puts each value below the nearest of its broader ones that is listed too. */
export function valueTree(counts: readonly FacetCount[]): ValueNode[] {
  const listed = new Set(counts.map(({ id }) => id))
  const below = new Map<string, FacetCount[]>()
  for (const count of counts) {
    const parent = count.broader.find((id) => listed.has(id) && id !== count.id) ?? ''
    below.set(parent, [...(below.get(parent) ?? []), count])
  }
  const build = (parent: string): ValueNode[] => {
    const nodes = (below.get(parent) ?? []).map((count) => ({ count, narrower: build(count.id) }))
    return [
      ...nodes.filter(hasChosen),
      ...nodes.filter((node) => !hasChosen(node) && node.count.id !== noValue),
      ...nodes.filter((node) => !hasChosen(node) && node.count.id === noValue),
    ]
  }
  return build('')
}

/** Whether a value or one below it is included or excluded. */
export function hasChosen({ count, narrower }: ValueNode): boolean {
  return isChosen(count) || narrower.some(hasChosen)
}

export const isChosen = ({ selected, excluded }: FacetCount) => selected || excluded
