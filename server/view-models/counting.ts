import type { SearchAnswer } from '../../engine/search-engine.ts'

/** A number with its noun: `1,234 articles`, `1 article`. */
export function counted(n: number, singular: string, plural = `${singular}s`): string {
  return `${number(n)} ${n === 1 ? singular : plural}`
}

/** `1,234` */
export function number(n: number): string {
  return n.toLocaleString('en-GB')
}

/** A total as far as it is known: `1,234 articles`, `at least 50 articles`. */
export function countedTotal({
  total,
  capability,
}: Pick<SearchAnswer, 'total' | 'capability'>): string {
  const articles = counted(total, 'article')
  return capability.bound === 'exact' ? articles : `${capability.bound} ${articles}`
}
