import type { Warning } from '../search-engine.ts'

/** More warnings than this are summed up in the last. */
const mostWarnings = 20

/** In the order of the text. Equal ones are one, at the first place; one stands for all beyond a number that a reader would go through. */
export function summarizeWarnings(warnings: readonly Warning[]): Warning[] {
  const sorted = collapsed(warnings.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0)))
  if (sorted.length <= mostWarnings) return sorted
  const others = sorted.splice(mostWarnings - 1)
  const message = `From here on ${others.length} more parts have no meaning where they stand; they are ignored or searched as they are.`
  const ends = others.map(({ end = 0 }) => end)
  return [...sorted, { message, start: others[0]?.start ?? 0, end: Math.max(...ends) }]
}

function collapsed(warnings: readonly Warning[]): Warning[] {
  const equal = Map.groupBy(warnings, ({ message }) => message)
  return [...equal.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const message = `${first.message} (${others.length + 1} times.)`
    return others.length === 0 ? first : { ...first, message }
  })
}
