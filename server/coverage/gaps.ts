import { monthsBetween } from './months.ts'

/** Months in a row without an article, between months with some. */
export interface Gap {
  readonly from: string
  readonly to: string
  readonly months: number
}

/**
 * The gaps of what was published in these months, `YYYY-MM`, in any order: every month between the first and the last that is none of
 * them, in date order. What was published in one month alone has none.
 */
export function gapsOf(published: Iterable<string>): Gap[] {
  const months = [...new Set(published)].sort()
  return months.flatMap((month, at) => {
    const missing = monthsBetween(month, months[at + 1] ?? month).slice(1, -1)
    const [from, to] = [missing[0], missing.at(-1)]
    return from === undefined || to === undefined ? [] : [{ from, to, months: missing.length }]
  })
}
